import type { Excepted, Joined, StringAtom, StringLaw, StringSpec } from "./spec.ts";

/**
 * The same function written in the one way that stands for all names that it goes by: two functions
 * whose canonical forms are equal do the same. It is for comparison, and may have parameters that
 * are never drawn.
 */
export function canonicalOf(spec: StringSpec): StringSpec {
  return spec.kind === "excepted" ? canonicalExcepted(spec) : canonicalLaw(spec);
}

function canonicalExcepted({ kind, inner, when, then }: Excepted): Excepted {
  const replacement = then.kind === "constant-text" ? then : canonicalAtom(then);
  return { kind, inner: canonicalLaw(inner), when, then: replacement };
}

function canonicalLaw(law: StringLaw): StringLaw {
  switch (law.kind) {
    case "chain":
      return {
        kind: "chain",
        steps: law.steps.map((step) =>
          step.kind === "joined" ? canonicalJoined(step) : canonicalAtom(step),
        ),
      };
    case "joined":
      return canonicalJoined(law);
    default:
      return canonicalAtom(law);
  }
}

function canonicalJoined({ kind, how, left, right }: Joined): Joined {
  return {
    kind,
    how,
    left: left === null ? null : canonicalAtom(left),
    right: right === null ? null : canonicalAtom(right),
  };
}

function canonicalAtom(atom: StringAtom): StringAtom {
  switch (atom.kind) {
    case "count-letter":
    case "count-substring":
      return { ...atom, kind: "count-letter", reading: "sound" };
    case "find-letter":
    case "count-vowels":
    case "count-uppercase":
    case "count-lowercase":
      return { ...atom, reading: "sound" };
    case "swap-positions": {
      const { kind, first, second } = atom;
      return { kind, first: Math.min(first, second), second: Math.max(first, second) };
    }
    case "shift-position-down":
      return atom.reading === "released" ? { ...atom, kind: "shift-position-up" } : atom;
    case "shift-last-down":
      return { ...atom, ...upwards(atom, "shift-last-up") };
    case "shift-first-down":
      return { ...atom, ...upwards(atom, "shift-first-up") };
    default:
      return atom;
  }
}

type EndShift = Extract<StringAtom, { readonly by: number }>;

/** In the sound reading, going back is going on by the rest of the alphabet. */
function upwards(atom: EndShift, kind: "shift-last-up" | "shift-first-up"): Partial<EndShift> {
  return atom.reading === "sound" ? { kind, by: (26 - atom.by) % 26 } : {};
}
