import { BenchError } from "../core/index.ts";
import type { ErrorCode } from "../core/index.ts";
import type { Model, ModelCall, ModelUse } from "../contract/index.ts";

/** Faults of a model that are none of the item's: the run cannot go on. */
const ENDING: ReadonlySet<ErrorCode> = new Set([
  "cost-limit",
  "disk-full",
  "model-stopped",
  "reply-missing",
  "request-differs",
]);

/** Throws a fault that ends the run, whoever asked the model. */
export function throwIfEnding(fault: BenchError | null): void {
  if (fault !== null && ENDING.has(fault.code)) throw fault;
}

/** Sums up the calls of one item. */
export class ModelMeter {
  readonly #calls: ModelCall[] = [];
  #ending: BenchError | null = null;

  /** Takes a call into account. */
  add(call: ModelCall): void {
    this.#calls.push(call);
  }

  /** The model, watched for faults that end the run, whatever its user makes of them. */
  watched(model: Model): Model {
    return {
      id: model.id,
      complete: async (request, signal) => {
        try {
          return await model.complete(request, signal);
        } catch (error) {
          if (error instanceof BenchError && ENDING.has(error.code)) this.#ending ??= error;
          throw error;
        }
      },
    };
  }

  /** Throws the first fault that ends the run. */
  throwIfEnding(): void {
    if (this.#ending !== null) throw this.#ending;
  }

  /** What the calls come to; `null` where there were none. */
  use(): ModelUse | null {
    const calls = this.#calls;
    if (calls.length === 0) return null;
    return {
      calls: calls.length,
      input: sum(calls.map(({ usage }) => usage.input)),
      cached: sum(calls.map(({ usage }) => usage.cached)),
      output: sum(calls.map(({ usage }) => usage.output)),
      cost: sum(calls.map(({ cost }) => cost.list)),
      paid: sum(calls.map(({ cost }) => cost.paid)),
      served: [...new Set(calls.flatMap(({ servedModel }) => servedModel ?? []))],
    };
  }
}

/** A sum in which nothing unknown counts as 0. */
function sum(parts: readonly (number | null)[]): number | null {
  return parts.reduce((total, part) => (total === null || part === null ? null : total + part), 0);
}
