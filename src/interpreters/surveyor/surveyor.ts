import type { Assignment, Interpretation, Interpreter } from "../../contract/index.ts";
import { configurationOf } from "./configuration.ts";
import type { Configuration, SurveyorOptions } from "./configuration.ts";
import { investigate } from "./investigate.ts";
import { interpretationOf } from "./tell.ts";

/**
 * Finds an expression by symbolic regression over single operators; it knows nothing of the
 * families that functions are drawn from.
 */
export function surveyor(options: SurveyorOptions = {}): Interpreter {
  const configuration = configurationOf(options);
  return {
    id: "surveyor",
    configuration: { ...configuration },
    interpret: (assignment, signal) => interpretWith(configuration, assignment, signal),
  };
}

async function interpretWith(
  configuration: Configuration,
  assignment: Assignment,
  signal: AbortSignal,
): Promise<Interpretation> {
  const finding = await investigate(configuration, assignment, signal);
  const { languages } = assignment.briefing.answer;
  const { codeLanguage } = configuration;
  const language = languages.includes(codeLanguage) ? codeLanguage : (languages[0] ?? null);
  return interpretationOf(finding, language);
}
