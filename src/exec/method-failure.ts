/** A method's process that ended or was ended before its answer; it is the method's own fault. */
export class MethodFailure extends Error {
  override readonly name = "MethodFailure";
  /** Whether it may have failed for another problem than the one that is told. */
  readonly shared: boolean;

  readonly #told: readonly [got: string, words: string];

  constructor(got: string, words: string, shared: boolean) {
    super(
      `Expected an answer from the method; got ${got}, ${words}; run it by hand as docs/exec.md shows`,
    );
    this.shared = shared;
    this.#told = [got, words];
  }

  /** The same as it looks to a problem that has nothing to do with it. */
  ofAnother(): MethodFailure {
    return new MethodFailure(...this.#told, true);
  }
}
