import type { Sandbox } from "../../contract/index.ts";

/** Two sandboxes as one: each program goes to the one for its language. */
export function combinedSandbox(javascript: Sandbox, python: Sandbox): Sandbox {
  const byLanguage = { javascript, python };
  return {
    get languages() {
      return [...new Set([...javascript.languages, ...python.languages])];
    },
    run: (execution, signal) => byLanguage[execution.code.language].run(execution, signal),
    close: async () => {
      await Promise.all([javascript.close(), python.close()]);
    },
  };
}
