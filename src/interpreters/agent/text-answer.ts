import type { Briefing, Interpretation, StatedNoise } from "../../contract/index.ts";
import { interpretationOf } from "../answers/interpretation-of.ts";
import { LONGEST_ANSWER, LONGEST_TEXT } from "./limits.ts";

const CONFIDENCE =
  /^[ \t>*#-]{0,8}\[confidence\]\*{0,2}:?\*{0,2}[ \t]*(?<share>\d+(?:\.\d+)?|\.\d+)(?<percent>[ \t]?%)?.*$/imu;
const NOISE =
  /^[ \t>*#-]{0,8}\[noise\]\*{0,2}:?\*{0,2}[ \t]*(?<distribution>none|normal|uniform|poisson|other)\b[^\d\n]{0,80}(?<scale>\d+(?:\.\d+)?)?.*$/imu;

/** Reads an answer that was written as a text under headings; of any text what can be read. */
export function textAnswer(text: string, briefing: Briefing): Interpretation {
  const raw = text.slice(0, LONGEST_ANSWER);
  const interpretation = interpretationOf(
    {
      key: { kind: "problem", id: "" },
      description: null,
      code: null,
      language: null,
      domain: null,
      regions: null,
      confidence: confidenceIn(raw),
      raw: raw.replace(CONFIDENCE, "").replace(NOISE, ""),
    },
    briefing,
  );
  const { description } = interpretation;
  return {
    ...interpretation,
    description: description.slice(0, LONGEST_TEXT),
    noise: noiseIn(raw),
    raw,
  };
}

function confidenceIn(text: string): number | null {
  const { share, percent } = CONFIDENCE.exec(text)?.groups ?? {};
  if (share === undefined) return null;
  const value = Number(share) / (percent === undefined ? 1 : 100);
  return value <= 1 ? value : null;
}

function noiseIn(text: string): StatedNoise | null {
  const { distribution, scale } = NOISE.exec(text)?.groups ?? {};
  const known = (["none", "normal", "uniform", "poisson", "other"] as const).find(
    (name) => name === distribution?.toLowerCase(),
  );
  if (known === undefined) return null;
  return { distribution: known, scale: scale === undefined ? null : Number(scale) };
}
