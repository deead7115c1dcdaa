import { open } from "node:fs/promises";

/** Hands a folder to the disk: a power cut no longer loses the names in it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
