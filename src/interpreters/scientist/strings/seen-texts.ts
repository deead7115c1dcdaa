import type { Language } from "../../../contract/index.ts";
import { describeText, renderText } from "../../../categories/strings/index.ts";
import type { TextFinding } from "./text-finding.ts";

type Seen = Extract<TextFinding, { readonly kind: "seen" }>;

/** Says that no law was found, and what the answer is made of instead. */
export function describeSeen({ law, readings }: Seen): string {
  const count = readings.filter(({ outcome }) => outcome !== null).length;
  const table = `This is no law but a rule that follows the answers: the ${count} texts that were asked give what was seen;`;
  return law === null
    ? `No law was found. ${table} any other text is left as it is.`
    : `No law explains all answers. ${table} for any other text the law that explains most of them is taken. ${describeText(law)}`;
}

/** A program that gives what was seen, and for other texts what the law gives that explains most. */
export function renderSeen({ law, readings }: Seen, language: Language): string {
  const arity = readings[0]?.texts.length ?? 1;
  const pairs = readings.flatMap(({ texts, outcome }): readonly (readonly [string, string])[] =>
    outcome === null ? [] : [[keyOf(texts), outcome]],
  );
  const known = JSON.stringify(Object.fromEntries(pairs), null, 2);
  const own = law === null ? identity(arity, language) : renderText(law, language);
  return language === "python"
    ? pythonTable(own, known, arity)
    : javascriptTable(own, known, arity);
}

/** Two texts are told apart from one by what stands between them. */
function keyOf(texts: readonly string[]): string {
  return texts.join(BETWEEN);
}

const BETWEEN = "\n\u0001\n";

function identity(arity: number, language: Language): string {
  const parameters = arity === 1 ? "s" : "s, t";
  return language === "python"
    ? `def f(${parameters}):\n    return s\n`
    : `function f(${parameters}) {\n  return s;\n}\n`;
}

function javascriptTable(own: string, known: string, arity: number): string {
  const [parameters, key] = parametersOf(arity);
  return `${own}
const seen = ${known};
const otherwise = f;
f = (${parameters}) => {
  const key = ${key};
  return Object.hasOwn(seen, key) ? seen[key] : otherwise(${parameters});
};
`;
}

function pythonTable(own: string, known: string, arity: number): string {
  const [parameters, key] = parametersOf(arity);
  return `${own}
seen = ${known}
otherwise = f

def f(${parameters}):
    key = ${key}
    return seen[key] if key in seen else otherwise(${parameters})
`;
}

function parametersOf(arity: number): readonly [string, string] {
  return arity === 1 ? ["s", "s"] : ["s, t", `s + ${JSON.stringify(BETWEEN)} + t`];
}
