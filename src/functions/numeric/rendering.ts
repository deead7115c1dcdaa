import type { Region } from "../../contract/index.ts";
import { remarks } from "./describe.ts";
import { corruptionOf, lawOf } from "./inspect.ts";
import { lowerLaw } from "./lower.ts";
import type { Program } from "./lower.ts";
import type { NumericSpec } from "./spec.ts";

/** A function taken apart for printing. */
export interface Rendering {
  readonly law: Program;
  readonly exceptions: readonly { readonly region: Region; readonly program: Program }[];
  /** Sentences on scatter and noise, which the rendering itself leaves out. */
  readonly remarks: readonly string[];
}

/** Takes a function apart for printing. */
export function renderingOf(spec: NumericSpec): Rendering {
  const regions = corruptionOf(spec)?.regions ?? [];
  return {
    law: lowerLaw(lawOf(spec)),
    exceptions: regions.map((region) => ({ region, program: lowerLaw(region.replacement) })),
    remarks: remarks(spec),
  };
}
