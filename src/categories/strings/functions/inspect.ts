import { operationOf } from "./operations.ts";
import type { StringAtom, StringLaw, StringSpec } from "./spec.ts";

/** The law, without the exception that it may have. */
export function withoutException(spec: StringSpec): StringLaw {
  return spec.kind === "excepted" ? spec.inner : spec;
}

/** How many texts the function takes. */
export function arityOfText(spec: StringSpec): 1 | 2 {
  const law = withoutException(spec);
  const first = law.kind === "chain" ? law.steps[0] : law;
  return first?.kind === "joined" ? 2 : 1;
}

/** The operations of the law in the order in which they are applied, without its exception. */
export function atomsOf(spec: StringSpec): readonly StringAtom[] {
  const law = withoutException(spec);
  if (law.kind === "chain") return law.steps.flatMap(atomsOf);
  if (law.kind === "joined") return [law.left, law.right].filter((atom) => atom !== null);
  return [law];
}

/** Whether the function draws at random, so that asking twice may give two answers. */
export function isRandom(spec: StringSpec): boolean {
  const replacement =
    spec.kind === "excepted" && spec.then.kind !== "constant-text" ? [spec.then] : [];
  return [...atomsOf(spec), ...replacement].some(
    ({ kind }) => operationOf(kind).draw !== undefined,
  );
}
