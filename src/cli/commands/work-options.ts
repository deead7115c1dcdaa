import { Option } from "commander";
import type { RunResult } from "../../app/index.ts";
import { wholeNumber } from "../parse-options.ts";

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

/** When the record is forced to the disk itself. */
export function durabilityOption(): Option {
  return new Option(
    "--durability <when>",
    "force the record to disk: always, once a second, or when the system likes; a killed process loses nothing either way",
  )
    .choices(["always", "interval", "os"])
    .default("interval");
}

/** What a finished session of work is told as. */
export function runSummary({ manifest, progress }: RunResult, folder: string): string {
  const earlier = progress.done - progress.fresh;
  const failed = progress.failed === 0 ? "" : `, ${progress.failed} failed`;
  return [
    `Run ${manifest.id}: ${progress.done} of ${progress.total} items done${earlier === 0 ? "" : ` (${earlier} before)`}${failed}`,
    `Next  findbench report ${folder}`,
  ].join("\n");
}
