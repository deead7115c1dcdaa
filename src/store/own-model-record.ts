import type { ModelRecord } from "../contract/index.ts";
import {
  amount,
  flag,
  json,
  jsonObject,
  listOf,
  objectBy,
  objectOf,
  oneOf,
  orNull,
  OTHER,
  text,
  whole,
} from "./own-form.ts";
import type { Form } from "./own-form.ts";
import { hash, ownItem, time } from "./own-fields.ts";

const callBase = { id: text, tool: text };

/** What providers want back is left to the schema, but for what most calls have. */
const toolCall = objectBy("kind", {
  called: objectOf({ ...callBase, kind: text, arguments: json }),
  malformed: objectOf({ ...callBase, kind: text, text }),
});

const assistant = objectOf({
  role: oneOf("assistant"),
  text,
  toolCalls: listOf(toolCall),
  reasoning: listOf(objectOf({ text })),
});

const message = objectBy("role", {
  system: objectOf({ role: text, text }),
  user: objectOf({ role: text, text }),
  assistant,
  tool: objectOf({ role: text, call: text, tool: text, text, isError: flag }),
});

const tokens = orNull(whole(0));
const dollars = orNull(amount);

const told = {
  finish: oneOf("stop", "length", "tool-calls", "refused", "cut-off", "malformed-call", "other"),
  servedModel: orNull(text),
  usage: objectOf({ input: tokens, cached: tokens, output: tokens, reasoning: tokens }),
  cost: objectOf({ list: dollars, paid: dollars, source: orNull(oneOf("provider", "table")) }),
};

/** A call as an event tells of it. */
export const ownModelCall = objectOf({ ordinal: whole(1), ...told, replayed: flag });

const head = {
  version: oneOf(1),
  place: objectOf({ item: ownItem, role: text, branch: text, ordinal: whole(1) }),
  at: time,
  kind: text,
};

const form: Form = objectBy("kind", {
  "call-intended": objectOf({ ...head, hash }),
  "call-answered": objectOf({
    ...head,
    request: objectOf({
      hash,
      shared: whole(0),
      messages: listOf(message),
      settings: orNull(jsonObject),
    }),
    reply: objectOf(
      {
        message: assistant,
        ...told,
        rawFinish: orNull(text),
        ignored: listOf(text),
        requests: whole(0),
      },
      { unpriced: whole(0) },
    ),
    milliseconds: whole(0),
  }),
});

/** A copy of a record in the very form in which records are made here; `null` leaves it to the schema. */
export function ownModelRecord(record: unknown): ModelRecord | null {
  const copy = form(record);
  return copy === OTHER ? null : (copy as ModelRecord);
}
