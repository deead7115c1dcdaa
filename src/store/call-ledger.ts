import { createHash } from "node:crypto";
import { canonicalJson } from "../core/index.ts";
import type { CallPlace, ModelRecord, ModelTally } from "../contract/index.ts";

/** Digits of a hash that tell the calls of a run apart. */
const KEY_DIGITS = 24;

/** Which calls of a run were answered, and where the answers stand. */
export class CallLedger {
  /** Key of an answered call → where its record stands; the first answer counts. */
  readonly #answers = new Map<string, number>();
  /** Keys of calls that were begun and have no end yet. */
  readonly #open = new Set<string>();
  #failed = 0;
  #unsettled = 0;
  #paid = 0;
  #tokens = 0;
  #unpriced = 0;

  /** Takes note of a record that stands at a position. */
  add(record: ModelRecord, position: number): void {
    const key = keyOf(record.place);
    switch (record.kind) {
      case "call-intended":
        // A call that is begun again was lost the time before.
        this.#unsettled += 1;
        this.#open.add(key);
        break;
      case "call-answered":
        this.#settle(key);
        if (!this.#answers.has(key)) this.#answers.set(key, position);
        this.#unpriced += record.reply.unpriced ?? (record.reply.cost.paid === null ? 1 : 0);
        this.#paid += record.reply.cost.paid ?? 0;
        this.#tokens += (record.reply.usage.input ?? 0) + (record.reply.usage.output ?? 0);
        break;
      case "call-failed":
        this.#settle(key);
        this.#failed += 1;
        // Older records do not say what a call that failed may have cost.
        this.#unpriced += record.unpriced ?? 1;
        break;
    }
  }

  /** Where the answer to a call stands; `undefined` if there is none. */
  positionOf(place: CallPlace): number | undefined {
    return this.#answers.get(keyOf(place));
  }

  /** What the records so far come to. */
  tally(): ModelTally {
    return {
      answered: this.#answers.size,
      failed: this.#failed,
      unsettled: this.#unsettled,
      paid: this.#paid,
      unpriced: this.#unpriced,
    };
  }

  /** Tokens of the answers so far, as far as they are known. */
  tokens(): number {
    return this.#tokens;
  }

  #settle(key: string): void {
    if (this.#open.delete(key)) this.#unsettled -= 1;
  }
}

const keys = new WeakMap<CallPlace, string>();

/** Each call asks for its key several times. */
function keyOf(place: CallPlace): string {
  const key = keys.get(place) ?? hashOf(place);
  keys.set(place, key);
  return key;
}

function hashOf(place: CallPlace): string {
  return createHash("sha256").update(canonicalJson(place)).digest("hex").slice(0, KEY_DIGITS);
}
