import type { RunManifest } from "../contract/index.ts";
import { outcomeTable } from "../summaries/index.ts";
import { openRunFolder } from "../store/index.ts";
import { joinTags } from "./join-tags.ts";
import type { Joined } from "./join-tags.ts";

/** A run as reports read it: the last outcome of every item, with the tags of its problem. */
export interface LoadedRun extends Joined {
  readonly folder: string;
  readonly manifest: RunManifest;
}

/** Reads a run, and the tags of its problems from its suites, which `suites` says where they moved. */
export async function loadRun(folder: string, suites: readonly string[]): Promise<LoadedRun> {
  const { store } = await openRunFolder(folder, { forWriting: false });
  try {
    const { manifest } = store;
    const outcomes = await outcomeTable(store.outcomes());
    return { folder, manifest, ...(await joinTags(folder, manifest, outcomes, suites)) };
  } finally {
    await store.close();
  }
}
