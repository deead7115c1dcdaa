import { join } from "node:path";
import { BenchError } from "../core/index.ts";
import type { RunManifest } from "../contract/index.ts";
import { openStore } from "../store/index.ts";
import { openSuite, writeSuite } from "../suite/index.ts";
import { tellUnrunnable } from "./cannot-run.ts";
import { categories } from "../categories/index.ts";
import type { OwnFunctions } from "../categories/index.ts";
import { pythonSyntax } from "../syntax/index.ts";
import { entrantsOf, requireAnswers } from "./entrants.ts";
import { openPrograms } from "./exec-methods.ts";
import { readFunctionFile } from "./function-file.ts";
import type { FunctionRequest } from "./function-file.ts";
import { requireModel } from "./open-model.ts";
import { packageVersion } from "./package-files.ts";
import { plannedRun } from "./planned-run.ts";
import type { Terms } from "./planned-run.ts";
import { requirePlace } from "./require-place.ts";
import { silence, work } from "./run.ts";
import type { RunResult, Workforce } from "./run.ts";
import { tryFunction } from "./try-function.ts";
import { requireReplies, takeOverCalls } from "./with-model.ts";
import { withSandbox } from "./with-sandbox.ts";

/** Name of the suite that a run keeps of a user's own function, in its own folder. */
const KEPT = "function";

/** A run on a user's own function. */
export interface FunctionRunRequest extends Terms {
  readonly function: FunctionRequest;
}

/**
 * Starts a run on a user's own function and works until it is done. The run's folder keeps a suite of
 * that one problem, source and all, so that nothing else is needed to go on with it.
 */
export async function startFunctionRun(
  request: FunctionRunRequest,
  workforce: Workforce,
  signal: AbortSignal,
): Promise<RunResult> {
  const place = openStore(request.out);
  await place.requireNew();
  await requirePlace(request.out, { beside: false });
  const entrants = await entrantsOf(request);
  return withSandbox(workforce.concurrency, async (sandbox) => {
    const file = await readFunctionFile(request.function, pythonSyntax(sandbox, signal));
    const own = takingPrograms();
    await tryFunction(file, own.trialInputs(file.arity), sandbox, signal);
    const problem = own.problemOf(file);
    const make = async (folder: string): Promise<RunManifest> => {
      const kept = join(folder, KEPT);
      const { name } = file;
      const origin = { name, recipe: null, sealSeed: false, findbench: packageVersion() };
      await writeSuite(kept, { ...origin, seed: problem.truth.seed }, [problem]);
      const everything = { ...request, out: folder, problems: [], limit: null };
      const suites = [await openSuite(kept)];
      const manifest = await plannedRun(everything, suites, entrants, workforce.clock);
      const contestants = entrants.map(({ contestant }) => contestant);
      await requireModel(contestants, manifest.models, workforce.environment, workforce.rate);
      if (request.replay !== undefined) await requireReplies(request.replay, manifest);
      await openPrograms(contestants, request.out, manifest, {
        others: [kept, request.function.file],
        onRemark: workforce.onRemark,
      });
      await requireAnswers(entrants, manifest, suites, workforce.onRemark ?? silence);
      return manifest;
    };
    const { durability } = workforce;
    const store = await place.create({ holds: KEPT, make }, { durability });
    try {
      const { manifest } = store;
      const suites = [await openSuite(join(request.out, KEPT))];
      const interpreters = entrants.map(({ contestant }) => contestant);
      const parts = { manifest, store, suites, interpreters, sandbox, repairedBytes: 0 };
      const plan = { contestants: interpreters, runs: manifest.suites, suites };
      await tellUnrunnable(plan, sandbox, workforce.onRemark ?? silence);
      if (request.replay !== undefined) await takeOverCalls(request.replay, request.out);
      return await work({ ...parts, retryErrors: false, folder: request.out }, workforce, signal);
    } finally {
      await store.close();
    }
  });
}

/** How the category that takes programs takes them. */
function takingPrograms(): OwnFunctions {
  const [own] = categories.flatMap(({ ownFunctions }) => ownFunctions ?? []);
  if (own !== undefined) return own;
  throw new BenchError(
    "internal",
    "Expected a category that takes programs; got none; report this",
  );
}
