/** What a column holds for a slot at which there is nothing. */
export const ABSENT = 0;

/** What it holds where there is a number; greater ones stand for reasons. */
export const PRESENT = 1;

const MOST_CODES = 256;

/** Numbers by slot, a byte each while there are few distinct ones, and why one is missing. */
export class NumberColumn {
  #states = new Uint8Array(0);
  #codes = new Uint8Array(0);
  #wide: Float64Array | null = null;
  readonly #known = new Map<number, number>();
  readonly #distinct: number[] = [];

  /** `PRESENT`, `ABSENT`, or a greater number that stands for a reason. */
  stateAt(slot: number): number {
    return this.#states[slot] ?? ABSENT;
  }

  /** The number of a slot at which one is present. */
  valueAt(slot: number): number {
    if (this.#wide !== null) return this.#wide[slot] ?? NaN;
    return this.#distinct[this.#codes[slot] ?? 0] ?? NaN;
  }

  setState(slot: number, state: number): void {
    if (slot >= this.#states.length) this.#grow(slot);
    this.#states[slot] = state;
  }

  setValue(slot: number, value: number): void {
    this.setState(slot, PRESENT);
    if (this.#wide === null && !this.#encode(slot, value)) this.#widen();
    if (this.#wide !== null) this.#wide[slot] = value;
  }

  #encode(slot: number, value: number): boolean {
    const known = this.#known.get(value);
    if (known === undefined && this.#distinct.length === MOST_CODES) return false;
    const code = known ?? this.#distinct.push(value) - 1;
    if (known === undefined) this.#known.set(value, code);
    this.#codes[slot] = code;
    return true;
  }

  #widen(): void {
    this.#wide = new Float64Array(this.#states.length);
    for (let slot = 0; slot < this.#codes.length; slot += 1)
      this.#wide[slot] = this.#distinct[this.#codes[slot] ?? 0] ?? NaN;
    this.#codes = new Uint8Array(0);
    this.#known.clear();
  }

  #grow(slot: number): void {
    const length = Math.max(slot + 1, 64, Math.ceil(this.#states.length * 1.5));
    this.#states = grown(this.#states, new Uint8Array(length));
    if (this.#wide === null) this.#codes = grown(this.#codes, new Uint8Array(length));
    else this.#wide = grown(this.#wide, new Float64Array(length));
  }
}

function grown<A extends Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
