import type { ArgumentType, ProblemForm } from "../contract/index.ts";

/** What is read of a briefing. */
interface Formed {
  readonly form: Pick<ProblemForm, "arguments">;
}

type NumberType = Extract<ArgumentType, { readonly kind: "number" }>;

/** The intervals of a function of numbers, one per argument; none for any other function. */
export function intervalsOf({ form }: Formed): readonly NumberType[] {
  const numbers = form.arguments.filter((each) => each.kind === "number");
  return numbers.length === form.arguments.length ? numbers : [];
}

/** How many strings a function of strings takes; 0 for any other function. */
export function stringsOf({ form }: Formed): number {
  const strings = form.arguments.filter((each) => each.kind === "string");
  return strings.length === form.arguments.length ? strings.length : 0;
}
