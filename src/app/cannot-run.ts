import type { Contestant, Language, RunSuite, Sandbox } from "../contract/index.ts";
import { countPrograms } from "../runs/index.ts";
import type { Suite } from "../suite/index.ts";
import { modelOf } from "./open-model.ts";

/** Programs that do nothing, to see whether a language can be run. */
const PROGRAMS: { readonly [language in Language]: string } = {
  javascript: "function f(x) { return x; }",
  python: "def f(x):\n    return x\n",
};

const NAMES: { readonly [language in Language]: string } = {
  javascript: "JavaScript",
  python: "Python",
};

/** What a run is made of, as far as it decides which code will be run. */
interface Plan {
  readonly contestants: readonly Contestant[];
  readonly runs: readonly RunSuite[];
  /** One per suite of the run. */
  readonly suites: readonly Suite[];
}

/** Tells before a run which of its answers cannot be run here, so that they will not be scored. */
export async function tellUnrunnable(
  { contestants, runs, suites }: Plan,
  sandbox: Pick<Sandbox, "run">,
  onRemark: (remark: string) => void,
): Promise<void> {
  if (!contestants.some(mayWritePython)) return;
  const remedy = await hindranceOf("python", sandbox);
  if (remedy === null) return;
  for (const contestant of contestants) {
    if (!mayWritePython(contestant)) continue;
    if ("interpret" in contestant) {
      onRemark(remarkOn("python", `what ${contestant.id} hands in as Python`, remedy));
      continue;
    }
    const count = await countPrograms(runs, suites, contestant, "python");
    if (count > 0)
      onRemark(remarkOn("python", `${count} of the answers of ${contestant.id}`, remedy));
  }
}

/** Tells before answers are scored again how many of them cannot be run here. */
export async function tellUnrunnableAnswers(
  answers: ReadonlyMap<Language, number>,
  sandbox: Pick<Sandbox, "run">,
  onRemark: (remark: string) => void,
): Promise<void> {
  for (const [language, count] of answers) {
    const remedy = await hindranceOf(language, sandbox);
    if (remedy !== null)
      onRemark(
        `${NAMES[language]} cannot be run here, and ${count} recorded answers in it keep the scores that they have: ${remedy}`,
      );
  }
}

function remarkOn(language: Language, what: string, remedy: string): string {
  return `${NAMES[language]} cannot be run here, and ${what} will not be scored: ${remedy}`;
}

/** Answers recorded elsewhere, programs and language models may; others where they were told to. */
function mayWritePython(contestant: Contestant): boolean {
  if (!("interpret" in contestant)) return true;
  const { codeLanguage, command } = contestant.configuration;
  return codeLanguage === "python" || command !== undefined || modelOf(contestant) !== null;
}

/** Why a language cannot be run safely here and what to do about it; `null` where it can. */
async function hindranceOf(
  language: Language,
  sandbox: Pick<Sandbox, "run">,
): Promise<string | null> {
  const code = { language, source: PROGRAMS[language], entry: "f" };
  const outcome = await sandbox.run({ code, inputs: [1], seed: "try" });
  return outcome.kind === "no-sandbox" ? outcome.remedy : null;
}
