import { chanceFrom } from "../../src/core/index.ts";
import type { Item, ModelMessage } from "../../src/contract/index.ts";
import {
  httpSend,
  modelSource,
  recordedModel,
  systemTimer,
  usualModelSettings,
} from "../../src/models/index.ts";
import { openModelRecords } from "../../src/store/index.ts";

// Holds conversations with a model, several at once, and records them; prints what they came to
// when all are done. Arguments: path of the record, address of the server, conversations, turns.

const [path = "", url = "", conversations, turns] = process.argv.slice(2);

const source = modelSource({
  environment: { OPENAI_BASE_URL: url, OPENAI_API_KEY: "a-key-of-no-worth" },
  send: httpSend,
  timer: systemTimer,
  chance: chanceFrom("waits"),
  settings: usualModelSettings,
});
const open = await source.open("openai/gpt-4o-mini");
const records = await openModelRecords(path, { forWriting: true });
const signal = new AbortController().signal;

async function converse(number: number): Promise<string> {
  const item: Item = {
    suite: "0".repeat(64),
    problem: `p-${number}`,
    interpreter: "agent",
    configuration: "0".repeat(16),
    epoch: 1,
  };
  const place = { item, role: "interpreter", branch: "main" };
  const model = recordedModel(open, { records, place, clock: systemTimer, offline: false });
  const messages: ModelMessage[] = [{ role: "user", text: `Problem ${number}` }];
  for (let turn = 0; turn < Number(turns); turn += 1) {
    const { message } = await model.complete({ messages }, signal);
    messages.push(message, { role: "user", text: `Go on after ${turn}` });
  }
  return messages.map(({ text }) => text).join("\n");
}

const texts = await Promise.all(
  Array.from({ length: Number(conversations) }, (_, i) => converse(i)),
);
const tally = records.tally();
await records.close();
process.stdout.write(JSON.stringify({ texts, tally }));
