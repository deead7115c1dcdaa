import type { RunEvent } from "../contract/index.ts";
import { ownItem, time } from "./own-fields.ts";
import {
  listOf,
  number,
  objectBy,
  objectOf,
  oneOf,
  OTHER,
  text,
  textThat,
  whole,
} from "./own-form.ts";
import type { Form } from "./own-form.ts";
import { ownModelCall } from "./own-model-record.ts";

const head = {
  version: oneOf(1),
  id: textThat((id) => id !== ""),
  at: time,
  item: ownItem,
  attempt: whole(1),
  kind: text,
};

const numberOrText: Form = (value) => (typeof value === "string" ? value : number(value));

/** A number, a text, or a list of the one or of the other. */
const input: Form = (value) => {
  if (!Array.isArray(value)) return numberOrText(value);
  const numbers = listOf(number)(value);
  return numbers === OTHER ? listOf(text)(value) : numbers;
};

const complex = objectOf({ re: number, im: number });

const output: Form = (value) =>
  value === null ? null : typeof value === "object" ? complex(value) : numberOrText(value);

const form: Form = objectBy("kind", {
  "problem-started": objectOf(head),
  "queries-answered": objectOf({
    ...head,
    round: whole(1),
    batch: objectOf({
      inputs: listOf(input),
      outputs: listOf(output),
      missing: listOf(
        objectOf({
          kind: oneOf("undefined", "refused", "budget-exhausted"),
          reason: text,
          indices: listOf(whole(0)),
        }),
      ),
    }),
  }),
  "note-taken": objectOf({ ...head, note: objectOf({ topic: text, text }) }),
  "model-called": objectOf({ ...head, call: ownModelCall }),
});

/**
 * A copy of an event of the kinds of which a conversation has many, in the very form in which they are
 * made here; `null` leaves it to the schema.
 */
export function ownEvent(event: unknown): RunEvent | null {
  const copy = form(event);
  return copy === OTHER ? null : (copy as RunEvent);
}
