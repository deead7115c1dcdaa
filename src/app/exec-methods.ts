import { resolve } from "node:path";
import * as z from "zod";
import { BenchError } from "../core/index.ts";
import type { Contestant, ProgramPlace, RunInterpreter, RunManifest } from "../contract/index.ts";
import { EXEC, execMethod } from "../exec/index.ts";
import type { ExecMethod, Reach } from "../exec/index.ts";
import { packageVersion } from "./package-files.ts";
import { rememberedPath } from "./suites-of-run.ts";

/** How a run lets programs contend; what is left out is as usual: walled in, without the network. */
export interface ExecTerms {
  /** Files and folders that they are shown beside their own. */
  readonly paths?: readonly string[];
  /** Names of variables of the environment that they are given. */
  readonly variables?: readonly string[];
  readonly network?: boolean;
  readonly unconfined?: boolean;
  /** Seconds in which something has to come from a program that has all it asked for. */
  readonly silence?: number;
}

/** The program of this name of an interpreter; `null` where it is no program's. Throws `bad-argument`. */
export async function execNamed(name: string, terms: ExecTerms = {}): Promise<ExecMethod | null> {
  if (!name.startsWith(EXEC)) return null;
  const { paths = [], variables = [], network = false, unconfined = false, silence } = terms;
  const folder = resolve(".");
  const reach = { paths: paths.map((path) => resolve(path)), variables, network, unconfined };
  return made(name.slice(EXEC.length), folder, reach, silence);
}

/** Where a program is started, as a run in this folder remembers it. */
export function execPlace({ place }: ExecMethod, runFolder: string): ProgramPlace {
  const { folder, paths } = place;
  return {
    folder: rememberedPath(runFolder, folder),
    paths: paths.map((path) => rememberedPath(runFolder, path)),
  };
}

const recorded = z.object({
  command: z.string(),
  files: z.record(z.string(), z.string()),
  variables: z.array(z.string()),
  network: z.boolean(),
  unconfined: z.boolean(),
});

/**
 * The program that a run was begun with, from its row in the record. Throws `run-differs` where its
 * files are not what they were.
 */
export async function execAgain(
  { id, configuration }: RunInterpreter,
  { folder, paths }: ProgramPlace,
  runFolder: string,
  { silence }: Pick<ExecTerms, "silence">,
): Promise<ExecMethod> {
  const parsed = recorded.safeParse(configuration);
  if (!parsed.success)
    throw new BenchError(
      "bad-data",
      `Expected the configuration of a program; got another as \`${id}\`; take a run.json that was not changed`,
      { cause: parsed.error },
    );
  const { command, files, ...rest } = parsed.data;
  const reach = { ...rest, paths: paths.map((path) => resolve(runFolder, path)) };
  const method = await made(command, resolve(runFolder, folder), reach, silence);
  const now = recorded.parse(method.configuration).files;
  const changed = Object.keys({ ...files, ...now }).find((word) => files[word] !== now[word]);
  if (changed === undefined) return method;
  throw new BenchError(
    "run-differs",
    `Expected the files that the run was begun with as \`${id}\`; got another \`${changed}\`; put it back as it was, or begin a new run`,
    { data: { id, file: changed } },
  );
}

function made(
  command: string,
  folder: string,
  reach: Reach,
  silence: number | undefined,
): Promise<ExecMethod> {
  const limits = silence === undefined ? {} : { silence };
  return execMethod({ command, folder, reach, limits, version: packageVersion() });
}

/**
 * Starts the programs among the contestants, so that one that does not start is told before the work.
 * Neither the run, nor its suites, nor any other given path is in their reach.
 */
export async function openPrograms(
  contestants: readonly Contestant[],
  runFolder: string,
  { suites }: Pick<RunManifest, "suites">,
  { others = [], onRemark }: Surroundings,
): Promise<void> {
  const paths = [runFolder, ...suites.map(({ path }) => resolve(runFolder, path)), ...others];
  const hidden = paths.map((path) => resolve(path));
  for (const program of programsAmong(contestants)) {
    await program.open(hidden);
    const { unconfined, network } = program.configuration;
    if (unconfined === true)
      onRemark?.(`${program.id} runs without walls: it can read the truths, and its row says so`);
    else if (network === true)
      onRemark?.(`${program.id} may use the network, servers on this machine too; its row says so`);
  }
}

/** What is around a run that programs work in. */
interface Surroundings {
  /** Files and folders that programs must not see, beside the run and its suites. */
  readonly others?: readonly string[];
  readonly onRemark?: ((remark: string) => void) | undefined;
}

/** Ends the programs among the contestants. */
export async function closePrograms(contestants: readonly Contestant[]): Promise<void> {
  await Promise.all(programsAmong(contestants).map((program) => program.close()));
}

function programsAmong(contestants: readonly Contestant[]): readonly ExecMethod[] {
  return contestants.filter((one): one is ExecMethod => "open" in one && "close" in one);
}
