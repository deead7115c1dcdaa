import { BenchError } from "../core/index.ts";
import type { RunOutcome, Sandbox } from "../contract/index.ts";
import { ANALYSER_SOURCE } from "./analyser-source.ts";
import { readFacts } from "./python-facts.ts";
import type { PythonFacts } from "./python-facts.ts";

/** Says what Python itself makes of sources; runs none of them. */
export interface PythonSyntax {
  /** Facts of a source; `null` where no Python is at hand. Sources asked for together go together. */
  read(source: string): Promise<PythonFacts | null>;
  /** What has read so far: such as `Python 3.11.2`, or `grammar` where none is at hand; `null` before. */
  parser(): string | null;
}

/** Characters of sources that are read in one go, and sources. */
const MOST_TOGETHER = { characters: 2_000_000, sources: 256 };

/** The longest source, in UTF-16 units, that a sandbox takes. */
const LONGEST_SOURCE = 1_000_000;

/** Trees are larger than their text: a table of a million characters takes some 300 MB and 5 s. */
const LIMITS = { memory: 1_073_741_824, work: 600 };

const CODE = { language: "python", source: ANALYSER_SOURCE, entry: "analyse" } as const;

interface Waiting {
  readonly source: string;
  resolve(facts: PythonFacts | null): void;
  reject(reason: unknown): void;
}

/** Python's own syntax, as the sandbox has it; without a sandbox no Python is at hand. */
export function pythonSyntax(
  sandbox: Pick<Sandbox, "run"> | undefined,
  signal?: AbortSignal,
): PythonSyntax {
  let waiting: Waiting[] = [];
  let parser: string | null = null;
  const runTogether = (sources: readonly string[]): Promise<RunOutcome> =>
    sandbox === undefined
      ? Promise.resolve({ kind: "no-sandbox", remedy: "" })
      : sandbox.run({ code: CODE, inputs: sources, seed: "syntax", limits: LIMITS }, signal);
  const readTogether = async (sources: readonly string[]): Promise<(PythonFacts | null)[]> => {
    const outcome = await runTogether(sources);
    if (outcome.kind === "no-sandbox") {
      parser = "grammar";
      return sources.map(() => null);
    }
    if (outcome.kind === "not-loaded") throw unloadable(outcome.message);
    const facts: PythonFacts[] = [];
    for (const [index, source] of sources.entries()) {
      const stated = factsIn(outcome, index);
      if (stated !== null) parser = `Python ${stated.version}`;
      // What a source did to Python's parser costs no other source its facts.
      facts.push(stated?.facts ?? (await readAlone(source, sources.length > 1)));
    }
    return facts;
  };
  const readAlone = async (source: string, isFirst: boolean): Promise<PythonFacts> =>
    (isFirst ? (await readTogether([source]))[0] : null) ?? BEYOND;
  const flush = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    for (const batch of batchesOf(all)) {
      try {
        const facts = await readTogether(batch.map(({ source }) => source));
        batch.forEach(({ resolve }, index) => resolve(facts[index] ?? null));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  };
  return {
    parser: () => parser,
    read: (source) => {
      if (parser === "grammar") return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) queueMicrotask(() => void flush());
        waiting.push({ source, resolve, reject });
      });
    },
  };
}

const BEYOND: PythonFacts = {
  kind: "invalid",
  message: "it is too long or too deep for Python's parser",
  stuckAt: 0,
};

function factsIn(outcome: RunOutcome, index: number): ReturnType<typeof readFacts> {
  if (outcome.kind !== "ran") return null;
  const output = outcome.outputs[index];
  const isText = output?.kind === "value" && typeof output.value === "string";
  return isText ? readFacts(output.value) : null;
}

function batchesOf(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const batches: Waiting[][] = [];
  let room = { characters: 0, sources: 0 };
  for (const one of all) {
    const { length } = one.source;
    if (length > LONGEST_SOURCE) {
      one.resolve(BEYOND);
      continue;
    }
    if (room.characters < length || room.sources === 0) {
      batches.push([]);
      room = { ...MOST_TOGETHER };
    }
    batches.at(-1)?.push(one);
    room = { characters: room.characters - length, sources: room.sources - 1 };
  }
  return batches;
}

function unloadable(message: string): BenchError {
  return new BenchError(
    "machine-fault",
    `Expected the sandboxed Python to read sources; got \`${message}\`; see what \`findbench doctor\` says of it`,
  );
}
