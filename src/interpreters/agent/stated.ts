import type { Interpretation, StatedNoise } from "../../contract/index.ts";

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`;
const SHARE = new RegExp(
  String.raw`(?<value>${NUMBER})(?:[ \t]*(?<percent>%|percent)|[ \t]*(?:/|out of)[ \t]*(?<most>${NUMBER}))?`,
  "iu",
);
const FIRST_NUMBER = new RegExp(String.raw`(?<![\w.])${NUMBER}`, "iu");
const DISTRIBUTION = /\b(?:none|no noise|normal|gaussian|uniform|poisson|other)\b/iu;

/** A probability in words: `0.7`, `about 70 %`, `7/10`, `85`; `null` where there is none. */
export function statedConfidence(words: string): number | null {
  const { value, percent, most } = SHARE.exec(words)?.groups ?? {};
  if (value === undefined) return null;
  const given = Number(value);
  // Nobody is 85 times sure.
  const whole = most !== undefined ? Number(most) : percent !== undefined || given > 1 ? 100 : 1;
  const share = given / whole;
  return share >= 0 && share <= 1 ? share : null;
}

/** Noise in words: its kind, and the first number that is said of it. */
export function statedNoise(words: string): StatedNoise | null {
  const kind = DISTRIBUTION.exec(words)?.[0].toLowerCase();
  if (kind === undefined) return null;
  const distribution = distributions.get(kind) ?? "other";
  const scale = distribution === "none" ? undefined : FIRST_NUMBER.exec(words)?.[0];
  return { distribution, scale: scale === undefined ? null : Math.abs(Number(scale)) };
}

const distributions: ReadonlyMap<string, StatedNoise["distribution"]> = new Map([
  ["none", "none"],
  ["no noise", "none"],
  ["normal", "normal"],
  ["gaussian", "normal"],
  ["uniform", "uniform"],
  ["poisson", "poisson"],
  ["other", "other"],
]);

/** Items that are read of a list at most. */
const MOST_ITEMS = 100;

/** What says that a list has nothing in it. */
const NOTHING = /^(?:none|nothing|no exceptions?|n\/a|-|–|—)?\.?$/iu;

/** The items of a list in words: one a line, or with semicolons between them. */
export function statedList(words: string): readonly string[] {
  return words
    .split(/[;\n]/u)
    .map((item) => item.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, "").trim())
    .filter((item) => !NOTHING.test(item))
    .slice(0, MOST_ITEMS);
}

/** How two concepts are joined, in words; `null` where it is not said. */
export function statedJoin(words: string): NonNullable<Interpretation["join"]> | null {
  const text = words.toLowerCase();
  if (/\band[- ]not\b|\bwithout\b|\bbut not\b/u.test(text)) return "and-not";
  if (/\bor\b|\beither\b/u.test(text)) return "or";
  return /\band\b|\bboth\b/u.test(text) ? "and" : null;
}

/** A relation in words: what goes in, an arrow, what comes out. */
export function statedRelation(words: string): NonNullable<Interpretation["relation"]> | null {
  const [input = "", output = ""] = (words.split("\n")[0] ?? "").split(/\s*(?:->|→|=>)\s*/u);
  return input.trim() === "" || output.trim() === ""
    ? null
    : { input: input.trim(), output: output.trim() };
}
