import type { Assignment } from "../../../contract/index.ts";
import type { Draws } from "../../../core/index.ts";
import { suspects, tellingOf } from "./exceptions.ts";
import type { Suspect } from "./exceptions.ts";
import { afterReading, classWeights, firstHypotheses, memberChance } from "./hypotheses.ts";
import type { RelationHypothesis } from "./hypotheses.ts";
import { predicatesOf } from "./predicates.ts";
import type { RelationFinding } from "./relation-finding.ts";
import { openRelationLaboratory } from "./relation-laboratory.ts";
import type { FactReading, RelationLaboratory } from "./relation-laboratory.ts";
import type { FactSources } from "./sources.ts";
import {
  noteExceptions,
  noteFirstAnswer,
  noteGiven,
  noteHypotheses,
  noteProperty,
} from "./story.ts";
import type { Thing, ThingClass } from "./thing-class.ts";

/** A share of the probability from which a class, and a property, is taken for known. */
const KNOWN_CLASS = 0.95;
const KNOWN_PROPERTY = 0.97;
/** Things with an answer from which on a class and a property may be known. */
const FEWEST_ANSWERS = 3;
/** Names of a class that are weighed against those of others for the next question. */
const OF_CLASS = 3;
/** Things inside and outside of an exception that are asked before it is stated. */
const MET = 5;
/** Names of each rival class that are asked before a class is settled on. */
const OF_RIVALS = 3;
/** Below this an answer would not tell exceptions apart any more. */
const LITTLE = 0.0004;

/** Asks, forms hypotheses, looks for an exception, and says what is left; `null` without any answer. */
export async function investigateRelation(
  assignment: Assignment,
  sources: FactSources,
  signal: AbortSignal,
): Promise<RelationFinding | null> {
  const lab = openRelationLaboratory(assignment, signal);
  const draws = assignment.chance.fork("relation");
  const orders = new Map(sources.classes.map((each) => [each, shuffled(each.things, draws)]));
  let hypotheses = firstHypotheses(sources);
  const learn = (fresh: readonly FactReading[]): void => {
    for (const reading of fresh) hypotheses = afterReading(sources, hypotheses, reading);
  };
  const given = (assignment.briefing.form.initialInputs ?? []).map(String);
  if (given.length > 0) {
    const fresh = await lab.ask(given);
    noteGiven(lab, fresh);
    learn(fresh);
  }
  const parts = { sources, lab, orders };
  lab.note("experiment", "Names of many kinds of things, until one has an answer.");
  let wasAnswered = false;
  while (lab.left() > 0) {
    const isSure = isSettled(hypotheses, lab);
    const asked = isSure ? rivalNames(parts, hypotheses) : nextNames(parts, hypotheses);
    if (asked.length === 0) break;
    const fresh = await lab.ask(asked);
    if (fresh.length === 0) break;
    learn(fresh);
    const first = fresh.find(({ answer }) => answer !== null);
    if (!wasAnswered && first !== undefined) {
      wasAnswered = true;
      noteFirstAnswer(lab, first, hypotheses);
    }
  }
  if (lab.readings.every(({ answer }) => answer === null)) return null;
  noteHypotheses(lab, hypotheses);
  return settle(parts, hypotheses, learn, () => hypotheses);
}

interface Parts {
  readonly sources: FactSources;
  readonly lab: RelationLaboratory;
  /** The things of each class in the order in which they are tried. */
  readonly orders: ReadonlyMap<ThingClass, readonly Thing[]>;
}

function isSettled(
  hypotheses: readonly RelationHypothesis[],
  { readings }: RelationLaboratory,
): boolean {
  const best = likeliest(hypotheses);
  const share = classWeights(hypotheses).get(best.about) ?? 0;
  const answered = readings.filter(
    ({ key, answer }) => answer !== null && best.about.byKey.has(key),
  );
  return (
    answered.length >= FEWEST_ANSWERS &&
    share >= KNOWN_CLASS &&
    best.weight >= KNOWN_PROPERTY * share
  );
}

/**
 * Names of other classes that would have an answer if these were the inputs: of the wider ones, and of
 * those that share a thing with an answer; none once they were asked.
 */
function rivalNames(
  { sources, lab, orders }: Parts,
  hypotheses: readonly RelationHypothesis[],
): readonly string[] {
  const { about } = likeliest(hypotheses);
  const shared = lab.readings
    .filter(({ answer }) => answer !== null)
    .flatMap(({ key }) => sources.classesOf.get(key) ?? []);
  const wider = about.within.flatMap((id) => sources.byId.get(id) ?? []);
  return [...new Set([...wider, ...shared])]
    .filter((rival) => rival !== about)
    .flatMap((rival) => {
      // Of a narrower class what is not of it decides, of any other what is of it alone.
      const [of, beside] = rival.within.includes(about.id) ? [about, rival] : [rival, about];
      const own = (orders.get(of) ?? []).filter(({ key }) =>
        (sources.classesOf.get(key) ?? []).every(
          ({ id, within }) => id !== beside.id && !within.includes(beside.id),
        ),
      );
      const asked = own.filter(({ key }) => lab.wasAsked(key)).length;
      const fresh = own.filter(({ key }) => !lab.wasAsked(key));
      return fresh.slice(0, Math.max(0, OF_RIVALS - asked)).map(({ name }) => name);
    });
}

/** The names of which it is least certain whether they have an answer. */
function nextNames(
  { sources, lab, orders }: Parts,
  hypotheses: readonly RelationHypothesis[],
): readonly string[] {
  const weights = classWeights(hypotheses);
  const candidates = new Map<string, Thing>();
  for (const [about, weight] of weights) {
    if (weight < 1e-6) continue;
    const fresh = firstUnasked(orders.get(about) ?? [], lab);
    for (const thing of fresh) candidates.set(thing.key, thing);
  }
  return [...candidates.values()]
    .map((thing) => {
      const chance = memberChance(sources, weights, thing.key);
      return { thing, telling: chance * (1.25 - chance) };
    })
    .toSorted((a, b) => b.telling - a.telling)
    .slice(0, lab.atOnce())
    .map(({ thing }) => thing.name);
}

function firstUnasked(things: readonly Thing[], lab: RelationLaboratory): readonly Thing[] {
  const fresh: Thing[] = [];
  for (const thing of things) {
    if (fresh.length === OF_CLASS) break;
    if (!lab.wasAsked(thing.key)) fresh.push(thing);
  }
  return fresh;
}

/** Looks for an exception of the likeliest class, and says what was found. */
async function settle(
  { sources, lab, orders }: Parts,
  start: readonly RelationHypothesis[],
  learn: (fresh: readonly FactReading[]) => void,
  current: () => readonly RelationHypothesis[],
): Promise<RelationFinding> {
  let best = likeliest(start);
  let predicates = predicatesOf(sources, best.about);
  let all = suspects(sources, best, predicates, lab.readings);
  lab.note(
    "experiment",
    `More things of the class of ${best.about.input}, which tell apart what may be left out.`,
  );
  while (lab.left() > 0) {
    const order = orders.get(best.about) ?? [];
    const toTell = telling(order, all, lab);
    const next = toTell.length > 0 ? toTell : confirming(order, all, lab);
    if (next.length === 0) break;
    const fresh = await lab.ask(next);
    if (fresh.length === 0) break;
    // What is left out of a class says nothing about which class it is.
    learn(fresh.filter(({ answer }) => answer !== null));
    const now = likeliest(current());
    if (now.about !== best.about) predicates = predicatesOf(sources, now.about);
    best = now;
    all = suspects(sources, best, predicates, lab.readings);
  }
  noteProperty(lab, best);
  noteExceptions(lab, all);
  const classShare = classWeights(current()).get(best.about) ?? 0;
  return { ...best, classShare, suspects: all, readings: lab.readings };
}

function telling(
  things: readonly Thing[],
  all: readonly Suspect[],
  lab: RelationLaboratory,
): readonly string[] {
  const alive = all.filter(({ share }) => share > 1e-5);
  return things
    .filter(({ key }) => !lab.wasAsked(key))
    .map((thing) => ({ thing, worth: tellingOf(thing, alive) }))
    .filter(({ worth }) => worth > LITTLE)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, lab.atOnce())
    .map(({ thing }) => thing.name);
}

/** Things that a likely exception holds for, and near ones that it does not, until it was met often enough. */
function confirming(
  things: readonly Thing[],
  [best]: readonly Suspect[],
  lab: RelationLaboratory,
): readonly string[] {
  const predicate = best?.predicate ?? null;
  if (best === undefined || predicate === null) return [];
  const fresh = things.filter(({ key }) => !lab.wasAsked(key));
  const { inside, outside } = best;
  const wanted = [
    ...(inside.undefined + inside.answered < MET ? (["yes"] as const) : []),
    ...(outside.undefined + outside.answered < MET ? (["no"] as const) : []),
  ];
  return wanted
    .flatMap((held) => fresh.find((thing) => predicate.holds(thing) === held) ?? [])
    .map(({ name }) => name);
}

/** The likeliest property of the likeliest class. */
function likeliest(hypotheses: readonly RelationHypothesis[]): RelationHypothesis {
  const [about] = [...classWeights(hypotheses)].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const own = hypotheses.filter((each) => each.about === about);
  const [best] = own.toSorted((a, b) => b.weight - a.weight);
  if (best === undefined) throw new Error("Expected a class at least");
  return best;
}

/** Things in an order by chance; those with facts first, of which more is known. */
function shuffled(things: readonly Thing[], draws: Draws): readonly Thing[] {
  return things
    .map((thing) => ({ thing, place: draws.uniform() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
