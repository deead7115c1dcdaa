import type { DrawServices } from "../../../contract/index.ts";
import { squared } from "../../../core/index.ts";
import { evaluate } from "../functions/evaluate.ts";
import type { Approximated, Law } from "../functions/spec.ts";
import { requireNetwork } from "../drawing/draft-numeric.ts";
import { publishedSettings } from "./published-settings.ts";
import type { ReleasedNumeric } from "./released-data.ts";
import { readNetworkFile } from "./torch/read-network-file.ts";

const POINTS = 10_000;
/** The error below which a network has learned its law. */
const LEARNED = 0.01;

/** A released network from its weights, in the arithmetic that it was trained in. */
export async function releasedNetwork(
  law: Law,
  domain: ReleasedNumeric["domain"],
  path: string,
): Promise<Approximated> {
  const layers = await readNetworkFile(path);
  const network = { kind: "approximated", law, layers, precision: "float32", domain } as const;
  const error = errorOf({ ...network, error: null, learned: false });
  return { ...network, error, learned: error !== null && error < LEARNED };
}

/** A network trained by the published recipe, in place of one whose weights are not at hand. */
export async function retrainedNetwork(
  law: Law,
  { id, domain }: ReleasedNumeric,
  seed: string,
  approximate: DrawServices["approximate"],
): Promise<Approximated> {
  const task = { law, domain, settings: publishedSettings, seed: `find/${id}/${seed}` };
  return requireNetwork(await approximate(task));
}

/** Σ(f − g)² / Σf² of law and network over the training points at which the law has a real value. */
function errorOf(network: Approximated): number | null {
  const { from, to } = network.domain;
  const xs = Float64Array.from(
    { length: POINTS },
    (_, i) => from + ((to - from) * i) / (POINTS - 1),
  );
  const law = evaluate(network.law, xs);
  const given = evaluate(network, xs).re;
  let off = 0;
  let energy = 0;
  law.re.forEach((y, i) => {
    if (!Number.isFinite(y) || (law.im?.[i] ?? 0) !== 0) return;
    off += squared(y - (given[i] ?? 0));
    energy += y * y;
  });
  return energy === 0 ? null : off / energy;
}
