import type { ModelUse, RunInterpreter } from "../contract/index.ts";
import type { Part } from "../summaries/index.ts";

/** What a row's language model was asked for all of its items. */
export interface RowModel extends ModelUse {
  /** `provider/name`. */
  readonly name: string;
  readonly served: readonly string[];
}

/** Sums up a row's calls, nothing unknown counted as 0; `null` where there were none. */
export function rowModel(
  configuration: RunInterpreter["configuration"],
  { row, slots }: Part,
): RowModel | null {
  const name = configuration["model"];
  const uses = [...slots].flatMap((slot) => row.modelAt(slot) ?? []);
  if (typeof name !== "string" || uses.length === 0) return null;
  const total = (field: Exclude<keyof ModelUse, "calls" | "served">): number | null =>
    uses.reduce<number | null>((sum, use) => plus(sum, use[field]), 0);
  return {
    name,
    calls: uses.reduce((sum, { calls }) => sum + calls, 0),
    input: total("input"),
    cached: total("cached"),
    output: total("output"),
    cost: total("cost"),
    paid: total("paid"),
    served: [...new Set(uses.flatMap(({ served = [] }) => served))].toSorted(),
  };
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** A model's name as its provider has it. */
function ownName(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** What a language model was asked, as a remark; another model than the one asked for is named. */
export function modelNote(interpreter: string, model: RowModel): string {
  const { name, calls, input, output, cost, paid } = model;
  const isPlain = ownName(name) === model.served.join();
  const served =
    isPlain || model.served.length === 0 ? "" : `, served as ${model.served.join(" and ")}`;
  const tokens = (count: number | null): string =>
    count === null ? "an unknown number of" : count.toLocaleString("en");
  const dollars = (amount: number | null): string =>
    amount === null ? "an unknown amount" : `$${amount.toFixed(4)}`;
  return `${interpreter} is ${name}${served}: ${tokens(calls)} calls, ${tokens(input)} tokens in, ${tokens(output)} out; by its prices ${dollars(cost)}, paid ${dollars(paid)}`;
}
