export { javascriptSandbox } from "./javascript-sandbox.ts";
export type { JavascriptSandboxOptions } from "./javascript-sandbox.ts";
