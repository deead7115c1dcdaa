import { Option } from "commander";
import type { RunResult } from "../../app/index.ts";
import type { ModelTally } from "../../contract/index.ts";
import { choosing, namesAmong, wholeNumber } from "../parse-options.ts";

/** How work is done; none of it changes a result. */
export interface WorkOptions {
  readonly concurrency: number;
  readonly durability: "os" | "interval" | "always";
}

/** How many items are worked on at a time. */
export function concurrencyOption(): Option {
  return new Option("--concurrency <n>", "items worked on at the same time")
    .argParser(wholeNumber(1))
    .default(4)
    .env("FINDBENCH_CONCURRENCY");
}

/** Longest time limit in seconds: timers count milliseconds in 31 bits. */
const LONGEST_SECONDS = 2_000_000;

/** When an interpreter that does not end is given up. */
export function timeLimitOption(): Option {
  return new Option(
    "--time-limit <seconds>",
    "seconds that an interpreter may take for an item before it counts as failed",
  )
    .argParser(wholeNumber(1, LONGEST_SECONDS))
    .default(3600);
}

/** What answers are scored by. */
export function metricsOption(description: string): Option {
  return new Option("--metrics <names>", description).argParser(namesAmong(["published", "sound"]));
}

/** When the record is forced to the disk itself. */
export function durabilityOption(): Option {
  return choosing(
    new Option(
      "--durability <when>",
      "force the record to disk: always, once a second, or when the system likes; a killed process loses nothing either way",
    ),
    ["always", "interval", "os"],
  ).default("interval");
}

/** Where a run's suites are, for commands that need their truths. */
export function suiteOption(): Option {
  return new Option(
    "--suite <dir>",
    "where a suite of the run is, if it was moved; may be repeated",
  )
    .argParser((path: string, before: readonly string[]) => [...before, path])
    .default([]);
}

/** What a finished session of work is told as. */
export function runSummary({ manifest, progress, calls }: RunResult, folder: string): string {
  const earlier = progress.done - progress.fresh;
  const failed = progress.failed === 0 ? "" : `, ${progress.failed} failed`;
  return [
    `Run ${manifest.id}: ${progress.done} of ${progress.total} items done${earlier === 0 ? "" : ` (${earlier} before)`}${failed}`,
    ...progress.failures.map(
      ({ code, count, message }) => `      ${count} × ${code}, the first: ${message}`,
    ),
    ...(calls === null ? [] : [callSummary(calls, manifest.models?.offline === true)]),
    `Next  findbench report ${folder}`,
  ].join("\n");
}

/** What was paid, and for how many requests nobody knows what they cost. */
function callSummary(
  { answered, unsettled, paid, unpriced }: ModelTally,
  offline: boolean,
): string {
  if (offline) return "Paid  nothing: replies that another run recorded were given back";
  const unknown = unsettled + unpriced;
  const requests = unknown === 1 ? "one request" : `${unknown} requests`;
  const rest = unknown === 0 ? "" : `; what ${requests} cost is not known`;
  return `Paid  $${paid.toFixed(4)} for ${answered} replies of its language model${rest}`;
}

/** A file of concepts that a suite was made with. */
export function lexiconOption(): Option {
  return new Option(
    "--lexicon <file>",
    "a file of concepts of your own, added to those that are shipped",
  ).env("FINDBENCH_LEXICON");
}
