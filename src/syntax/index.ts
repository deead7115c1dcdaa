export type { PythonFacts } from "./python-facts.ts";
export { pythonSyntax } from "./python-syntax.ts";
export type { PythonSyntax } from "./python-syntax.ts";
