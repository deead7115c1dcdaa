export { javascriptSandbox } from "./javascript-sandbox.ts";
export type { JavascriptSandboxOptions } from "./javascript-sandbox.ts";
export { combinedSandbox } from "./python/combined-sandbox.ts";
export { pythonSandbox } from "./python/python-sandbox.ts";
export type { PythonSandboxOptions } from "./python/python-sandbox.ts";
export { probePythonSandbox } from "./python/probe-python-sandbox.ts";
export type { PythonSandboxReport } from "./python/probe-python-sandbox.ts";
