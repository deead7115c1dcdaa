/** What the rates of a report are, in words, for its first line. */
export function metricTitle(metric: string): string {
  return metric === "nmse<0.1"
    ? "Share of functions passed, in %: NMSE < 0.1 on 256 points (published metric)"
    : `Mean of ${metric}, in %`;
}
