import { open, stat } from "node:fs/promises";
import { BenchError } from "../../../../core/index.ts";
import type { Layer } from "../../functions/spec.ts";
import { badFile } from "./bad-file.ts";
import { layersOf } from "./layers-of.ts";
import { LARGEST_FILE, readTorchTensors } from "./read-torch-tensors.ts";

/**
 * The layers of a released network, from its file of PyTorch weights: float32 numbers, first layer
 * first, one input, one output, ReLU between layers. Throws `data-missing` where the file cannot be
 * read and `bad-data` where it holds anything else; nothing in the file is ever run.
 */
export async function readNetworkFile(path: string): Promise<readonly Layer[]> {
  const bytes = await readBounded(path);
  try {
    return layersOf(readTorchTensors(bytes));
  } catch (error) {
    if (error instanceof BenchError) throw located(error, path);
    throw error;
  }
}

/** The bytes of a regular file, never more than it had when it was first looked at. */
async function readBounded(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => unreadable(path, cause));
  if (!found.isFile()) throw located(badFile("a file of weights", "no regular file"), path);
  if (found.size > LARGEST_FILE) {
    throw located(badFile(`at most ${LARGEST_FILE} bytes of weights`, `${found.size}`), path);
  }
  const file = await open(path).catch((cause: unknown) => unreadable(path, cause));
  try {
    const bytes = new Uint8Array(found.size);
    const { bytesRead } = await file.read(bytes, 0, found.size, 0);
    return bytes.subarray(0, bytesRead);
  } catch (cause) {
    return unreadable(path, cause);
  } finally {
    await file.close();
  }
}

function located(error: BenchError, path: string): BenchError {
  return new BenchError(error.code, `${error.message} (in \`${path}\`)`, {
    data: { path },
    cause: error,
  });
}

function unreadable(path: string, cause: unknown): never {
  throw new BenchError(
    "data-missing",
    `Expected the weights of a released network in \`${path}\`; got none that can be read; check the folder and its rights`,
    { data: { path }, cause },
  );
}
