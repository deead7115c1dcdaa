import type { Timer } from "./timer.ts";

/** What a provider lets one account do; `null` means no limit. */
export interface RateLimits {
  readonly inFlight: number;
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** The right to send one request. */
export interface Turn {
  /** The request has ended; `tokens` is what it really took, `null` where that is not known. */
  end(tokens: number | null): void;
}

/** How a server that answers nobody stands. */
export interface Outage {
  /** Milliseconds since the first request in a row that brought no answer. */
  readonly lasted: number;
  /** Whether more than one call met it, so that it lies in no request. */
  readonly isOfAll: boolean;
  /** Whether it was not known before. */
  readonly isNew: boolean;
}

interface Sent {
  readonly at: number;
  tokens: number;
}

interface Waiter {
  readonly tokens: number;
  readonly admit: (turn: Turn) => void;
}

const MINUTE = 60_000;
/** Requests in a row without an answer after which a server counts as down. */
const DOWN_AFTER = 3;
/** Milliseconds between two trials of a server that is down: at first, and at most. */
const [FIRST_TRIAL, LAST_TRIAL] = [1000, 15_000];

/**
 * Lets requests go in the order in which they came, as many as a provider's limits allow. While its
 * server is down they go one at a time, later and later, until one is answered.
 */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #timer: Timer;
  readonly #waiting: Waiter[] = [];
  /** Requests of the last minute, in the order in which they were sent. */
  #sent: Sent[] = [];
  #inFlight = 0;
  #pausedUntil = 0;
  /** Requests in a row without an answer, since when, and the calls that they were of. */
  #unanswered = 0;
  #unansweredSince = 0;
  readonly #failing = new Set<object>();
  #isHeard: boolean;
  /** Milliseconds before the next trial of a server that is down, and whether one is under way. */
  #nextTrial = FIRST_TRIAL;
  #isTrying = false;
  #isTold = false;
  #triedUntil = 0;
  #alarm: AbortController | null = null;

  /** `isHeard`: the server gave answers before, so that one that gives none is down. */
  constructor(limits: RateLimits, timer: Timer, isHeard = false) {
    this.#limits = limits;
    this.#timer = timer;
    this.#isHeard = isHeard;
  }

  /** Resolves when a request of about so many tokens may be sent; rejects when aborted. */
  async enter(tokens: number, signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    // Mostly nobody waits and nothing is in the way.
    const isFree = this.#waiting.length === 0 && this.#hasRoom();
    if (isFree && this.#waitFor(tokens) <= 0) return this.#begin(tokens);
    return new Promise<Turn>((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        this.#proceed();
        reject(signal.reason);
      };
      const waiter: Waiter = {
        tokens,
        admit: (turn) => {
          signal.removeEventListener("abort", leave);
          resolve(turn);
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiter);
      this.#proceed();
    });
  }

  /** Nothing is sent for so many milliseconds: the server asked to be left alone. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#timer.now() + milliseconds);
  }

  /** The server answered, whatever it said. */
  answered(): void {
    this.#isHeard = true;
    if (this.#unanswered === 0) return;
    this.#unanswered = 0;
    this.#failing.clear();
    this.#isTold = false;
    this.#nextTrial = FIRST_TRIAL;
    this.#triedUntil = 0;
    this.#proceed();
  }

  /** A request of a call brought no answer; `null` unless the server is down. */
  unanswered(call: object): Outage | null {
    const now = this.#timer.now();
    if (this.#unanswered === 0) this.#unansweredSince = now;
    this.#unanswered += 1;
    this.#failing.add(call);
    if (!this.#isDown()) return null;
    // Of those that were under way when it went down, only the first counts as a trial.
    if (now >= this.#triedUntil) {
      this.#triedUntil = now + this.#nextTrial;
      this.#nextTrial = Math.min(2 * this.#nextTrial, LAST_TRIAL);
    }
    const isNew = !this.#isTold;
    this.#isTold = true;
    return { lasted: now - this.#unansweredSince, isOfAll: this.#failing.size > 1, isNew };
  }

  /** A server that was never heard may not be one: its first call finds that out alone. */
  #isDown(): boolean {
    return this.#unanswered >= DOWN_AFTER && (this.#isHeard || this.#failing.size > 1);
  }

  #hasRoom(): boolean {
    return this.#inFlight < this.#limits.inFlight && !(this.#isTrying && this.#isDown());
  }

  #proceed(): void {
    this.#alarm?.abort();
    this.#alarm = null;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (!this.#hasRoom()) return;
      const wait = this.#waitFor(next.tokens);
      if (wait > 0) {
        this.#wakeIn(wait);
        return;
      }
      this.#waiting.shift();
      next.admit(this.#begin(next.tokens));
    }
  }

  #begin(tokens: number): Turn {
    const sent = { at: this.#timer.now(), tokens };
    if (this.#hasRates()) this.#sent.push(sent);
    this.#inFlight += 1;
    const isTrial = this.#isDown();
    if (isTrial) this.#isTrying = true;
    let ended = false;
    return {
      end: (real) => {
        if (ended) return;
        ended = true;
        sent.tokens = real ?? sent.tokens;
        this.#inFlight -= 1;
        if (isTrial) this.#isTrying = false;
        this.#proceed();
      },
    };
  }

  /** Without rates nothing needs to be remembered. */
  #hasRates(): boolean {
    return this.#limits.requestsPerMinute !== null || this.#limits.tokensPerMinute !== null;
  }

  /** Milliseconds until a request of so many tokens may go, by the requests of the last minute. */
  #waitFor(tokens: number): number {
    const now = this.#timer.now();
    this.#sent = this.#sent.filter(({ at }) => at + MINUTE > now);
    const { requestsPerMinute, tokensPerMinute } = this.#limits;
    let requests = this.#sent.length;
    let used = this.#sent.reduce((sum, sent) => sum + sent.tokens, 0);
    let until = Math.max(now, this.#pausedUntil, this.#triedUntil);
    for (const sent of this.#sent) {
      const tooMany = requestsPerMinute !== null && requests >= requestsPerMinute;
      const tooLong = tokensPerMinute !== null && used + tokens > tokensPerMinute;
      if (!tooMany && !tooLong) break;
      requests -= 1;
      used -= sent.tokens;
      until = Math.max(until, sent.at + MINUTE);
    }
    return until - now;
  }

  #wakeIn(milliseconds: number): void {
    const alarm = new AbortController();
    this.#alarm = alarm;
    const wait = async (): Promise<void> => {
      await this.#timer.delay(milliseconds, alarm.signal);
      if (this.#alarm === alarm) this.#proceed();
    };
    // An alarm that is put off has nothing to say.
    void wait().catch(() => undefined);
  }
}
