import { BenchError } from "../core/index.ts";

/** Money that is held back for a call under way. */
export interface Reservation {
  /** The call cost so much; `null` where that is not known, and then the estimate counts. */
  settle(cost: number | null): void;
}

/** US dollars of a run. */
export interface Spending {
  readonly spent: number;
  readonly reserved: number;
  /** `null` means no limit. */
  readonly limit: number | null;
}

interface Waiter {
  readonly estimate: number;
  readonly resolve: (reservation: Reservation) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Keeps a run within its cost limit: before each call the most that it may cost is held back. What
 * does not fit waits for the calls under way, which mostly cost less than was held back for them.
 */
export class BudgetGuard {
  readonly #limit: number | null;
  readonly #waiting: Waiter[] = [];
  #spent: number;
  #reserved = 0;
  #underWay = 0;

  /** `spent` is what the run paid in earlier sessions. */
  constructor({ limit, spent }: { readonly limit: number | null; readonly spent: number }) {
    this.#limit = limit;
    this.#spent = spent;
  }

  /** What was spent and held back so far. */
  spending(): Spending {
    return { spent: this.#spent, reserved: this.#reserved, limit: this.#limit };
  }

  /**
   * Holds back an estimate in US dollars, `null` where the price is not known. Throws `cost-limit`
   * where it can no longer fit, and `bad-configuration` where there is a limit and no price.
   */
  async reserve(model: string, estimate: number | null, signal: AbortSignal): Promise<Reservation> {
    signal.throwIfAborted();
    if (estimate === null && this.#limit !== null) throw priceMissing(model);
    // Mostly nobody waits and it fits.
    if (this.#waiting.length === 0 && this.#fits(estimate ?? 0)) return this.#hold(estimate ?? 0);
    return new Promise<Reservation>((resolve, reject) => {
      const abort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal.reason);
        this.#proceed();
      };
      const settled = (): void => signal.removeEventListener("abort", abort);
      const waiter: Waiter = {
        estimate: estimate ?? 0,
        resolve: (reservation) => {
          settled();
          resolve(reservation);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#waiting.push(waiter);
      this.#proceed();
    });
  }

  #proceed(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const fits = this.#fits(next.estimate);
      if (!fits && this.#underWay > 0) return;
      this.#waiting.shift();
      if (fits) next.resolve(this.#hold(next.estimate));
      else next.reject(limitReached(this.spending(), next.estimate));
    }
  }

  #fits(estimate: number): boolean {
    return this.#limit === null || this.#spent + this.#reserved + estimate <= this.#limit;
  }

  #hold(estimate: number): Reservation {
    this.#reserved += estimate;
    this.#underWay += 1;
    let settled = false;
    return {
      settle: (cost) => {
        if (settled) return;
        settled = true;
        this.#underWay -= 1;
        // Sums of decimals leave a remainder that would count forever.
        this.#reserved = this.#underWay === 0 ? 0 : this.#reserved - estimate;
        this.#spent += cost ?? estimate;
        this.#proceed();
      },
    };
  }
}

function limitReached({ spent, limit }: Spending, estimate: number): BenchError {
  return new BenchError(
    "cost-limit",
    `Expected a run of at most ${limit} US dollars; got one that has spent ${spent.toFixed(4)} and may need ${estimate.toFixed(4)} for its next call; raise --cost-limit and go on with \`findbench resume\``,
    { data: { spent, limit, estimate } },
  );
}

/** A limit on costs is of no use without a price. */
export function priceMissing(model: string): BenchError {
  return new BenchError(
    "bad-configuration",
    `Expected a model whose price is known, since the run has a cost limit; got \`${model}\`; give its price with --price, or leave --cost-limit out`,
    { data: { model } },
  );
}
