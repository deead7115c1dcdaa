import type { Region } from "../../contract/index.ts";
import { exceptionsIn } from "./exceptions-in.ts";
import { mergeRegions } from "./merge-regions.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * The stretches of inputs in which a text says that the function behaves otherwise: «except between
 * 3 and 7», «for x > 5 it deviates». A stretch without such words is no exception, nor is one that
 * is denied, guessed at, or part of a split of the whole domain; where a sentence can be read in two
 * ways nothing is read from it. Sorted, and merged where they meet.
 */
export function regionsFrom(
  text: string,
  domain: { readonly from: number; readonly to: number } = { from: -128, to: 128 },
): readonly Region[] {
  const isWhole = ({ from, to }: Region): boolean =>
    (from ?? -Infinity) <= domain.from && domain.to <= (to ?? Infinity);
  const stated = sentencesOf(text).flatMap((sentence) => {
    const { exceptions, others } = exceptionsIn(sentence);
    const parts = [...exceptions, ...others].filter((region) => !isWhole(region));
    // «Different for x < 0 than for x > 0» splits the domain: neither side is the exception.
    return mergeRegions(parts).some(isWhole) ? [] : exceptions.filter((one) => !isWhole(one));
  });
  const regions = mergeRegions(stated);
  return regions.some(isWhole) ? [] : regions;
}
