import type { Output } from "../../contract/index.ts";
import { SILENT } from "../common/index.ts";
import type { KnownAnswer } from "../common/index.ts";
import { describeRelation } from "./describe.ts";
import { functionOf } from "./lexicon/function-of.ts";
import type { RelationSpec } from "./problem.ts";

/** What a perfect answer says that knows a relation: class, property and exception, in words. */
export function knownRelationAnswer(known: RelationSpec): KnownAnswer {
  const { relation, exception } = functionOf(known);
  return {
    interpretation: {
      ...SILENT,
      description: describeRelation(known),
      relation: { input: relation.input, output: relation.output },
      exceptions: exception === null ? [] : [exception.phrase],
    },
    runsCode: false,
  };
}

/** What a known relation gives for an input. */
export function knownRelationOutput(known: RelationSpec, input: string): Output {
  const said = functionOf(known).say(input);
  const [value] = said.kind === "answers" ? said.answers : [];
  return value === undefined ? { kind: "undefined" } : { kind: "value", value };
}
