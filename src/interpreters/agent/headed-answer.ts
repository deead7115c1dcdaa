import type { InterpreterBriefing } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { outline } from "../answers/outline.ts";
import { LONGEST_ANSWER } from "./limits.ts";
import type { Move } from "./move.ts";
import { textAnswer } from "./text-answer.ts";

/** The answer that a text holds under `[DESCRIPTION]`; no move where there is no such heading. */
export async function headedAnswer(
  text: string,
  briefing: InterpreterBriefing,
  python: PythonSyntax,
): Promise<readonly Move[]> {
  if (descriptionAt(text) === Infinity) return [];
  const interpretation = await textAnswer(text, briefing, python);
  const { languages, codeOptional, concepts, relation } = briefing.answer;
  const wantsCode = languages.length > 0 && codeOptional !== true;
  const complaint =
    concepts === true && interpretation.concepts.length === 0
      ? "Expected [CONCEPTS] with the names of the concepts that it responds to; got none"
      : relation === true && interpretation.relation === undefined
        ? "Expected [RELATION] with what goes in, an arrow and what comes out; got none"
        : wantsCode && interpretation.code === null
          ? `Expected [CODE] in ${languages.join(" or ")} that defines a function f; got none that can be called`
          : null;
  return [{ kind: "answer", interpretation, complaint }];
}

/** Where the first `[DESCRIPTION]` of a text stands; ∞ where there is none. */
export function descriptionAt(text: string): number {
  const { tags } = outline(text.slice(0, LONGEST_ANSWER));
  return tags.find(({ name }) => name === "description")?.from ?? Infinity;
}
