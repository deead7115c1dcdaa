import { BenchError } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import { distributionOf } from "./distribution-of.ts";
import { releasedDraws } from "./drawn-kinds.ts";
import type { DrawnKinds } from "./drawn-kinds.ts";
import { arityOfText } from "./inspect.ts";
import { matches } from "./matches.ts";
import { operationOf } from "./operations.ts";
import type { Condition, ConstantText, Excepted, Reading, StringAtom, StringLaw } from "./spec.ts";
import { typicalTexts } from "./typical-texts.ts";

const MOST_TRIES = 1000;
/** Shares of typical texts that an exception concerns: few, but not too few to be met. */
const SHARES = { least: 0.05, most: 0.4 };
/** How many of the texts concerned must come out otherwise, and how many must have an answer. */
const LEAST_DIFFERENT = 0.7;
const LEAST_DEFINED = 0.9;

const smallLetters = [..."abcdefghijklmnopqrstuvwxyz"];

/**
 * A law with a local exception: for the few texts that meet a condition something else holds, which
 * shows on most of them.
 */
export function sampleException(
  law: StringLaw,
  draws: Draws,
  reading: Reading = "sound",
  from: DrawnKinds = releasedDraws,
): Excepted {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const when = sampleCondition(draws);
    const concerned = typicalTexts.filter((text) => matches(when, text));
    const then = sampleReplacement(draws, reading, from);
    if (isLocal(concerned.length) && shows(law, then, concerned)) {
      return { kind: "excepted", inner: law, when, then };
    }
  }
  throw new BenchError(
    "internal",
    `Expected an exception that shows within ${MOST_TRIES} draws; got none; report this law`,
    { data: { law } },
  );
}

/** Of these kinds and classes for ever: one more would change every draw that was ever made. */
function sampleCondition(draws: Draws): Condition {
  switch (draws.pick(["starts", "ends", "contains", "letter", "longer", "shorter"] as const)) {
    case "starts":
      return {
        kind: "starts-with",
        class: draws.pick(["vowel", "digit", "uppercase", "space"] as const),
      };
    case "ends":
      return { kind: "ends-with", class: draws.pick(["vowel", "digit", "uppercase"] as const) };
    case "contains":
      return { kind: "contains", class: draws.pick(["digit", "uppercase", "space"] as const) };
    case "letter":
      return { kind: "contains-letter", letter: draws.pick(smallLetters) };
    case "longer":
      return { kind: "longer-than", length: draws.integer(8, 20) };
    case "shorter":
      return { kind: "shorter-than", length: draws.integer(3, 7) };
  }
}

function sampleReplacement(
  draws: Draws,
  reading: Reading,
  { replacements }: DrawnKinds,
): StringAtom | ConstantText {
  if (draws.uniform() >= 0.2) return operationOf(draws.pick(replacements)).sample(draws, reading);
  const letters = Array.from({ length: draws.integer(2, 6) }, () => draws.pick(smallLetters));
  return { kind: "constant-text", text: letters.join("") };
}

function isLocal(count: number): boolean {
  const share = count / typicalTexts.length;
  return share >= SHARES.least && share <= SHARES.most;
}

/** Whether a replacement differs from the law on most of the texts, and has answers there. */
function shows(law: StringLaw, then: StringAtom | ConstantText, texts: readonly string[]): boolean {
  const excepted = texts.map((text) =>
    then.kind === "constant-text" ? then.text : distributionOf(then, [text])[0]?.result,
  );
  const other = arityOfText(law) === 1 ? [] : ["Another text 1"];
  const different = texts.filter((text, i) =>
    distributionOf(law, [text, ...other]).every(({ result }) => result !== excepted[i]),
  );
  const defined = excepted.filter((result) => typeof result === "string");
  return (
    different.length >= LEAST_DIFFERENT * texts.length &&
    defined.length >= LEAST_DEFINED * texts.length
  );
}
