// Checks the lexicon of entities against the released FIND data in the folder that FIND_DATA names:
// how many of its words are known, and how well a concept's words stand out from the wrong ones of its
// unit tests. Fails when the folder is absent or a figure is below its bound.
import { env, exit, stderr, stdout } from "node:process";
import type { Lexicon } from "../src/categories/entities/lexicon/lexicon.ts";
import { unitOf } from "../src/categories/entities/opening/unit.ts";
import type { EntitySpec } from "../src/categories/entities/index.ts";
import { readReleasedEntities } from "../src/categories/entities/released/released-lists.ts";
import { importEntitiesWith } from "../src/categories/entities/released/released-entities.ts";
import { auroc } from "../src/categories/entities/scorers/ranking.ts";
import { shippedLexicon } from "../src/categories/entities/shipped/shipped-lexicon.ts";
import { mean, quantile } from "../src/core/index.ts";
import { releasedParts } from "../src/official/index.ts";

/** Share of the words of unit tests that the lexicon has to know. */
const LEAST_KNOWN = 0.97;
/** Mean area under the ROC curve that its activations have to reach. */
const LEAST_AUROC = 0.97;

const data = env["FIND_DATA"];
if (data === undefined || data === "") {
  stderr.write("Expected FIND_DATA to name a folder with released FIND data; it is not set\n");
  exit(2);
}
const part = (await releasedParts(data)).find(({ category }) => category === "entities");
if (part === undefined) {
  stderr.write("Expected released entities in FIND_DATA; got none\n");
  exit(2);
}
const lexicon = shippedLexicon();
let failures = 0;
const check = (passed: boolean, text: string): void => {
  if (!passed) failures += 1;
  stdout.write(`${passed ? "ok  " : "FAIL"} entities: ${text}\n`);
};

const released = await readReleasedEntities(part.folder);
const tested = released.flatMap(({ triplets, ...rest }) =>
  triplets === null ? [] : [{ ...rest, triplets }],
);
const names = new Set(released.flatMap(({ concepts }) => concepts));
const nameless = [...names].filter((name) => lexicon.conceptOf(name) === null);
check(
  nameless.length === 0,
  `${names.size - nameless.length} of ${names.size} released concepts are in the lexicon${nameless.length === 0 ? "" : `; not ${nameless.join(", ")}`}`,
);
const words = new Set(tested.flatMap(({ triplets }) => triplets.flatMap(({ options }) => options)));
const unknown = [...words].filter((word) => lexicon.find(word) === null);
check(
  unknown.length <= (1 - LEAST_KNOWN) * words.size,
  `${words.size - unknown.length} of ${words.size} words of unit tests are known; not ${unknown.slice(0, 40).join(", ")}`,
);
const areas = tested.map((each) => ({ count: each.concepts.length, area: areaOf(each, lexicon) }));
for (const [what, count] of [
  ["all", null],
  ["single", 1],
  ["composed", 2],
] as const) {
  const these = areas
    .filter((each) => count === null || each.count === count)
    .flatMap(({ area }) => area);
  const text = `${what}: mean AUROC ${mean(these).toFixed(4)}, tenth percentile ${quantile(these, 0.1).toFixed(3)}, n ${these.length}`;
  if (count === null) check(mean(these) >= LEAST_AUROC, text);
  else stdout.write(`     entities: ${text}\n`);
}
const { problems, leftOut } = await importEntitiesWith(lexicon, { folder: part.folder, seed: "0" });
check(
  problems.length > 0 && leftOut.every(({ reason }) => reason.includes("unit tests")),
  `${problems.length} imported, ${leftOut.length} left out`,
);
const quirks = new Map<string, number>();
for (const { truth } of problems)
  for (const quirk of truth.quirks) quirks.set(quirk, (quirks.get(quirk) ?? 0) + 1);
for (const [quirk, count] of [...quirks].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  stdout.write(`     entities: ${quirk} in ${count} of ${problems.length}\n`);
exit(failures === 0 ? 0 : 1);

/** The area of a function's own words against the wrong ones of its unit tests; its own are left out of those. */
function areaOf(
  { concepts, triplets }: Pick<(typeof tested)[number], "concepts" | "triplets">,
  from: Lexicon,
): readonly number[] {
  const known = concepts.flatMap((name) => from.conceptOf(name)?.name ?? []);
  if (known.length < concepts.length) return [];
  const spec: EntitySpec = {
    kind: "entity",
    concepts: known,
    ...(known.length === 2 ? { join: "or" } : {}),
    backend: { name: "lexicon", version: from.version },
  };
  const unit = unitOf(spec, from);
  const right = new Set(triplets.map(({ options, correct }) => options[correct]));
  const wrong = triplets.flatMap(({ options, correct }) =>
    options.filter((word, i) => i !== correct && !right.has(word)),
  );
  const classes = [...[...right].map(() => 1), ...wrong.map(() => 0)];
  const area = auroc(
    classes,
    [...right, ...wrong].map((word) => unit.activation(word)),
  );
  return area === null ? [] : [area];
}
