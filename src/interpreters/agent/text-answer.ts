import type { InterpreterBriefing, Interpretation } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { interpretationOf } from "../answers/interpretation-of.ts";
import type { RecordedAnswer } from "../answers/recorded-answer.ts";
import { LONGEST_ANSWER, LONGEST_TEXT } from "./limits.ts";
import { sectionUnder } from "./section-under.ts";
import { statedConfidence, statedJoin, statedList, statedNoise, statedRelation } from "./stated.ts";

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
      ...statedParts(raw),
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

/** What stands under headings that only some answers have; `null` where there is none. */
function statedParts(
  raw: string,
): Pick<RecordedAnswer, "concepts" | "join" | "exceptions" | "relation"> {
  const listOf = (name: "concepts" | "exceptions"): readonly string[] | null => {
    const items = statedList(sectionUnder(raw, name));
    return items.length === 0 ? null : items;
  };
  return {
    concepts: listOf("concepts"),
    join: statedJoin(sectionUnder(raw, "join")),
    exceptions: listOf("exceptions"),
    relation: statedRelation(sectionUnder(raw, "relation")),
  };
}
