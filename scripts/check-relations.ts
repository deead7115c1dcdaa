// Checks the import of the released relations against the facts, in the folder that FIND_DATA names:
// the share of published pairs that are right by the facts, what is odd, and what the class of inputs
// alone decides. Fails when the folder is absent or a figure is off.
import { env, exit, stderr, stdout } from "node:process";
import { factFunction } from "../src/categories/relations/lexicon/fact-function.ts";
import type { RelationProblem } from "../src/categories/relations/problem.ts";
import { shippedFacts } from "../src/categories/relations/shipped/shipped-facts.ts";
import { releasedParts } from "../src/official/index.ts";

/** Share of the published pairs, those odd by themselves left out, that have to be right. */
const LEAST = 0.97;

const data = env["FIND_DATA"];
if (data === undefined || data === "") {
  stderr.write("Expected FIND_DATA to name a folder with released FIND data; it is not set\n");
  exit(2);
}
const part = (await releasedParts(data)).find(({ category }) => category === "relations");
if (part === undefined) {
  stderr.write(`Expected neurons_relations in ${data}; got none\n`);
  exit(2);
}
const { problems, leftOut } = await part.released.import({
  folder: part.folder,
  seed: "0",
  expressions: null,
  approximate: () => Promise.reject(new Error("No network is needed")),
  signal: new AbortController().signal,
});
let failures = leftOut.length;
for (const { id, reason } of leftOut) stdout.write(`FAIL ${id} left out: ${reason}\n`);

const facts = shippedFacts();
const odd: string[] = [];
let [all, right, byClass] = [0, 0, 0];
for (const problem of problems as readonly RelationProblem[]) {
  const { spec, tests, provenance } = problem.truth;
  const known = factFunction(facts, spec.relation, spec.exception);
  const id = provenance.source === "find" ? provenance.officialId : "";
  for (const [i, { options, correct, quirks = [] }] of tests.triplets.entries()) {
    const { input, output } = options[correct];
    const own = quirks.find((quirk) => quirk !== "right-distractor");
    all += 1;
    right += own === undefined ? 1 : 0;
    const inClass = options.map((option) => known.inputs.find(option.input) !== null);
    byClass += inClass[correct] === true && inClass.filter(Boolean).length === 1 ? 1 : 0;
    if (quirks.length > 0)
      odd.push(
        `${id} ${i + 1} ${spec.relation}: ${input} -> ${output ?? "undefined"}: ${quirks.join(", ")}; facts: ${JSON.stringify(known.say(input))}`,
      );
  }
}
for (const line of odd) stdout.write(`odd  ${line}\n`);
const share = right / all;
if (share < LEAST) failures += 1;
stdout.write(
  `${share < LEAST ? "FAIL" : "ok  "} relations: ${right} of ${all} published pairs right by the facts (${(100 * share).toFixed(1)} %), ${odd.length} unit tests odd\n`,
);
stdout.write(
  `     the class of inputs alone decides ${byClass} of ${all} (${((100 * byClass) / all).toFixed(1)} %)\n`,
);
exit(failures === 0 ? 0 : 1);
