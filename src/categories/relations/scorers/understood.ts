import type { Interpretation } from "../../../contract/index.ts";
import { factFunction } from "../lexicon/fact-function.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Facts } from "../lexicon/facts.ts";
import { exceptionStated, isSameException, relationStated } from "../lexicon/stated.ts";
import type { RelationSpec } from "../problem.ts";

/** What an interpretation states of a relation, as far as the names of the facts tell it. */
export interface Understood {
  /** Classes of inputs that go by the stated name. */
  readonly classes: readonly string[];
  /** The relation that was stated; `null` where it is none of the facts. */
  readonly relation: string | null;
  /** Each stated exception as one of the facts; `null` where it is none of them. */
  readonly exceptions: readonly (string | null)[];
}

/** Reads what was stated; `null` where no relation was. */
export function understood(
  { relation, exceptions }: Pick<Interpretation, "relation" | "exceptions">,
  facts: Facts,
): Understood | null {
  if (relation === undefined) return null;
  const { classes, relation: found } = relationStated(facts, relation);
  const about = found === null ? classes : [found.class];
  const stated = statedExceptions(exceptions);
  return {
    classes,
    relation: found?.id ?? null,
    exceptions: stated.map(
      (phrase) =>
        about
          .map((id) => exceptionStated(facts, id, phrase)?.id ?? null)
          .find((id) => id !== null) ?? null,
    ),
  };
}

/** The lines about exceptions that state one; a line that says that there are none does not. */
export function statedExceptions(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => !isNone(line));
}

function isNone(phrase: string): boolean {
  return /^(?:no(?:ne|thing)?|no (?:known )?exceptions?|n\/?a|-)?[.!]?$/iu.test(phrase);
}

/** Whether the function's exception is among those stated, and no other one. */
export function isExceptionIdentified(
  { relation, exception }: RelationSpec,
  { exceptions }: Understood,
  facts: Facts,
): boolean {
  return (
    exception !== null &&
    exceptions.length > 0 &&
    exceptions.every((id) => id !== null && isSameException(facts, relation, id, exception))
  );
}

/** The functions that a statement comes to: none where the relation is not understood. */
export function statedFunction(
  { relation, exceptions }: Understood,
  facts: Facts,
): { say(input: string): ReturnType<FactFunction["say"]> } | null {
  if (relation === null) return null;
  const known = exceptions.filter((id) => id !== null);
  const [plain, ...excepting] = [null, ...known].map((id) => factFunction(facts, relation, id));
  return {
    say: (input) =>
      excepting.some((each) => each.say(input).kind === "exception")
        ? { kind: "exception" }
        : (plain?.say(input) ?? { kind: "outside" }),
  };
}
