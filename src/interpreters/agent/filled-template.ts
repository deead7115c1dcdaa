import { BenchError } from "../../core/index.ts";
import { slots } from "./prompts/template.ts";

type Slot = (typeof slots)[number];

/** Slots without which a model would not know what to do. */
const needed: readonly Slot[] = ["task", "manual", "answer"];

const SLOT = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Longer prompts are a mistake: a file that is no prompt. */
const LONGEST = 100_000;

/** Throws `bad-configuration` unless a template has the slots it needs and no others. */
export function checkTemplate(template: string): void {
  const found = [...template.matchAll(SLOT)].map(([, name = ""]) => name);
  const unknown = found.find((name) => !slots.some((slot) => slot === name));
  const missing = needed.find((slot) => !found.includes(slot));
  const fault =
    template.length > LONGEST
      ? `${template.length} characters`
      : unknown !== undefined
        ? `the unknown slot {{${unknown}}}`
        : missing === undefined
          ? null
          : `no slot {{${missing}}}`;
  if (fault === null) return;
  throw new BenchError(
    "bad-configuration",
    `Expected a prompt of at most ${LONGEST} characters with the slots ${slots.map((slot) => `{{${slot}}}`).join(", ")}, of which only {{hints}} may be left out; got ${fault}; correct the file`,
  );
}

/** A template with its slots filled, and no more blank lines than one at a time. */
export function filledTemplate(
  template: string,
  texts: { readonly [slot in Slot]: string },
): string {
  return template
    .replace(SLOT, (whole, name: string) => {
      const slot = slots.find((one) => one === name);
      return slot === undefined ? whole : texts[slot];
    })
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
