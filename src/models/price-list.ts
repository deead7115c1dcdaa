import type { Price } from "./price.ts";
import { publishedPrices } from "./published-prices.ts";

/** Finds prices; `null` where none is known. */
export interface PriceList {
  /** The price of a model, by the id it is asked for. */
  of(model: string): Price | null;
  /** The price of a call, by the model that was asked and the one that answered. */
  ofCall(model: string, served: string | null): Price | null;
}

/** Versions that had another price than the one that goes by the plain name now; it was not read. */
const OTHERWISE: ReadonlySet<string> = new Set(["openai/gpt-4o-2024-05-13"]);

const VERSION = /-(?:latest|\d{4}-\d{2}-\d{2}|\d{8})$/;

/** Prices that the user gave, which go first, and those that providers published. */
export function priceList(own: readonly Price[] = []): PriceList {
  const given = byModel(own);
  const published = byModel(publishedPrices);
  const find = (model: string): Price | null =>
    given.get(model) ??
    published.get(model) ??
    (OTHERWISE.has(model) ? null : published.get(model.replace(VERSION, ""))) ??
    null;
  return {
    of: find,
    ofCall: (model, served) => {
      if (served === null || given.has(model)) return find(model);
      const provider = model.slice(0, model.indexOf("/"));
      return find(`${provider}/${served.replace(/^models\//, "")}`);
    },
  };
}

function byModel(prices: readonly Price[]): ReadonlyMap<string, Price> {
  return new Map(prices.map((price) => [price.model, price]));
}
