import type { InterpreterBriefing, Interpretation } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { interpretationOf } from "../answers/interpretation-of.ts";
import { LONGEST_ANSWER, LONGEST_TEXT } from "./limits.ts";
import { sectionUnder } from "./section-under.ts";
import { statedConfidence, statedNoise } from "./stated.ts";

/** Reads an answer that was written as a text under headings; of any text what can be read. */
export async function textAnswer(
  text: string,
  briefing: InterpreterBriefing,
  python: PythonSyntax,
): Promise<Interpretation> {
  const raw = text.slice(0, LONGEST_ANSWER);
  const interpretation = await interpretationOf(
    {
      key: { kind: "problem", id: "" },
      description: null,
      code: null,
      language: null,
      domain: null,
      regions: null,
      confidence: statedConfidence(sectionUnder(raw, "confidence")),
      raw,
    },
    python,
    briefing,
  );
  const { description } = interpretation;
  return {
    ...interpretation,
    description: description.slice(0, LONGEST_TEXT),
    noise: statedNoise(sectionUnder(raw, "noise")),
    raw,
  };
}
