import type { StatedNoise } from "../../contract/index.ts";

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
