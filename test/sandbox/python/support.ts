import { probePythonSandbox } from "../../../src/sandbox/index.ts";
import { programsIn } from "../support.ts";

/** Whether Python can be run safely here; the tests of what it does need it to be so. */
export const here = await probePythonSandbox();

/** For a title: why its tests are left out, where they are. */
export const needed = here.holds ? "" : ` (needs the sandbox for Python: ${here.remedy})`;

export const { run: runPython, outputs: outputsOf } = programsIn("python");
