import { appendFile, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createRunFolder,
  openRunFolder,
  readManifest,
  type Durability,
} from "../../src/store/index.ts";
import { describeStore } from "./conformance.ts";
import { matching } from "./matching.ts";
import { collect, manifest, numberedNote, numberedOutcome } from "./samples.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const policies: readonly Durability[] = ["os", "interval", "always"];

for (const durability of policies)
  describeStore(`the folder store (${durability})`, async (made) =>
    createRunFolder(join(await temporaryFolder(), "run"), made, { durability }),
  );

describe("a new run folder", () => {
  it("is made with the folders above it, and holds no lock once closed", async () => {
    const path = join(await temporaryFolder(), "a", "b");
    await (await createRunFolder(path, manifest)).close();
    expect((await readdir(path)).toSorted()).toEqual([
      "events.jsonl",
      "outcomes.jsonl",
      "run.json",
    ]);
    expect(await readManifest(path)).toEqual(manifest);
  });

  it("is not made where something else is, and changes nothing there", async () => {
    const path = await temporaryFolder();
    await writeFile(join(path, "thesis.tex"), "mine");
    await expect(createRunFolder(path, manifest)).rejects.toMatchObject({
      code: "folder-not-empty",
      data: { holdsRun: false },
    });
    expect(await readdir(path)).toEqual(["thesis.tex"]);
  });

  it("is not made where a run is, and points to resume", async () => {
    const path = await temporaryFolder();
    const first = await createRunFolder(path, manifest);
    await first.record(numberedOutcome(1));
    await first.close();
    await expect(createRunFolder(path, manifest)).rejects.toMatchObject({
      code: "folder-not-empty",
      message: matching(`findbench resume ${path}`),
    });
    expect(await collect(first.outcomes())).toEqual([numberedOutcome(1)]);
  });

  it("is made over what a killed attempt left", async () => {
    const path = await temporaryFolder();
    await writeFile(join(path, "run.json.part"), '{"format":');
    await (await createRunFolder(path, manifest)).close();
    expect(await readdir(path)).not.toContain("run.json.part");
    expect(await readManifest(path)).toEqual(manifest);
  });

  it("is not made of a manifest that is none, nor below a file", async () => {
    const path = await temporaryFolder();
    const bad = createRunFolder(join(path, "run"), { ...manifest, epochs: 0 });
    await expect(bad).rejects.toMatchObject({ code: "bad-data" });
    await writeFile(join(path, "file"), "");
    const below = createRunFolder(join(path, "file", "run"), manifest);
    await expect(below).rejects.toMatchObject({ code: "bad-argument" });
    expect(await readdir(path)).toEqual(["file"]);
  });
});

describe("a folder that is no run", () => {
  it.each([
    ["nothing", undefined, "not-a-run"],
    ["a cut-off manifest", JSON.stringify(manifest).slice(0, 80), "not-a-run"],
    ["a foreign manifest", '{"name":"jogging","version":7}', "not-a-run"],
    ["a manifest of a wrong shape", JSON.stringify({ ...manifest, seed: 7 }), "not-a-run"],
    ["a manifest of the future", '{"format":"findbench-run","version":2}', "unsupported-version"],
  ])("%s is told for what it is, and stays as it is", async (_, text, code) => {
    const path = await temporaryFolder();
    if (text !== undefined) await writeFile(join(path, "run.json"), text);
    const before = await readdir(path);
    for (const forWriting of [true, false])
      await expect(openRunFolder(path, { forWriting })).rejects.toMatchObject({ code });
    await expect(readManifest(path)).rejects.toMatchObject({ code });
    expect(await readdir(path)).toEqual(before);
  });
});

describe("a log with a broken line", () => {
  const whole = [1, 2, 3].map((i) => `${JSON.stringify(numberedNote(i, "é𝄞"))}\n`).join("");

  it("wherever it was cut, goes on after its last whole line", async () => {
    const bytes = Buffer.from(whole);
    const cuts = fc.integer({ min: 0, max: bytes.length });
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        const path = await runWith(bytes.subarray(0, cut));
        const kept = bytes.subarray(0, cut).lastIndexOf(0x0a) + 1;
        const lines = whole.slice(0, bytes.subarray(0, kept).toString().length).split("\n");
        const reading = await openRunFolder(path, { forWriting: false });
        expect(reading.repairedBytes).toBe(0);
        expect(await collect(reading.store.events())).toHaveLength(lines.length - 1);
        const { store, repairedBytes } = await openRunFolder(path, { forWriting: true });
        expect(repairedBytes).toBe(cut - kept);
        await store.append([numberedNote(9)]);
        await store.close();
        const ids = (await collect(store.events())).map((event) => event.id);
        expect(ids).toEqual([
          ...["note/1", "note/2", "note/3"].slice(0, lines.length - 1),
          "note/9",
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it("cuts a last line that has its newline but is no JSON, and counts its bytes", async () => {
    const path = await runWith(Buffer.from(`${whole}{"version":1,"id\n`));
    const reading = await openRunFolder(path, { forWriting: false });
    expect(await collect(reading.store.events())).toHaveLength(3);
    const { store, repairedBytes } = await openRunFolder(path, { forWriting: true });
    expect(repairedBytes).toBe(17);
    await store.close();
    expect(await readFile(join(path, "events.jsonl"), "utf8")).toBe(whole);
  });

  it("cuts zeros as long as several blocks, such as a power cut can leave", async () => {
    const path = await runWith(Buffer.concat([Buffer.from(whole), Buffer.alloc(200_000)]));
    const { store, repairedBytes } = await openRunFolder(path, { forWriting: true });
    expect(repairedBytes).toBe(200_000);
    await store.close();
    expect(await collect(store.events())).toHaveLength(3);
  });

  it.each([
    ["no JSON", `${whole}{"version":1,"id\n${whole}`, "corrupt-log"],
    ["a wrong shape", `${whole}{"version":1,"kind":"run-started"}\n${whole}`, "corrupt-log"],
    ["a wrong shape at the end", `${whole}[]\n`, "corrupt-log"],
    [
      "an unknown kind",
      `${whole}${JSON.stringify(event({ kind: "judged" }))}\n`,
      "unsupported-version",
    ],
    [
      "a future version",
      `${whole}${JSON.stringify(event({ version: 2 }))}\n`,
      "unsupported-version",
    ],
  ])("%s: tells file and line, keeps the file", async (_, text, code) => {
    const path = await runWith(Buffer.from(text));
    const { store, repairedBytes } = await openRunFolder(path, { forWriting: true });
    expect(repairedBytes).toBe(0);
    await store.close();
    const log = join(path, "events.jsonl");
    await expect(collect(store.events())).rejects.toMatchObject({
      code,
      message: matching(`in line 4 of ${log};`),
      data: { path: log, line: 4 },
    });
    expect(await readFile(log, "utf8")).toBe(text);
  });

  it("tolerates fields that it does not know, when reading", async () => {
    const path = await runWith(Buffer.from(`${JSON.stringify(event({ colour: "red" }))}\n`));
    const { store } = await openRunFolder(path, { forWriting: false });
    expect(await collect(store.events())).toEqual([numberedNote(1)]);
  });

  function event(changes: object): object {
    return { ...numberedNote(1), ...changes };
  }
});

describe("a run folder that grows", () => {
  it("is read by one while another writes", async () => {
    const path = await temporaryFolder();
    const writer = await createRunFolder(path, manifest);
    const { store: reader } = await openRunFolder(path, { forWriting: false });
    await writer.record(numberedOutcome(1));
    await appendFile(join(path, "outcomes.jsonl"), '{"half');
    expect(await collect(reader.outcomes())).toEqual([numberedOutcome(1)]);
    await expect(reader.record(numberedOutcome(2))).rejects.toMatchObject({ code: "internal" });
    await reader.close();
    await writer.close();
  });

  it("may lack its logs, which are then empty", async () => {
    const path = await temporaryFolder();
    await writeFile(join(path, "run.json"), JSON.stringify(manifest));
    const { store } = await openRunFolder(path, { forWriting: false });
    expect(await collect(store.events())).toEqual([]);
    const opened = await openRunFolder(path, { forWriting: true });
    expect(opened.repairedBytes).toBe(0);
    await opened.store.append([numberedNote(1)]);
    await opened.store.close();
    expect(await collect(store.events())).toEqual([numberedNote(1)]);
  });
});

describe("a disk that takes no more", () => {
  it("is told once and for all, and outcomes do not run ahead of events", async () => {
    const path = await runWith(Buffer.alloc(0));
    const log = join(path, "events.jsonl");
    await rm(log);
    await symlink("/dev/full", log);
    const { store } = await openRunFolder(path, { forWriting: true });
    const expected = {
      code: "disk-full",
      message: matching(/^Expected .*ENOSPC.*findbench resume .*$/),
      data: { path: log, system: "ENOSPC" },
    };
    const both = [store.append([numberedNote(1)]), store.record(numberedOutcome(1))];
    for (const result of await Promise.allSettled(both))
      expect(result).toMatchObject({ status: "rejected", reason: expected });
    await expect(store.record(numberedOutcome(2))).rejects.toMatchObject(expected);
    await store.close();
    expect(await readFile(join(path, "outcomes.jsonl"), "utf8")).toBe("");
  });
});

async function runWith(events: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), "run");
  await mkdir(path);
  await writeFile(join(path, "run.json"), JSON.stringify(manifest));
  await writeFile(join(path, "events.jsonl"), events);
  return path;
}
