import type { Region, Scores } from "../../../contract/index.ts";
import { scored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { clippedUnion, unionIou } from "./intervals.ts";
import type { Stretch } from "./intervals.ts";

/** Where regions were found: in the interpretation's own list, or in what its code does. */
export type RegionSource = "stated" | "code";

/** A corruption counts as seen where the regions found overlap the true ones by half (IoU). */
const DETECTED = 0.5;

/** Regions that were found, or why there is nothing to look at, against the true ones. */
export interface CorruptionEvidence {
  readonly domain: Stretch;
  /** The true regions; a function without any in the domain is clean. */
  readonly regions: readonly Region[];
  readonly found: readonly Region[] | Unscored;
}

/**
 * For a corrupted function the overlap of the regions found with the true ones, and whether that
 * makes it detected; for a clean one whether a region was found that is not there.
 */
export function corruptionScores(
  source: RegionSource,
  { domain, regions, found }: CorruptionEvidence,
): Scores {
  const name = (figure: string): string => `corruption.${source}.${figure}`;
  const isClean = clippedUnion(regions, domain).length === 0;
  if ("kind" in found) {
    return isClean
      ? { [name("false")]: found }
      : { [name("iou")]: found, [name("detected")]: found };
  }
  if (isClean) return { [name("false")]: scored(clippedUnion(found, domain).length === 0 ? 0 : 1) };
  const iou = unionIou(found, regions, domain);
  return { [name("iou")]: scored(iou), [name("detected")]: scored(iou >= DETECTED ? 1 : 0) };
}
