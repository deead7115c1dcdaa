/**
 * Steps from one look at the work done to the next: `JS_INTERRUPT_COUNTER_INIT` in QuickJS. A step
 * is a function call or a jump; inside a regular expression it is a step of the matcher.
 */
const STEPS_PER_LOOK = 10_000;

/** How much of its work a program has done, in looks of the engine at it. */
export class WorkMeter {
  #looks = 0;
  #mostLooks = Infinity;
  #highest = 0;

  /** Starts to count anew, with so many millions of steps to go. */
  start(work: number): void {
    this.#mostLooks = Math.ceil((work * 1e6) / STEPS_PER_LOOK);
    [this.#looks, this.#highest] = [0, 0];
  }

  /** Counts one look; true where the work is used up. */
  look(): boolean {
    this.#looks += 1;
    return this.over;
  }

  get over(): boolean {
    return this.#looks > this.#mostLooks;
  }

  /** Looks so far. */
  get mark(): number {
    return this.#looks;
  }

  /** Goes back to what had been done at a mark. */
  rewind(mark: number): void {
    this.#highest = this.#most();
    this.#looks = mark;
  }

  /** Whether more than half of the work was done, in what was gone back on as well. */
  get pastHalf(): boolean {
    return 2 * this.#most() > this.#mostLooks;
  }

  #most(): number {
    return Math.max(this.#highest, this.#looks);
  }
}
