import type { Language } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { definitionsIn } from "./definitions-in.ts";
import type { Definition } from "./definitions.ts";
import { mentionedByOthers } from "./entry-of.ts";

/** The functions of a program that somebody outside may be meant to call. */
export type CallableFunctions =
  | { readonly kind: "read"; readonly names: readonly string[] }
  /** `line` is where the parser got stuck, from 1. */
  | { readonly kind: "unreadable"; readonly line: number };

/**
 * The top-level functions that can be called with so many arguments and that no other one mentions,
 * in the order of the text; one that takes another number and that none mentions, such as a `main`,
 * is as if it were not there.
 */
export async function callableFunctions(
  source: string,
  language: Language,
  arity: number,
  python: PythonSyntax,
): Promise<CallableFunctions> {
  const found = await definitionsIn(source, language, python);
  return found.kind === "read"
    ? { kind: "read", names: rootsOf(found.definitions, arity).map(({ name }) => name) }
    : { kind: "unreadable", line: source.slice(0, found.stuckAt).split("\n").length };
}

function rootsOf(definitions: readonly Definition[], arity: number): readonly Definition[] {
  const fits = ({ fewest, most }: Definition): boolean => fewest <= arity && arity <= most;
  // A later definition of the same name replaces the earlier one.
  let left = [...new Map(definitions.map((one) => [one.name, one])).values()];
  for (;;) {
    const mentioned = mentionedByOthers(left);
    const roots = left.filter(({ name }) => !mentioned.has(name));
    if (roots.every(fits)) return roots.length > 0 ? roots : left.filter(fits);
    left = left.filter((one) => mentioned.has(one.name) || fits(one));
  }
}
