import type { Interpretation, Language, StatedNoise } from "../../contract/index.ts";
import { describe, noiseOf, regionsOf, render } from "../../categories/numeric/index.ts";
import type { NumericSpec } from "../../categories/numeric/index.ts";
import type { Finding } from "./finding.ts";
import { describeTable, renderTable } from "./table.ts";

/** A finding as it is handed in: words, code, regions, noise, confidence. */
export function interpretationOf(finding: Finding, language: Language): Interpretation {
  const { confidence, remarks, standing } = finding;
  const own =
    finding.kind === "spec" ? fromSpec(finding.spec, language) : fromTable(finding, language);
  const description = [own.description, ...remarks, TRUST[standing]].join(" ");
  return { ...EMPTY, ...own, description, confidence };
}

/** The answer where nothing had a value. */
export function abstention(description: string): Interpretation {
  return { ...EMPTY, description, code: null, abstained: true };
}

const EMPTY = {
  exceptions: [],
  concepts: [],
  abstained: false,
  raw: null,
  regions: [],
  noise: null,
  confidence: null,
};

const TRUST = {
  exact: "Fresh points that were not used to find this agreed with it.",
  likely: "This is the likeliest of the laws that the answers allow.",
  approximation: "This is an approximation that follows the answers, not a law.",
} as const;

type Own = Pick<Interpretation, "description" | "code" | "regions" | "noise">;

function fromSpec(spec: NumericSpec, language: Language): Own {
  return {
    description: describe(spec),
    code: { language, source: render(spec, language), entry: "f" },
    regions: regionsOf(spec),
    noise: statedNoise(spec),
  };
}

function statedNoise(spec: NumericSpec): StatedNoise {
  const noise = noiseOf(spec);
  if (noise === null) return { distribution: "none", scale: null };
  return { distribution: noise.distribution, scale: noise.scale };
}

function fromTable(
  { knots, regions, noise }: Extract<Finding, { readonly kind: "table" }>,
  language: Language,
): Own {
  return {
    description: describeTable(knots),
    code: { language, source: renderTable(knots, language), entry: "f" },
    regions,
    noise,
  };
}
