import { describeCondition } from "./describe-condition.ts";
import { arityOfText } from "./inspect.ts";
import { operationOf } from "./operations.ts";
import type { ConstantText, Excepted, Joined, StringAtom, StringLaw, StringSpec } from "./spec.ts";

/** The function in plain English with every parameter, enough to compute it. */
export function describeText(spec: StringSpec): string {
  const call = arityOfText(spec) === 1 ? "f(s)" : "f(s, t)";
  if (spec.kind !== "excepted") return `${call} ${describeLaw(spec)}.`;
  return `${call} ${describeLaw(spec.inner)}. ${describeException(spec, call)}`;
}

function describeLaw(law: StringLaw): string {
  if (law.kind === "joined") return describeJoined(law);
  if (law.kind !== "chain") return describeAtom(law);
  const [first = "", ...others] = law.steps.map(describeLaw);
  const rest = others.map((step) => `then, with the result as the text, it ${step}`);
  return [`first ${first}`, ...rest].join("; ");
}

function describeAtom(atom: StringAtom): string {
  return operationOf(atom.kind).describe(atom);
}

function describeJoined({ how, left, right }: Joined): string {
  const changes = [
    ...(left === null ? [] : [`with s as the text, ${describeAtom(left)}`]),
    ...(right === null ? [] : [`with t as the text, ${describeAtom(right)}`]),
  ];
  const join = describeJoin(
    how,
    left === null ? "s" : "the changed s",
    right === null ? "t" : "the changed t",
  );
  return changes.length === 0 ? join : `takes two texts: ${changes.join("; ")}; and ${join}`;
}

function describeJoin(how: Joined["how"], left: string, right: string): string {
  switch (how) {
    case "concatenate":
      return `gives ${left} followed by ${right}`;
    case "interleave":
      return (
        `takes one character of ${left} and one of ${right} in turn, and when one of them ends, the ` +
        `rest of the other`
      );
    case "longer":
      return `gives the one with more characters of ${left} and ${right}, or ${left} if they have as many`;
    case "common":
      return `keeps of ${left} only the characters that occur in ${right}`;
  }
}

function describeException({ when, then }: Excepted, call: string): string {
  const where = `This does not hold where s ${describeCondition(when)}: there ${call} `;
  return where + describeReplacement(then) + (call === "f(s)" ? "" : ", whatever t is") + ".";
}

function describeReplacement(then: StringAtom | ConstantText): string {
  return then.kind === "constant-text"
    ? `is ${JSON.stringify(then.text)}`
    : `instead ${describeAtom(then)}, with s as it came in as the text`;
}
