import type { Outcome, RunManifest, Score, Scores } from "../../src/contract/index.ts";
import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import { sampleManifest, sampleOutcomes } from "./sample-run.ts";

const KINDS = ["plain", "plain", "plain", "corrupted", "noised", "approximated"];

/** How well an interpreter of the sample does, from 0 to 1, and how long its code is. */
const ABILITIES: { readonly [interpreter: string]: { skill: number; length: number } } = {
  constant: { skill: 0.1, length: 5 },
  line: { skill: 0.3, length: 9 },
  polynomial: { skill: 0.5, length: 31 },
  lookup: { skill: 0.6, length: 1560 },
  oracle: { skill: 1, length: 14 },
  chance: { skill: 0.02, length: 14 },
};

/** A finished run with published and sound scores. */
export function sampleSoundRun(problems = 600): {
  readonly manifest: RunManifest;
  readonly outcomes: Outcome[];
} {
  const manifest = sampleManifest({ problems });
  return { manifest, outcomes: sampleOutcomes(manifest).map(withSoundScores) };
}

/** The outcome with sound scores beside its published ones, and tags that fit them. */
function withSoundScores(outcome: Outcome): Outcome {
  const { problem, interpreter } = outcome.item;
  const index = Number(problem.slice(1));
  const kind = KINDS[index % KINDS.length] ?? "plain";
  const isTrivial = kind === "plain" && index % 10 < 3;
  const notLearned = kind === "approximated" && index % 4 === 1;
  const tags = [
    kind,
    index % 7 === 0 ? "composed" : "simple",
    ...(isTrivial ? ["trivial:polynomial"] : []),
    ...(notLearned ? ["law-not-learned"] : []),
  ].toSorted();
  const chance = chanceFrom("sound").fork(problem, interpreter);
  const scores = soundOf({ interpreter, kind, isTrivial, notLearned }, chance);
  return {
    ...outcome,
    tags,
    scorers: [...outcome.scorers, "numeric-sound/2"],
    scores: { ...outcome.scores, ...scores },
    confidence:
      interpreter === "polynomial" ? Math.round(chance.fork("c").uniform() * 10) / 10 : null,
  };
}

interface Item {
  readonly interpreter: string;
  readonly kind: string;
  readonly isTrivial: boolean;
  readonly notLearned: boolean;
}

const value = (of: number): Score => ({ kind: "scored", value: of });

function soundOf({ interpreter, kind, isTrivial, notLearned }: Item, chance: Chance): Scores {
  const { skill, length } = ABILITIES[interpreter] ?? { skill: 0.5, length: 20 };
  const known = interpreter === "oracle" || (isTrivial && chance.uniform() < skill);
  const draw = (name: string): number => chance.fork(name).uniform();
  const share = known ? 1 : skill * draw("agreement");
  const notStated: Score = { kind: "unscored", reason: "not-stated" };
  const isOracle = interpreter === "oracle";
  const corrupted = {
    "corruption.stated.iou": value(isOracle ? 1 : 0),
    "corruption.stated.detected": value(isOracle ? 1 : 0),
    "corruption.code.iou": value(isOracle ? 1 : 0.1 + 0.2 * draw("iou")),
    "corruption.code.detected": value(isOracle ? 1 : 0),
  };
  const clean = {
    "corruption.stated.false": value(0),
    "corruption.code.false": value(known ? 0 : 1),
  };
  const lawScore: Score = notLearned
    ? { kind: "unscored", reason: "law-not-learned" }
    : value(known ? 1 : 0);
  const isNetwork = kind === "approximated";
  return {
    agreement: value(share),
    extrapolation: value(share * share),
    error:
      draw("constant") < 0.05
        ? { kind: "unscored", reason: "constant-truth" }
        : value(known ? 0 : (1 - share) * (0.2 + draw("error"))),
    skill: value(isOracle ? 20 : interpreter === "lookup" ? 0 : -8 * (1 - share)),
    length: value(length),
    form: lawScore,
    ...(isNetwork ? { "network.law": lawScore, fidelity: value(share) } : { law: lawScore }),
    ...(kind === "corrupted" ? corrupted : clean),
    "noise.kind": isOracle ? value(1) : notStated,
    ...(kind === "noised"
      ? {
          "noise.scale": isOracle ? value(1) : notStated,
          "noise.crps": value(0.56 + (isOracle ? 0.02 : 0.4) * draw("crps")),
        }
      : {}),
  };
}
