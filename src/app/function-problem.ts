import { canonicalJson, identifier, sha256Hex } from "../core/index.ts";
import type { Language, Problem } from "../contract/index.ts";
import type { Spec } from "../categories/numeric/index.ts";
import { canaryOf, numericBriefing } from "../categories/common/index.ts";
import type { FunctionFile } from "./function-file.ts";

/** Queries unless the run says otherwise. */
const BUDGET = 256;

const languageNames: { readonly [language in Language]: string } = {
  javascript: "JavaScript",
  python: "Python",
};

/** The problem that a user's own function is; the same file gives the same problem everywhere. */
export function functionProblem({ name, code, arity }: FunctionFile): Problem<Spec> {
  const { language, source, entry } = code;
  const own = sha256Hex(canonicalJson({ language, source, entry, arity }));
  const id = identifier(`external/${own}`);
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(BUDGET, arity),
    truth: {
      id,
      seed: sha256Hex(`external/${own}`).slice(0, 32),
      spec: { kind: "external", language, source, entry },
      description: `A user's own function, \`${entry}\` in ${languageNames[language]}; what it does stands in its source alone.`,
      tags: ["external"],
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: [],
      provenance: { source: "file", name, sha256: sha256Hex(source) },
      canary: canaryOf(name, own),
    },
  };
}
