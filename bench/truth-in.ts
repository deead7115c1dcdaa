import type { Language, Problem } from "../src/contract/index.ts";
import { render } from "../src/categories/numeric/index.ts";
import { renderText } from "../src/categories/strings/index.ts";
import { asNumeric, asStrings } from "../test/support/kinds-of-problem.ts";

/** The truth of a problem as a program in a language. */
export function truthIn(language: Language, problem: Problem): string {
  return problem.category === "strings"
    ? renderText(asStrings(problem).truth.spec, language)
    : render(asNumeric(problem).truth.spec, language);
}
