import { isSoundMetric, metricCatalogue } from "../scoring/index.ts";

/** What the rates of a report are, in words, for its first line. */
export function metricTitle(metric: string): string {
  switch (metric) {
    case "nmse<0.1":
      return "Share of functions passed, in %: NMSE < 0.1 on 256 points (published metric)";
    case "pairs":
      return "Test pairs reproduced, in %: mean over functions (published metric)";
  }
  if (!isSoundMetric(metric)) return `Mean of ${metric}, in %`;
  const { title, meaning, better } = metricCatalogue[metric];
  return `${title} (\`${metric}\`), in %, ${better} is better: ${meaning.replace(/\.$/u, "")}`;
}
