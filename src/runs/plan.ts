import { canonicalJson, sha256Hex } from "../core/index.ts";
import type {
  Interpreter,
  Item,
  RunInterpreter,
  RunManifest,
  RunSuite,
} from "../contract/index.ts";

/** What a run is made of, before it has a name. */
export interface RunPlan {
  readonly seed: string;
  readonly suites: readonly RunSuite[];
  readonly interpreters: readonly Pick<Interpreter, "id" | "configuration">[];
  readonly budget: number | null;
  readonly rounds: number | null;
  readonly epochs: number;
  /** Version of this package. */
  readonly findbench: string;
}

/** Rows that every run adds from the truth: the best and the blindest that can be scored. */
const references: readonly RunInterpreter[] = [
  { id: "oracle", configuration: { version: 1 }, role: "reference" },
  { id: "chance", configuration: { version: 1 }, role: "reference" },
];

/** The manifest of a planned run; equal plans have equal ids, wherever and whenever they run. */
export function manifestOf(plan: RunPlan, createdAt: string): RunManifest {
  const contestants = plan.interpreters.map(({ id, configuration }): RunInterpreter => ({
    id,
    configuration,
    role: "contestant",
  }));
  // Chance answers with another problem's truth: it needs a suite with another problem.
  const alone = plan.suites.some(({ count }) => count < 2);
  const rows = references.filter(({ id }) => id !== "chance" || !alone);
  const interpreters = [...rows, ...contestants];
  const problems = plan.suites.reduce((sum, suite) => sum + suite.count, 0);
  const identity = {
    ...plan,
    interpreters,
    suites: plan.suites.map(({ hash, problems: selected }) => ({ hash, problems: selected })),
  };
  return {
    format: "findbench-run",
    version: 1,
    id: sha256Hex(canonicalJson(identity)).slice(0, 16),
    findbench: plan.findbench,
    createdAt,
    seed: plan.seed,
    suites: plan.suites,
    interpreters,
    budget: plan.budget,
    rounds: plan.rounds,
    epochs: plan.epochs,
    items: problems * interpreters.length * plan.epochs,
  };
}

/** The name of an item in event ids: the same in every run of the same work. */
export function itemLabel({ suite, problem, interpreter, epoch }: Item): string {
  return `${suite.slice(0, 12)}.${problem}.${interpreter}.${epoch}`;
}
