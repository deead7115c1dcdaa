import type { Assignment } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";

/** Records what decided how Python in an answer parses, where there was any. */
export function noteParser(python: PythonSyntax, log: Assignment["log"]): void {
  const parser = python.parser();
  if (parser === null) return;
  const told = parser === "grammar" ? "a grammar, since no Python is at hand" : parser;
  log({ topic: "parser", text: `Python was parsed by ${told}`, data: { parser } });
}
