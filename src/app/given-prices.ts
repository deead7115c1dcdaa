import type { GivenPrice } from "../contract/index.ts";
import type { Price } from "../models/index.ts";

/** The price that a run's user gave of its model, in the form of the published ones. */
export function givenPrices(model: string, price: GivenPrice | undefined): readonly Price[] {
  if (price === undefined) return [];
  const { input, output, cached } = price;
  const reading = { source: "whoever began the run", date: "" };
  return [{ ...reading, model, input, output, cached: cached ?? input }];
}
