/** A method's process that ended or was ended before its answer; it is the method's own fault. */
export class MethodFailure extends Error {
  override readonly name = "MethodFailure";
  /** Whether it may have failed for another problem than the one that is told. */
  readonly shared: boolean;

  /** What came instead of an answer, on one line. */
  readonly got: string;

  constructor(got: string, shared: boolean) {
    super(`Expected an answer from the method; got ${got}; run it by hand as docs/exec.md shows`);
    this.shared = shared;
    this.got = got;
  }

  /** The same as it looks to a problem that has nothing to do with it. */
  ofAnother(): MethodFailure {
    return new MethodFailure(this.got, true);
  }
}
