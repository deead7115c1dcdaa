import { BenchError, similarTo } from "../core/index.ts";
import type { ModelFault } from "./model-fault.ts";
import { publishedPrices } from "./published-prices.ts";

interface Streak {
  readonly fingerprint: string;
  readonly length: number;
}

/**
 * Stops a run whose calls fail again and again in the same way, or whose account is empty: without
 * it every problem that is left would be failed by the same fault. One reply in between starts the
 * count anew.
 */
export class Breaker {
  readonly #limit: number;
  readonly #streaks = new Map<string, Streak>();
  readonly #stopped = new Map<string, Streak & { readonly fault: ModelFault }>();
  /** Models of which a reply was heard. */
  readonly #heard = new Set<string>();

  /** `limit` is how many calls of a model in a row may be given up with the same fault; ∞ for any. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Throws `model-stopped` if no more calls of this model are to be made. */
  check(model: string): void {
    const stop = this.#stopped.get(model);
    if (stop !== undefined) throw stopped(model, stop.fault, stop.length);
  }

  /** A call brought a reply. */
  succeeded(model: string): void {
    this.#heard.add(model);
    this.#streaks.delete(model);
  }

  /** A call was given up; `model-stopped` if it was one too many. */
  failed(model: string, fault: ModelFault): BenchError | null {
    const fingerprint = fingerprintOf(fault);
    const before = this.#streaks.get(model);
    const length = before?.fingerprint === fingerprint ? before.length + 1 : 1;
    this.#streaks.set(model, { fingerprint, length });
    if (fault.kind !== "quota" && !this.#meetsAll(model, fault) && length < this.#limit)
      return null;
    this.#stopped.set(model, { fingerprint, length, fault });
    return stopped(model, fault, length);
  }

  /** A key that is refused, or a name that is known to nobody, is so for every call. */
  #meetsAll(model: string, { status, isOfAll = false }: ModelFault): boolean {
    if (this.#limit === Infinity) return false;
    return isOfAll || status === 401 || (status === 404 && !this.#heard.has(model));
  }
}

/** The fault without what differs from request to request, such as its number. */
function fingerprintOf({ kind, status, summary }: ModelFault): string {
  const words = summary.split(" ").map((word) => (/\d/.test(word) ? "#" : word));
  return `${kind} ${status ?? ""} ${words.join(" ")}`;
}

function stopped(model: string, { kind, status, summary }: ModelFault, length: number): BenchError {
  const times =
    length === 1 ? "a fault that all calls would meet" : `${length} times the same fault`;
  const got = kind === "quota" ? "an account without credit" : times;
  return new BenchError(
    "model-stopped",
    `Expected replies from \`${model}\`; got ${got} (${status ?? "no status"}: ${summary}); ${remedyOf(status)}, then go on with \`findbench resume\`, and with --retry-errors for items that failed by it${meant(model, status)}`,
    { data: { model, kind, status } },
  );
}

/** Models that are known to be, where a name that nobody knows is like theirs. */
function meant(model: string, status: number | null): string {
  if (status !== 404) return "";
  const known = publishedPrices.map((price) => price.model);
  return known.includes(model) ? "" : similarTo(model, known);
}

function remedyOf(status: number | null): string {
  if (status === 401) return "correct the key";
  return status === 404 ? "correct the model's name or the server's address" : "correct the cause";
}
