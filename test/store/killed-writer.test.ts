import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { RunStore } from "../../src/contract/index.ts";
import { createRunFolder, openRunFolder } from "../../src/store/index.ts";
import { startNumbered, type NumberedReport } from "./numbered-child.ts";
import { collect, manifest, numberedOutcome } from "./samples.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const KILLS = 20;

describe("a process that is killed while it writes", () => {
  it("loses nothing that resolved, whenever it is killed, and leaves no broken line", async () => {
    const folder = await temporaryFolder();
    await (await createRunFolder(folder, manifest)).close();
    let written = 0;
    let child = startNumbered(folder);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await child.begin(written + 1);
      const following = startNumbered(folder);
      await child.appended(kill * kill);
      child.process.kill("SIGKILL");
      written = await checkRepaired(folder, await child.ended);
      child = following;
    }
    expect(written).toBeGreaterThan(KILLS);
  });
});

describe("a process that meets a limit on the size of files", () => {
  it("stops with disk-full, and the run goes on afterwards", async () => {
    const folder = await temporaryFolder();
    await (await createRunFolder(folder, manifest)).close();
    const limited = startNumbered(folder, 500_001);
    await limited.begin(1);
    const said = await limited.ended;
    expect(said.faults).toEqual(["disk-full"]);
    const reading = await openRunFolder(folder, { forWriting: false });
    const before = (await collect(reading.store.events())).length;
    const opened = await openRunFolder(folder, { forWriting: true });
    expect(opened.repairedBytes).toBe(0);
    await opened.store.close();
    const again = startNumbered(folder);
    await again.begin(before + 1);
    await again.appended(100);
    again.process.kill("SIGKILL");
    await again.ended;
    const { store } = await openRunFolder(folder, { forWriting: true });
    const ids = (await collect(store.events())).map((event) => event.id);
    await store.close();
    expect(before).toBeGreaterThanOrEqual(said.event);
    expect(ids.length).toBeGreaterThan(before);
    expect(ids).toEqual(ids.map((_, i) => `note/${i + 1}`));
  });
});

/** Opens what a killed process left; gives the number of events in it. */
async function checkRepaired(folder: string, said: NumberedReport): Promise<number> {
  const { store } = await openRunFolder(folder, { forWriting: true });
  const [events, outcomes] = await contentsOf(store);
  // An outcome whose events were written with it may have been cut short of; fill it in.
  for (let number = outcomes + 1; number <= events; number += 1)
    await store.record(numberedOutcome(number));
  await store.close();
  expect(events).toBeGreaterThanOrEqual(said.event);
  expect(outcomes).toBeGreaterThanOrEqual(said.outcome);
  expect(outcomes).toBeLessThanOrEqual(events);
  expect(await readdir(folder)).toHaveLength(3);
  const again = await openRunFolder(folder, { forWriting: true });
  await again.store.close();
  expect(again.repairedBytes).toBe(0);
  return events;
}

async function contentsOf(store: RunStore): Promise<readonly [number, number]> {
  const events = await collect(store.events());
  const outcomes = await collect(store.outcomes());
  expect(events.map((event) => event.id)).toEqual(events.map((_, i) => `note/${i + 1}`));
  expect(outcomes).toEqual(outcomes.map((_, i) => numberedOutcome(i + 1)));
  return [events.length, outcomes.length];
}
