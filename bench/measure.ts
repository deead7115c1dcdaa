import { performance } from "node:perf_hooks";
import { stdout } from "node:process";

/** Seconds that work takes; the promise's own time where it is asynchronous. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The middle value of an odd number of figures. */
export function middle(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A figure to three digits, with thousands apart. */
export function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}

/** Prints one row: what was measured, the figure, the aim, and whether it was reached. */
export function row(what: string, got: string, aim: string, reached: boolean | null): void {
  const mark = reached === null ? "" : reached ? "reached" : "MISSED";
  stdout.write(`| ${what} | ${got} | ${aim} | ${mark} |\n`);
}

/** Prints the head of a table of rows. */
export function head(title: string): void {
  stdout.write(`\n### ${title}\n\n| what | figure | aim | |\n| --- | --- | --- | --- |\n`);
}
