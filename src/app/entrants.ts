import { resolve } from "node:path";
import { BenchError } from "../core/index.ts";
import type {
  Contestant,
  Language,
  RecordedMethod,
  RunInterpreter,
  RunManifest,
} from "../contract/index.ts";
import { countAnswered } from "../runs/index.ts";
import type { ExecMethod } from "../exec/index.ts";
import type { Suite } from "../suite/index.ts";
import type { AgentTerms } from "./agent-terms.ts";
import { modelsNamed } from "./agent-terms.ts";
import { execAgain, execNamed, execPlace } from "./exec-methods.ts";
import type { ExecTerms } from "./exec-methods.ts";
import { makeAgain, makeInterpreters } from "./interpreters.ts";
import { modelsOf } from "./open-model.ts";
import { ANSWERS, recordedMethod } from "./recorded-method.ts";
import { rememberedPath } from "./suites-of-run.ts";

/** A contestant, with the path of its answers where it was run elsewhere. */
export type Entrant =
  | { readonly kind: "interpreter"; readonly contestant: Contestant }
  | { readonly kind: "program"; readonly contestant: ExecMethod }
  | { readonly kind: "recorded"; readonly contestant: RecordedMethod; readonly path: string };

/** Who is to take part, by name, and what is decided for those who heed it. */
interface Wanted {
  readonly interpreters: readonly string[];
  /** The language in which those who can choose write their code. */
  readonly codeLanguage?: Language;
  readonly agent?: AgentTerms;
  /** How programs contend, where there are any. */
  readonly exec?: ExecTerms;
}

/**
 * The contestants of these names, each once. Throws `unknown-interpreter`, `data-missing` or
 * `bad-data`, and `bad-argument` where two files of answers would have one name.
 */
export async function entrantsOf(request: Wanted): Promise<readonly Entrant[]> {
  const { interpreters, codeLanguage = "javascript", agent = {} } = request;
  const options = { codeLanguage, agent };
  const entrants: Entrant[] = [];
  for (const name of new Set(interpreters)) {
    const path = name.startsWith(ANSWERS) ? name.slice(ANSWERS.length) : "";
    const program = await execNamed(name, request.exec);
    if (program !== null) entrants.push({ kind: "program", contestant: program });
    else if (path === "")
      for (const contestant of makeInterpreters(name, options))
        entrants.push({ kind: "interpreter", contestant });
    else if (!isKnown(path, entrants)) {
      const contestant = await recordedMethod(path);
      requireOwnName({ path, contestant }, entrants);
      entrants.push({ kind: "recorded", contestant, path });
    }
  }
  requireUse(agent, entrants);
  return entrants;
}

/** A model that nobody would ask is a mistake. */
function requireUse(agent: AgentTerms, entrants: readonly Entrant[]): void {
  const asked = modelsOf(entrants.map(({ contestant }) => contestant));
  if (modelsNamed(agent).length === 0 || agent.standing === true || asked.length > 0) return;
  throw new BenchError(
    "bad-argument",
    `Expected an interpreter that is a language model with --model; got none; name agent, agent+init or examples`,
  );
}

/** An entrant as a run's manifest has it, its answers by their path from the run's folder. */
export function plannedEntrant(
  entrant: Entrant,
  runFolder: string,
): Omit<RunInterpreter, "hash" | "role"> {
  const { id, configuration } = entrant.contestant;
  if (entrant.kind === "program")
    return { id, configuration, program: execPlace(entrant.contestant, runFolder) };
  if (entrant.kind === "interpreter") return { id, configuration };
  return { id, configuration, path: rememberedPath(runFolder, entrant.path) };
}

function isKnown(path: string, entrants: readonly Entrant[]): boolean {
  return entrants.some((one) => one.kind === "recorded" && resolve(one.path) === resolve(path));
}

function requireOwnName(
  { path, contestant: { id } }: { readonly path: string; readonly contestant: RecordedMethod },
  entrants: readonly Entrant[],
): void {
  for (const entrant of entrants) {
    if (entrant.kind !== "recorded" || entrant.contestant.id !== id) continue;
    throw new BenchError(
      "bad-argument",
      `Expected files of answers with names of their own; got \`${entrant.path}\` and \`${path}\`, which would both be \`${id}\`; rename one`,
      { data: { id } },
    );
  }
}

/**
 * The contestants of a run, made again from its own record; `folder` is where the run is. Throws
 * `run-differs` where recorded answers are not what they were, `data-missing` where they are gone.
 */
export async function entrantsOfRun(
  folder: string,
  { interpreters }: RunManifest,
  exec: Pick<ExecTerms, "silence"> = {},
): Promise<readonly Contestant[]> {
  const contestants: Contestant[] = [];
  for (const row of interpreters) {
    if (row.role === "reference") continue;
    const { path, program } = row;
    if (program !== undefined) contestants.push(await execAgain(row, program, folder, exec));
    else if (path === undefined) contestants.push(makeAgain(row));
    else contestants.push(await sameAnswers(row, resolve(folder, path)));
  }
  return contestants;
}

async function sameAnswers(
  { id, configuration }: RunInterpreter,
  path: string,
): Promise<RecordedMethod> {
  const method = await recordedMethod(path, id);
  if (method.configuration["answers"] === configuration["answers"]) return method;
  throw new BenchError(
    "run-differs",
    `Expected the answers that the run was begun with as \`${id}\`; got others in \`${path}\`; put the file back as it was, or begin a new run`,
    { data: { id, path } },
  );
}

/**
 * Tells on how many problems of a run a recorded method will abstain. Throws `bad-argument` where it
 * has an answer to none of them.
 */
export async function requireAnswers(
  entrants: readonly Entrant[],
  { suites: runs }: Pick<RunManifest, "suites">,
  suites: readonly Suite[],
  onRemark: (remark: string) => void,
): Promise<void> {
  const recorded = entrants.filter((one) => one.kind === "recorded");
  if (recorded.length === 0) return;
  const methods = recorded.map(({ contestant }) => contestant);
  const { problems, answered } = await countAnswered(runs, suites, methods);
  for (const { path, contestant } of recorded) {
    const count = answered.get(contestant) ?? 0;
    if (count === 0)
      throw new BenchError(
        "bad-argument",
        `Expected answers to problems of the run in \`${path}\`; got none to its ${problems}; check \`problem\` and \`officialId\`, or name other problems`,
        { data: { path, problems } },
      );
    if (count < problems)
      onRemark(
        `${contestant.id} has an answer to ${count} of the ${problems} problems, and abstains on the rest`,
      );
  }
}
