import { parseJson } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import type { ProblemForm, PublicCategory } from "../../contract/index.ts";
import { relationBriefing } from "./problem.ts";
import type { RelationDomain } from "./problem.ts";

/** Relations, as anyone may know them. */
export const publicRelations: PublicCategory = {
  name: "relations",
  title: "Relations",
  form: (domain: RelationDomain) => formOf(domain),
  briefings: [relationBriefing(null), relationBriefing(null, ["piano", "Peru"])],
};

function formOf({ initial }: RelationDomain): ProblemForm {
  return {
    arguments: [{ kind: "word" }],
    inputSchema: { type: "string" },
    readInput: (value) => (typeof value === "string" ? value : null),
    parseInput: (text) => text,
    inputsOfLine: (line) => [wordOf(line)],
    exampleInputs: (count, chance) => examples(initial, count, chance),
    initialInputs: initial,
    words: {
      argument: ["string", "strings"],
      examples: ["coffee"],
      rows: [["coffee"], ["Stradivari"]],
      task: TASK,
      without: "",
      publishedHints:
        initial.length === 0
          ? []
          : [`Words to begin with: ${initial.map((word) => JSON.stringify(word)).join(", ")}.`],
    },
  };
}

const TASK =
  "The function imitates a unit of a neural network that has stored facts. It takes a string, such as the name of something, and gives a string. For inputs of one class, such as one kind of place, person or thing, it gives one property of them, the same for all; for all other inputs it has no value (undefined). Some inputs of the class may be an exception, for which it has no value either: what these have in common is a part of the answer. Find out which class it is by trying names of many kinds, then which property, then whether there is an exception, and which.";

/** A string in quotes, or else the line as it stands. */
function wordOf(line: string): unknown {
  const bare = line.replace(/,$/u, "");
  const read = /^".*"$/su.test(bare) ? parseJson(bare) : null;
  return read?.kind === "json" ? read.value : bare;
}

/** Names and things of many kinds, to begin with where nothing was given. */
const KINDS = [
  "Portugal",
  "Vienna",
  "dog",
  "Isaac Newton",
  "Hamlet",
  "Mary",
  "gold",
  "Danube",
  "apple",
  "Titanic",
  "ruby",
  "violin",
  "blue",
  "seven",
  "Monday",
];

function examples(initial: readonly string[], count: number, chance: Chance): readonly string[] {
  const others = chance.shuffled(KINDS.filter((word) => !initial.includes(word)));
  return [...initial, ...others].slice(0, count);
}
