import { BenchError } from "../core/index.ts";
import type { Interpreter } from "../contract/index.ts";
import { constant, line, lookup, polynomial } from "../interpreters/index.ts";

const makers: Readonly<Record<string, () => Interpreter>> = { constant, line, lookup, polynomial };

/** Names that `--interpreter` takes. */
const interpreterNames: readonly string[] = Object.keys(makers);

/** The interpreters of these names, each once. Throws `unknown-interpreter`. */
export function makeInterpreters(names: readonly string[]): readonly Interpreter[] {
  return [...new Set(names)].map((name) => {
    const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
    if (make !== undefined) return make();
    throw new BenchError(
      "unknown-interpreter",
      `Expected interpreters among ${interpreterNames.join(", ")}; got \`${name}\``,
      { data: { name } },
    );
  });
}
