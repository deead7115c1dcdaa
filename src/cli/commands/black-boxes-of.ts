import { BenchError } from "../../core/index.ts";

/** The options of `run` that say what it is on. */
export interface BlackBoxOptions {
  readonly function?: string;
  readonly entry?: string;
  readonly arguments?: number;
  readonly problem: readonly string[];
  readonly limit?: object;
}

/** What a run is on: suites, or a user's own function. */
type BlackBoxes =
  | { readonly kind: "suites" }
  | {
      readonly kind: "function";
      readonly request: {
        readonly file: string;
        readonly entry: string | null;
        readonly arity: number;
      };
    };

/** Suites or a function of one's own, exactly one of the two, and only options that go with it. */
export function blackBoxesOf(suites: readonly string[], options: BlackBoxOptions): BlackBoxes {
  const { function: file, entry, arguments: arity, problem, limit } = options;
  if (file === undefined) {
    if (suites.length === 0) throw mismatched("suites, or --function with a file", "neither");
    if (entry !== undefined) throw mismatched("--entry with --function", "it alone");
    if (arity !== undefined) throw mismatched("--arguments with --function", "it alone");
    return { kind: "suites" };
  }
  if (suites.length > 0) throw mismatched("suites or --function", "both");
  if (problem.length > 0) throw mismatched("--problem with suites", "it with --function");
  if (limit !== undefined) throw mismatched("--limit with suites", "it with --function");
  return { kind: "function", request: { file, entry: entry ?? null, arity: arity ?? 1 } };
}

function mismatched(expected: string, got: string): BenchError {
  return new BenchError(
    "bad-argument",
    `Expected ${expected}; got ${got}; see findbench run --help`,
  );
}
