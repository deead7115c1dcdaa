import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { ran, TIGHT } from "../support.ts";
import { attacks, summary } from "./attack-programs.ts";
import { here, runPython, needed } from "./support.ts";

process.env["FINDBENCH_PLANTED_KEY"] = "planted";
const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

const mayTimeOut = (expected: string | RegExp) => new RegExp(expected).test("timed-out");

/**
 * The limits of a program by its outcome: only one that is to time out waits for a small limit. On
 * a busy machine even an honest program can use up that one.
 */
const limitsOf = (expected: string | RegExp) => (mayTimeOut(expected) ? TIGHT : {});

/** Time in which a program that is to time out uses up memory. */
const ROOMY = { work: 30 };
/** Time enough to use up all memory, however busy the machine. */
const AMPLE = { work: 300 };

/** Each changes what other code relies on; the program after it must not notice. */
const poisons: readonly string[] = [
  "import builtins\nbuiltins.len = builtins.float = builtins.type = builtins.isinstance = None",
  "import os, struct, array, json\nos.write = os.read = struct.pack = struct.unpack = array.array = json.dumps = None",
  "import sys\nfor name in list(sys.modules): sys.modules[name] = None",
  "import sys\nsys.modules.clear()",
  "import math, random, time\nmath.sin = lambda x: 4\nrandom.random = lambda: 4\ntime.time = lambda: 4",
  "import sys\nsys.path[:] = ['/tmp']\nsys.meta_path.clear()\nsys.path_hooks.clear()",
  "import sys\nsys.setrecursionlimit(50)\nsys.setswitchinterval(1000)",
  "import os\nos._exit = os.fork = os.waitpid = os.kill = lambda *a: 0",
  "import __main__\nfor name in list(vars(__main__)): setattr(__main__, name, None)",
  "import gc\ngc.disable()\ngc.set_threshold(1)",
  "import os\nos.environ['PYTHONPATH'] = '/tmp'\nos.environ.clear()",
  "import ctypes\nctypes.memset(id(3) + 24, 7, 1)",
  "import ctypes\nctypes.pythonapi.Py_Finalize()",
  "import sys\nsys.stdout = sys.stderr = sys.stdin = None\nsys.excepthook = None",
];

const HONEST = [
  "import json, os, sys, time",
  "def f(x):",
  "    parts = [len([1, 2]), float(3), math.sin(0), time.time(), sys.getrecursionlimit()]",
  "    return json.dumps(parts + [isinstance(x, float), 1 + 2, 'PYTHONPATH' in os.environ])",
].join("\n");
const HONEST_RESULT = "[2, 3.0, 0.0, 946684800.0, 1000, true, 3, false]";

describe.runIf(here.holds)(`Python that attacks${needed}`, () => {
  describe.each(Object.entries(attacks))("%s", (name, programs) => {
    const isHungry = name === "memory" || name === "the stack";
    it.each(programs)("is contained: %j", async (source, expected) => {
      const hungry = mayTimeOut(expected) ? ROOMY : AMPLE;
      const limits = isHungry ? hungry : limitsOf(expected);
      const got = summary(await runPython(sandbox, source, { limits }));
      if (typeof expected === "string") expect(got).toBe(expected);
      else expect(got).toMatch(expected);
      expect(await runPython(sandbox, HONEST)).toEqual(ran(HONEST_RESULT));
    });
  });

  it.each(poisons)("the next program is contained: %j", async (poison) => {
    await runPython(sandbox, `${poison}\ndef f(x): return x`, { limits: TIGHT });
    expect(await runPython(sandbox, HONEST)).toEqual(ran(HONEST_RESULT));
    await runPython(sandbox, `def f(x):\n    ${poison.replaceAll("\n", "\n    ")}`, {
      limits: TIGHT,
    });
    expect(await runPython(sandbox, HONEST)).toEqual(ran(HONEST_RESULT));
  });

  it("the package itself finds none of its files", async () => {
    const own = fileURLToPath(new URL("../../../package.json", import.meta.url));
    expect(await readFile(own, "utf8")).toContain("findbench");
    const outcome = await runPython(sandbox, "f = lambda path: open(path).read()", {
      inputs: [own],
    });
    expect(summary(outcome)).toMatch(/^threw FileNotFoundError/);
  });

  it("leaves nothing of itself in memory for the next one to find", async () => {
    const mark = "mark of an earlier program";
    await runPython(sandbox, `SECRET = "${mark}"\ndef f(x): return SECRET + x`, { inputs: [mark] });
    const search = [
      "import ctypes, gc",
      "def f(first, *rest):",
      "    mark = bytes(int(c) for c in rest)",
      "    found = 0",
      "    for o in gc.get_objects():",
      "        for part in (o.values() if type(o) is dict else o if type(o) in (list, tuple, set) else ()):",
      "            if type(part) in (bytes, bytearray): found += mark in bytes(part)",
      "            if type(part) is str: found += mark.decode() in part",
      "    return found",
    ].join("\n");
    const inputs = [[0, ...Buffer.from(mark.slice(0, 12))]];
    expect(await runPython(sandbox, search, { inputs })).toEqual(ran(0));
  });
});
