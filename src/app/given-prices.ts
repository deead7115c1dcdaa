import { BenchError, similarTo } from "../core/index.ts";
import type { GivenPrice, RunModels } from "../contract/index.ts";
import type { Price } from "../models/index.ts";

/** Prices as a user gave them: of the only model, or of models by their names. */
export type GivenPrices = Pick<RunModels, "price" | "prices">;

/** The prices that a run's user gave of its models, in the form of the published ones. */
export function givenPrices(
  models: readonly string[],
  { price, prices = [] }: GivenPrices,
): readonly Price[] {
  const [only] = models;
  const unnamed = price === undefined || only === undefined ? [] : [priceOf(only, price)];
  return [...unnamed, ...prices.map((one) => priceOf(one.model, one))];
}

function priceOf(model: string, { input, output, cached }: GivenPrice): Price {
  const reading = { source: "whoever began the run", date: "" };
  return { ...reading, model, input, output, cached: cached ?? input };
}

/** Throws `bad-argument` unless each price is that of one model of a run, told by name among several. */
export function requirePrices(
  models: readonly string[],
  { price, prices = [] }: GivenPrices,
): void {
  const named = prices.map(({ model }) => model);
  const stranger = named.find((model) => !models.includes(model));
  const twice = named.find((model, at) => named.indexOf(model) < at);
  if (stranger !== undefined)
    throw refused(
      `prices of the run's models, ${models.join(", ")}`,
      `one of \`${stranger}\``,
      `correct its name${similarTo(stranger, models)}`,
    );
  if (twice !== undefined)
    throw refused("one price for each model", `two of \`${twice}\``, "leave one out");
  if (price === undefined || (models.length === 1 && named.length === 0)) return;
  throw refused(
    "the price of each model by its name, where there are several",
    "one without a name",
    "give --price MODEL=in/out, once for each",
  );
}

function refused(expected: string, got: string, todo: string): BenchError {
  return new BenchError("bad-argument", `Expected ${expected}; got ${got}; ${todo}`);
}
