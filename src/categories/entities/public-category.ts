import type { Chance } from "../../core/index.ts";
import type { ProblemForm, PublicCategory } from "../../contract/index.ts";
import { entityBriefing } from "./problem.ts";
import type { EntityDomain } from "./problem.ts";

/** Synthetic neurons that respond to concepts, as anyone may know them. */
export const publicEntities: PublicCategory = {
  name: "entities",
  title: "Entities",
  form: (domain: EntityDomain) => formOf(domain),
  briefings: [entityBriefing(null), entityBriefing(null, ["piano", "gravity", "Tuesday"])],
};

function formOf({ initial }: EntityDomain): ProblemForm {
  return {
    arguments: [{ kind: "word" }],
    inputSchema: { type: "string" },
    readInput: (value) => (typeof value === "string" ? value : null),
    parseInput: (text) => text,
    inputsOfLine: (line) => wordsOf(line),
    exampleInputs: (count, chance) => examples(initial, count, chance),
    initialInputs: initial,
    words: {
      argument: ["text", "texts"],
      examples: ["piano", "Mount Everest", "Tuesday"],
      rows: [["piano"], ["Mount Everest"]],
      task: "The function is a unit of a network that reads words. It takes a text, most usefully one word, a name or a short phrase in English, and gives an activation from 0 to 1: near 1 where the text is plainly about what the unit detects, somewhere between where it is only associated with it, near 0 where it has nothing to do with it. The unit detects one concept, such as a field of knowledge, an activity, a place or a kind of thing, or two: it may respond to either, only to what is about both, or to the first unless it is about the second. A few words may be an exception: they stay silent although they are about the concept, or activate the unit although they are about something else. Activations may carry noise. Begin broadly, with words from many fields, then try words around those that activate it, and others that are close to it but no part of it.",
      without: ", without its noise",
      publishedHints:
        initial.length === 0 ? [] : [`Some of these words activate it: ${initial.join("; ")}.`],
    },
  };
}

/** A text in quotes, or the line as it stands; a list in JSON is several. */
function wordsOf(line: string): readonly unknown[] {
  const bare = line.replace(/,$/u, "").trim();
  const list = /^"(?:[^"\\]|\\.)*"(?:\s*,\s*"(?:[^"\\]|\\.)*")*$/u.test(bare)
    ? (JSON.parse(`[${bare}]`) as unknown[])
    : null;
  return list ?? [bare];
}

/** Words from many fields, none of them more likely than another. */
const BROAD = (
  "music; river; hospital; soccer; computer; bread; war; Paris; insect; money; painting; star; " +
  "church; election; novel; winter; engine; dance; law; ocean; school; mountain; king; medicine; " +
  "airplane; chess; farming; movie; chemistry; dog; fashion; bridge; newspaper; wine; desert; " +
  "Egypt; wedding; grief; volcano; coffee; prison; robot; garden; tennis; language; ghost; clock; " +
  "statistics; Buddhism; camera; Texas; philosophy; blood; gold; circus; shopping; weather; ship; " +
  "poetry; television; electricity; Japan; baby; sleep"
).split("; ");

/** The words that are given away, then words from many fields. */
function examples(initial: readonly string[], count: number, chance: Chance): readonly string[] {
  return [...initial, ...chance.shuffled(BROAD)].slice(0, count);
}
