import type { EntityException, EntitySpec, Join, WordCondition } from "./spec.ts";

/** The unit in plain English: what it responds to, how strongly, and what departs from that. */
export function describeEntity(spec: EntitySpec): string {
  const { noise, exception, approximation } = spec;
  return [
    `Responds to words about ${joined(spec)}: near 1 for words plainly about ${spec.concepts.length === 1 ? "it" : "them"}, about a half for words associated, near 0 for all others.`,
    ...(exception === undefined ? [] : [`Exception: ${describeException(exception)}.`]),
    ...(approximation === undefined
      ? []
      : [
          `It is only nearly so: each word's activation is off by up to ${approximation.strength}, always by as much.`,
        ]),
    ...(noise === undefined
      ? []
      : [
          `Each answer carries ${noise.distribution} noise with ${noise.distribution === "normal" ? "standard deviation" : "half-width"} ${noise.scale}.`,
        ]),
  ].join(" ");
}

/** The concepts as one phrase, such as `tennis or golf`. */
function joined({ concepts, join }: Pick<EntitySpec, "concepts" | "join">): string {
  const [one = "", two] = concepts;
  if (two === undefined) return one;
  return JOINS[join ?? "or"](one, two);
}

const JOINS: { readonly [join in Join]: (one: string, two: string) => string } = {
  or: (one, two) => `${one} or ${two}`,
  and: (one, two) => `both ${one} and ${two}`,
  "and-not": (one, two) => `${one} but not ${two}`,
};

/** An exception in words. */
export function describeException(exception: EntityException): string {
  return exception.kind === "silent"
    ? `${describeCondition(exception.when)} leave it silent, even where they are about the concept`
    : `these few words about ${exception.concept} activate it too: ${exception.words.join(", ")}`;
}

function describeCondition(when: WordCondition): string {
  switch (when.kind) {
    case "starts-with":
      return `words that begin with ${when.letter}`;
    case "name":
      return "proper names, which are written with a capital letter,";
    case "phrase":
      return "phrases of several words";
    case "longer-than":
      return `words of more than ${when.letters} letters`;
    case "shorter-than":
      return `words of fewer than ${when.letters} letters`;
  }
}

/** The unit on one line. */
export function entityFormula(spec: EntitySpec): string {
  const [one = "", two] = spec.concepts.map((name) => `about(${JSON.stringify(name)}, w)`);
  const law =
    two === undefined
      ? one
      : {
          or: `max(${one}, ${two})`,
          and: `min(${one}, ${two})`,
          "and-not": `${one} · (1 − ${two})`,
        }[spec.join ?? "or"];
  const { exception, noise } = spec;
  const excepted =
    exception === undefined
      ? ""
      : exception.kind === "silent"
        ? `, but ≈ 0 for ${describeCondition(exception.when)}`
        : `, but ≈ 1 for ${exception.words.join(", ")}`;
  return `f(w) = ${law}${noise === undefined ? "" : " + noise"}${excepted}`;
}
