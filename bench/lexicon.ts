// The lexicon of entities: loading, memory, and answers beside a bare look-up in a Map.
// `npx tsx bench/lexicon.ts`; `node --expose-gc` for the memory after garbage is collected.
import { cpuUsage, memoryUsage } from "node:process";
import { unitOf } from "../src/categories/entities/opening/unit.ts";
import { shippedLexicon } from "../src/categories/entities/shipped/shipped-lexicon.ts";
import { figure, head, row } from "./measure.ts";

const ANSWERS = 200_000;
/** Runs of each measurement, of which the fastest counts: others share the machine. */
const RUNS = 5;

head("The lexicon of entities");
const before = memoryUsage().rss;
const start = cpuUsage();
shippedLexicon();
const { user, system } = cpuUsage(start);
const loading = (user + system) / 1e6;
const held = (memoryUsage().rss - before) / 1_048_576;
const lexicon = shippedLexicon();
row(
  `loading (processor time) ${lexicon.concepts.length} concepts, ${lexicon.entries.length} words`,
  `${figure(1000 * loading)} ms`,
  "< 600 ms",
  loading < 0.6,
);
row("memory that it takes", `${figure(held)} MB`, "< 250 MB", held < 250);

const [concept] = lexicon.concepts;
if (concept === undefined) throw new Error("Expected concepts; got none");
const unit = unitOf(
  {
    kind: "entity",
    concepts: [concept.name],
    backend: { name: "lexicon", version: lexicon.version },
  },
  lexicon,
);
const asWritten = lexicon.entries.map(({ word }) => word).slice(0, 10_000);
const unknown = asWritten.map((word) => `${word.toUpperCase()} of Oz`);
const bare = new Map(asWritten.map((word, i) => [word, i / asWritten.length]));

const look = rate(asWritten, (word) => bare.get(word) ?? 0);
row("a bare look-up in a Map", `${figure(look / 1e6)} million a second`, "", null);
const known = rate(asWritten, (word) => unit.activation(word));
row("answers to known words", `${figure(known / 1e6)} million a second`, "≥ 0.2", known >= 200_000);
row(
  "a look-up against an answer",
  `${figure(look / known)} times as fast`,
  "≤ 5",
  look <= 5 * known,
);
let fresh = 0;
const other = rate(unknown, (word) => unit.activation(`${word} ${(fresh += 1)}`));
row(
  "answers to texts never asked before",
  `${figure(other / 1e6)} million a second`,
  "≥ 0.2",
  other >= 200_000,
);

/** Answers a second of processor time, of the fastest run. */
function rate(words: readonly string[], answer: (word: string) => number): number {
  let best = 0;
  for (let run = 0; run < RUNS; run += 1) {
    let sum = 0;
    const began = cpuUsage().user;
    for (let i = 0; i < ANSWERS; i += 1) sum += answer(words[i % words.length] ?? "");
    const time = (cpuUsage().user - began) / 1e6;
    if (sum >= 0) best = Math.max(best, ANSWERS / time);
  }
  return best;
}
