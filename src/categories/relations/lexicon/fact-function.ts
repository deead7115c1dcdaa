import { BenchError, canonicalJson, sha256Hex } from "../../../core/index.ts";
import type { FactClass, Member } from "./fact-class.ts";
import type { FactException, FactRelation, Facts } from "./facts.ts";
import { holds } from "./predicate.ts";

/** What a relation says of one input. */
export type Said =
  /** Every right answer, the canonical one first. */
  | { readonly kind: "answers"; readonly answers: readonly string[] }
  /** Of the class, and an exception. */
  | { readonly kind: "exception" }
  /** Not of the class, or nothing is known of it. */
  | { readonly kind: "outside" };

/** A relation with its exception, read from the facts. */
export interface FactFunction {
  readonly relation: FactRelation;
  readonly exception: FactException | null;
  readonly inputs: FactClass;
  say(input: string): Said;
  /** Members that it answers, and that are an exception, without the borderline cases. */
  readonly answered: readonly Member[];
  readonly excepted: readonly Member[];
  /** First 16 hexadecimal digits of the SHA-256 of all that decides its answers. */
  version(): string;
}

const OUTSIDE: Said = { kind: "outside" };
const EXCEPTION: Said = { kind: "exception" };

/** Made once per facts: what it reads never changes. */
const made = new WeakMap<Facts, Map<string, FactFunction>>();

/** The function of a relation and an exception, by their ids. Throws `bad-parameter`. */
export function factFunction(
  facts: Facts,
  relation: string,
  exception: string | null,
): FactFunction {
  const known = made.get(facts) ?? new Map<string, FactFunction>();
  made.set(facts, known);
  const name = `${relation}/${exception ?? ""}`;
  const found = known.get(name) ?? makeFunction(facts, relation, exception);
  known.set(name, found);
  return found;
}

function makeFunction(facts: Facts, id: string, exceptionId: string | null): FactFunction {
  const relation = facts.relations.get(id);
  if (relation === undefined) throw unknown("relation", id, facts.relations.keys());
  const exception = exceptionId === null ? null : (facts.exceptions.get(exceptionId) ?? null);
  const inputs = facts.classes.get(relation.class);
  if (inputs === undefined) throw unknown("class", relation.class, facts.classes.keys());
  if (exceptionId !== null && exception?.class !== relation.class) {
    const own = [...facts.exceptions.values()].filter((each) => each.class === relation.class);
    throw unknown(
      `exception of ${relation.class}`,
      exceptionId,
      own.map((each) => each.id),
    );
  }
  const stateOf = (member: Member, input: string): Said | "unsure" => {
    const answers = member.values(relation.attribute);
    const held = exception === null ? "no" : holds(exception, member, input);
    if (held === "yes") return EXCEPTION;
    if (answers.length === 0) return OUTSIDE;
    return held === "unsure" ? "unsure" : { kind: "answers", answers };
  };
  const states = inputs.members.map((member) => [member, stateOf(member, member.name)] as const);
  // Where no answer is known, nothing tells an exception from ignorance.
  const isTold = (member: Member): boolean =>
    !member.isAmbiguous && member.values(relation.attribute).length > 0;
  const inState = (kind: Said["kind"]): readonly Member[] =>
    states.flatMap(([member, said]) =>
      said !== "unsure" && said.kind === kind && isTold(member) ? [member] : [],
    );
  const byMember = new Map(states);
  let version: string | undefined;
  return {
    relation,
    exception,
    inputs,
    answered: inState("answers"),
    excepted: inState("exception"),
    version: () => (version ??= versionOf(relation, inputs, (each) => stateOf(each, each.name))),
    say: (input) => {
      const member = inputs.find(input);
      if (member === null) return OUTSIDE;
      // Only an exception about names depends on how the member was named.
      const said =
        exception?.attribute === "name"
          ? stateOf(member, input)
          : (byMember.get(member) ?? OUTSIDE);
      if (said !== "unsure") return said;
      return { kind: "answers", answers: member.values(relation.attribute) };
    },
  };
}

function versionOf(
  { kind, unit, tolerance }: FactRelation,
  { members }: FactClass,
  stateOf: (member: Member) => Said | "unsure",
): string {
  const rows = members.map((member) => {
    const said = stateOf(member);
    return [member.name, ...member.aliases, said];
  });
  return sha256Hex(canonicalJson({ kind, unit, tolerance, rows })).slice(0, 16);
}

function unknown(what: string, id: string, known: Iterable<string>): BenchError {
  return new BenchError(
    "bad-parameter",
    `Expected a ${what} among ${[...known].join(", ")}; got \`${id}\`; correct it, or read it with a findbench that has it`,
    { data: { id } },
  );
}
