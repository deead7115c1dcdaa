// Answers per second of relations, against a bare look-up in a Map of the same inputs, both in one run;
// and what reading the facts takes, in time and memory.
import { memoryUsage } from "node:process";
import { factFunction } from "../src/categories/relations/lexicon/fact-function.ts";
import { shippedFacts } from "../src/categories/relations/shipped/shipped-facts.ts";
import { figure, head, middle, row, seconds } from "./measure.ts";

const ROUNDS = 40;
const MEBIBYTE = 1024 * 1024;

head("Facts: reading them, and answers per second");
const before = memoryUsage().rss;
const reading = await seconds(() => shippedFacts());
const held = (memoryUsage().rss - before) / MEBIBYTE;
row("reading all facts", `${figure(1000 * reading)} ms`, "< 600 ms", reading < 0.6);
row("memory for them", `${figure(held)} MiB`, "< 250 MiB", held < 250);

const facts = shippedFacts();
const functions = [...facts.relations.keys()].map((id) => factFunction(facts, id, null));
const inputs = [...facts.classes.values()].flatMap(({ members }) =>
  members.slice(0, 40).map(({ name }) => name),
);
const bare = new Map(inputs.map((input, i) => [input, String(i)]));
const count = ROUNDS * functions.length * inputs.length;
let found = 0;
const rateOf = async (ask: (which: number, input: string) => unknown): Promise<number> => {
  const rates: number[] = [];
  for (let repeat = 0; repeat < 5; repeat += 1) {
    const time = await seconds(() => {
      for (let round = 0; round < ROUNDS; round += 1)
        for (let which = 0; which < functions.length; which += 1)
          for (const input of inputs) found += ask(which, input) === undefined ? 0 : 1;
    });
    rates.push(count / time);
  }
  return middle(rates);
};
const map = await rateOf((_, input) => bare.get(input));
const own = await rateOf((which, input) => functions[which]?.say(input));
row(`a bare Map (n = ${inputs.length} inputs)`, `${figure(map)}/s`, "", null);
row(
  `relations (n = ${functions.length}, ${found} answers in all)`,
  `${figure(own)}/s`,
  "≥ 200,000/s",
  own >= 2e5,
);
row("times as long as a bare Map", figure(map / own), "≤ 5", map / own <= 5);
