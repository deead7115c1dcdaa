import { processorTime } from "./processor-time.ts";

/** Bounds on one part of a program, in milliseconds. */
export interface WatchLimits {
  readonly processor: number;
  readonly wall: number;
}

/** Which limit was passed. */
export type Passed = "processor" | "wall";

/** What is watched. */
interface Watched {
  /** The thread's name for `processorTime`; null where its time cannot be read. */
  readonly thread: string | null;
  readonly limits: WatchLimits;
  /** The number of the part that is in work; the limits hold for each anew. */
  part(): number;
  passed(which: Passed): void;
}

/** Milliseconds between two looks. */
const INTERVAL = 100;

/**
 * Most milliseconds of wall clock that count from one look to the next: where more went by, this
 * process or the machine stood still, and the program with it.
 */
const MOST_BETWEEN = 10 * INTERVAL;

/** Looks at a thread in work from time to time, and tells when a limit is passed. */
export class Watch {
  readonly #watched: Watched;
  readonly #timer: NodeJS.Timeout;
  #part: number;
  #processorBefore: number;
  #processor = 0;
  #most = 0;
  #wall = 0;
  #lookedAt = performance.now();

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#part = watched.part();
    this.#processorBefore = this.#time();
    this.#timer = setInterval(() => this.#look(), Math.min(INTERVAL, watched.limits.wall));
    this.#timer.unref();
  }

  /** Looks for the last time; whether the program kept the limit, and more than half of it was spent. */
  stop(): { readonly kept: boolean; readonly pastHalf: boolean } {
    clearInterval(this.#timer);
    this.#count();
    const { processor } = this.#watched.limits;
    return { kept: this.#most <= processor, pastHalf: 2 * this.#most > processor };
  }

  #look(): void {
    this.#count();
    const { limits, passed } = this.#watched;
    if (this.#processor > limits.processor) passed("processor");
    else if (this.#wall > limits.wall) passed("wall");
  }

  #count(): void {
    const [now, time, part] = [performance.now(), this.#time(), this.#watched.part()];
    this.#wall += Math.min(now - this.#lookedAt, MOST_BETWEEN);
    this.#lookedAt = now;
    // A part that ended since the last look is not told from its successor: at most one interval.
    if (part !== this.#part) [this.#part, this.#processorBefore, this.#wall] = [part, time, 0];
    this.#processor = time - this.#processorBefore;
    this.#most = Math.max(this.#most, this.#processor);
  }

  #time(): number {
    const { thread } = this.#watched;
    return thread === null ? 0 : (processorTime(thread) ?? 0);
  }
}
