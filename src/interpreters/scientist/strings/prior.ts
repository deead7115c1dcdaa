import { log2 } from "../../../core/index.ts";
import type {
  Condition,
  Excepted,
  Joined,
  StringAtom,
  StringLaw,
  StringSpec,
} from "../../../categories/strings/index.ts";

const KINDS = log2(67);
/** What it costs to be one operation, two in a row, or more of them. */
const DEPTHS = [0, 1.7, 0.6, 7, 10] as const;
/** What the oddities of the released code cost, once in a law. */
const RELEASED = 6;
/** What an exception costs, beside its condition and what holds there. */
const EXCEPTION = 3;

/** How unlikely a function is before anything was asked, in bits. */
export function bitsOf(spec: StringSpec): number {
  if (spec.kind !== "excepted") return lawBits(spec);
  return lawBits(spec.inner) + exceptionBits(spec);
}

function lawBits(law: StringLaw): number {
  const steps = law.kind === "chain" ? law.steps : [law];
  const atoms = steps.flatMap((step) => (step.kind === "joined" ? partsOf(step) : [step]));
  const joining = steps.some((step) => step.kind === "joined") ? 2 : 0;
  const reading = atoms.some((atom) => "reading" in atom && atom.reading === "released")
    ? RELEASED
    : 0;
  const depth = DEPTHS[steps.length] ?? 3 * steps.length;
  return atoms.reduce((sum, atom) => sum + atomBits(atom), depth + joining + reading);
}

function exceptionBits({ when, then }: Excepted): number {
  const instead = then.kind === "constant-text" ? 4.6 + 4.7 * then.text.length : 1 + atomBits(then);
  return EXCEPTION + conditionBits(when) + instead;
}

function atomBits(atom: StringAtom): number {
  return KINDS + parameterBits(atom);
}

function partsOf({ left, right }: Joined): readonly StringAtom[] {
  return [left, right].filter((atom) => atom !== null);
}

function parameterBits(atom: StringAtom): number {
  if ("letter" in atom) return log2(52);
  if ("by" in atom) return log2(/-(?:first|last)-/u.test(atom.kind) ? 26 : 9);
  if ("position" in atom || "number" in atom) return log2(9);
  if ("from" in atom) return log2(90);
  if ("first" in atom) return log2(45);
  if ("old" in atom) return log2(52 * 51);
  if ("suffix" in atom) return log2(5) + atom.suffix.length * log2(52);
  return "alphabet" in atom ? 88.4 : 0;
}

function conditionBits(when: Condition): number {
  switch (when.kind) {
    case "starts-with":
    case "ends-with":
    case "contains":
      return 5.2;
    case "contains-letter":
      return 8.3;
    case "longer-than":
    case "shorter-than":
      return 7;
  }
}
