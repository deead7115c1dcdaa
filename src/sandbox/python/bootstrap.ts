import { CHANCE_SOURCE } from "./chance-source.ts";
import { PROGRAM_SOURCE } from "./program-source.ts";
import type { Architecture } from "./system-calls.ts";
import { systemCallFilter } from "./system-call-filter.ts";
import { VALUE_SOURCE } from "./value-source.ts";
import { WALLS_SOURCE } from "./walls-source.ts";
import { WORLD_SOURCE } from "./world-source.ts";
import { ZYGOTE_SOURCE } from "./zygote-source.ts";

/** The whole Python text of the trusted process, with the filter that it puts on each program. */
export function bootstrapFor(architecture: Architecture): string {
  const [filter, readerFilter] = (["program", "reader"] as const).map((audience) =>
    systemCallFilter(architecture, audience).toString("hex"),
  );
  return [
    `FILTER = bytes.fromhex("${filter}")`,
    `READER_FILTER = bytes.fromhex("${readerFilter}")`,
    WORLD_SOURCE,
    CHANCE_SOURCE,
    VALUE_SOURCE,
    PROGRAM_SOURCE,
    WALLS_SOURCE,
    ZYGOTE_SOURCE,
  ].join("\n");
}
