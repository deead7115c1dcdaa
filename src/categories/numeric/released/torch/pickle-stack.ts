import { badFile } from "./bad-file.ts";
import type { PickleValue } from "./pickle-value.ts";

/** The stack of a pickle machine; what lies below the last mark is out of reach. */
export class PickleStack {
  readonly #items: PickleValue[] = [];
  readonly #marks: number[] = [];

  push(value: PickleValue): void {
    this.#items.push(value);
  }

  mark(): void {
    this.#marks.push(this.#items.length);
  }

  pop(): PickleValue {
    const value = this.top();
    this.#items.pop();
    return value;
  }

  top(): PickleValue {
    const value = this.#items.at(-1);
    if (value === undefined || this.#items.length <= (this.#marks.at(-1) ?? 0)) {
      throw badFile("a pickle that takes what it has put", "one that takes from an empty stack");
    }
    return value;
  }

  /** The last values, the last one last. */
  popSeveral(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.pop()).toReversed();
  }

  /** Everything above the last mark, and the mark. */
  popToMark(): PickleValue[] {
    const mark = this.#marks.pop();
    if (mark === undefined) throw badFile("a mark in the pickle", "none");
    return this.#items.splice(mark);
  }

  /** The one value that a whole pickle leaves. */
  result(): PickleValue {
    if (this.#items.length !== 1 || this.#marks.length > 0) {
      throw badFile("one value at the end of the pickle", `${this.#items.length}`);
    }
    return this.pop();
  }
}
