import type { Assignment, Interpreter, Language } from "../../contract/index.ts";
import { intervalsOf, stringsOf } from "../intervals-of.ts";
import { investigateConcepts } from "./concepts/investigate-concepts.ts";
import { shippedSources } from "./concepts/sources.ts";
import { topicSpaceOf } from "./concepts/topic-space.ts";
import type { TopicSpace } from "./concepts/topic-space.ts";
import { nothingActive, wordInterpretation } from "./concepts/word-interpretation.ts";
import type { Finding } from "./finding.ts";
import { abstention, interpretationOf } from "./interpretation-of.ts";
import { investigate } from "./investigate.ts";
import { openLaboratory } from "./laboratory.ts";
import { investigateSeveral } from "./several/investigate-several.ts";
import { investigateRelation } from "./relations/investigate-relation.ts";
import { nothingAnswered, relationInterpretation } from "./relations/relation-interpretation.ts";
import { shippedFactSources } from "./relations/sources.ts";
import { vocabularies } from "./strings/explanations.ts";
import { investigateTexts } from "./strings/investigate-texts.ts";
import { textInterpretation } from "./strings/text-interpretation.ts";

/** How a scientist answers. */
export interface ScientistOptions {
  readonly codeLanguage?: Language;
  /** `symbolic` gives the best formula where no law was found; `any` may give a table of values. */
  readonly answers?: "any" | "symbolic";
}

/**
 * Experiments, forms hypotheses from the vocabulary of families and operations, tests and revises them; needs no
 * language model.
 */
export function scientist({
  codeLanguage = "javascript",
  answers = "any",
}: ScientistOptions = {}): Interpreter {
  const words = vocabularies();
  let space: TopicSpace | null = null;
  return {
    id: answers === "symbolic" ? "scientist+symbolic" : "scientist",
    configuration: { version: 1, codeLanguage, answers },
    async interpret(assignment, signal) {
      if (stringsOf(assignment.briefing) > 0) {
        const found = await investigateTexts(assignment, words, signal);
        return textInterpretation(found, codeLanguage);
      }
      if (assignment.briefing.answer.concepts === true) {
        space ??= topicSpaceOf(shippedSources());
        const found = await investigateConcepts(assignment, space, signal);
        if (found === null) return nothingActive(assignment.probe.usage().queries);
        return wordInterpretation(found);
      }
      if (assignment.briefing.answer.relation === true) {
        const found = await investigateRelation(assignment, shippedFactSources(), signal);
        if (found === null) return nothingAnswered(assignment.probe.usage().queries);
        return relationInterpretation(found, codeLanguage);
      }
      const finding = await findingFor(assignment, answers === "symbolic", signal);
      if (finding === null) {
        const { queries } = assignment.probe.usage();
        return abstention(`None of ${queries} answers had a real value; no law was found.`);
      }
      return interpretationOf(finding, codeLanguage);
    },
  };
}

async function findingFor(
  assignment: Assignment,
  symbolic: boolean,
  signal: AbortSignal,
): Promise<Finding | null> {
  const [domain, second] = intervalsOf(assignment.briefing);
  if (domain === undefined) return null;
  if (second !== undefined) return investigateSeveral(assignment, signal);
  const lab = openLaboratory(assignment, signal);
  return investigate({ lab, domain, chance: assignment.chance, symbolic });
}
