import type { Candidate } from "../candidate.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { edgesOf, isWithin } from "./edges-of.ts";
import type { Edges } from "./edges-of.ts";
import { chanceOfPlace, isResolved } from "./find-edge.ts";
import type { Edge } from "./find-edge.ts";
import { isReplaced } from "./is-replaced.ts";
import { missesOf } from "./misses-of.ts";
import { withRectangle } from "./rectangles.ts";
import { regionOf } from "./region-of.ts";
import { separate } from "./separate.ts";
import { askUntilMissed, settleClean } from "./settle-clean.ts";
import { sortedByInput } from "./sorted-by-input.ts";

/** Rounds in which edges are looked for and the rest verified. */
const ROUNDS = 3;
/** Queries that are kept for the edges. */
const FOR_EDGES = 16;
/** Readings from which the level inside is estimated, where the budget allows. */
const INSIDE = 40;
/** How sure one is of a law with a stretch whose edges are known. */
const SURE = 0.9;

/** A law that does not hold in one stretch: its edges, what stands there instead, and a test. */
export async function settleRegion(
  inquiry: Inquiry,
  candidate: Candidate,
): Promise<Finding | null> {
  const { lab } = inquiry;
  const single =
    candidate.rivals.length === 0 ? candidate : await separate(inquiry, candidate, FOR_EDGES);
  if (single === null) return null;
  const pulsed = withRectangle(single, sortedByInput(lab.readings));
  if (pulsed !== null && pulsed.misses.length === 0) return settleClean(inquiry, pulsed);
  const { law } = single;
  if (!(await isReplaced(inquiry, law, missesOf(law, lab.readings)))) return null;
  const edges = await verifiedEdges(inquiry, single);
  if (edges === null || !regionOf(law, edges, lab.readings).isPlausible) return null;
  await lookInside(inquiry, edges);
  const { region, spread, scatter, isPlausible } = regionOf(law, edges, lab.readings);
  if (!isPlausible) return null;
  const spec = { kind: "corrupted", inner: law, regions: [region], spread, scatter } as const;
  return { kind: "spec", spec, ...trustIn(edges, single) };
}

/** The edges, looked for again where a point of the test outside them was missed. */
async function verifiedEdges(inquiry: Inquiry, { law }: Candidate): Promise<Edges | null> {
  let edges = await edgesOf(inquiry, law);
  for (let round = 0; round < ROUNDS && edges !== null; round += 1) {
    const known = edges;
    const fresh = await askUntilMissed(inquiry, law, (x) => !isWithin(x, known));
    if (missesOf(law, fresh).length === 0) {
      const text = `${fresh.length} fresh points outside that stretch, in the widest gaps and beyond the domain, all agree.`;
      if (fresh.length > 0) inquiry.lab.note("verified", text);
      break;
    }
    edges = await edgesOf(inquiry, law);
  }
  return edges;
}

/** How far a law with a stretch is to be trusted: an edge known roughly makes it a likely one. */
function trustIn(
  { left, right }: Edges,
  { rivals }: Candidate,
): Pick<Finding, "standing" | "confidence" | "remarks"> {
  const named = [
    { name: "left", edge: left },
    { name: "right", edge: right },
  ];
  const open = named.flatMap(({ name, edge }) =>
    edge === null || isResolved(edge) ? [] : [{ name, edge }],
  );
  const chance = open.reduce((product, { edge }) => product * chanceOfPlace(edge), SURE);
  return {
    standing: open.length === 0 && rivals.length === 0 ? "exact" : "likely",
    confidence: chance / (1 + rivals.length),
    remarks: open.map(({ name, edge }) => remarkOn(name, edge)),
  };
}

function remarkOn(name: string, { near, far }: Edge): string {
  const [from, to] = [Math.min(near, far), Math.max(near, far)];
  return `Of the ${name} edge of that stretch no more is known than that it lies between ${short(from)} and ${short(to)}.`;
}

/** More readings inside, by which the level there is known better. */
async function lookInside({ lab, domain, chance }: Inquiry, { left, right }: Edges): Promise<void> {
  const from = left?.far ?? domain.from;
  const to = right?.far ?? domain.to;
  const draws = chance.fork("inside");
  const count = Math.min(INSIDE, lab.left());
  if (count === 0) return;
  lab.note(
    "experiment",
    `The law does not hold between about ${short(from)} and ${short(to)}: ${count} more points inside, to see what stands there instead.`,
  );
  await lab.ask(
    Array.from({ length: count }, (_, i) => from + ((to - from) * (i + draws.uniform())) / count),
  );
}

function short(x: number): number {
  return Number(x.toPrecision(7));
}
