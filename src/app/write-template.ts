import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { BenchError, fileFaultOf } from "../core/index.ts";
import { packageFile } from "./package-files.ts";

/** What a method to begin from consists of, by the end of its name. */
const TEMPLATES: Readonly<Record<string, Template>> = {
  ".py": {
    example: "examples/exec/line.py",
    client: "python/findbench_method.py",
    command: "python3",
  },
  ".ts": {
    example: "examples/exec/line.ts",
    client: "typescript/findbench-method.ts",
    command: "node",
  },
};

interface Template {
  readonly example: string;
  readonly client: string;
  /** What starts it. */
  readonly command: string;
}

/** A method that was written to begin from. */
export interface WrittenTemplate {
  readonly method: string;
  readonly client: string;
  /** What `--interpreter` takes for it. */
  readonly interpreter: string;
}

/**
 * Writes a method to begin from, and beside it the client that it imports; no file is written over.
 * Throws `bad-argument`.
 */
export async function writeTemplate(method: string): Promise<WrittenTemplate> {
  const template = TEMPLATES[extname(method)];
  if (template === undefined)
    throw new BenchError(
      "bad-argument",
      `Expected a file of Python (.py) or TypeScript (.ts) to write; got \`${method}\`; give one with such a name`,
      { data: { method } },
    );
  const client = join(dirname(method), basename(template.client));
  if (basename(method) === basename(client))
    throw new BenchError(
      "bad-argument",
      `Expected another name than the client's; got \`${method}\`; call the method otherwise`,
    );
  const example = await textOf(template.example);
  // In this package they lie in two folders.
  await writeNew(method, example.replace(`../../${template.client}`, `./${basename(client)}`));
  await writeUnlessSame(client, await textOf(template.client));
  return { method, client, interpreter: `exec:${template.command} ${method}` };
}

function textOf(name: string): Promise<string> {
  return readFile(packageFile(name), "utf8");
}

async function writeUnlessSame(path: string, text: string): Promise<void> {
  const there = await readFile(path, "utf8").catch(() => null);
  if (there !== text) await writeNew(path, text);
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (cause) {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw new BenchError(
      "bad-argument",
      `Expected to write a new file \`${path}\`; got ${fault.system}; give another name, or move what is there`,
      { data: { path }, cause },
    );
  }
}
