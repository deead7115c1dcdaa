import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRunFolder, openRunFolder } from "../../src/store/index.ts";
import { matching } from "./matching.ts";
import { startNumbered } from "./numbered-child.ts";
import { collect, manifest, numberedOutcome } from "./samples.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("a run that is written to", () => {
  it("is not written to by anyone else, in this process or another", async () => {
    const folder = await temporaryFolder();
    const store = await createRunFolder(folder, manifest);
    await expect(openRunFolder(folder, { forWriting: true })).rejects.toMatchObject({
      code: "run-in-use",
      message: matching(`process ${process.pid} on`),
    });
    await store.close();
    const child = startNumbered(folder);
    await child.begin(1);
    await expect(openRunFolder(folder, { forWriting: true })).rejects.toMatchObject({
      code: "run-in-use",
      data: { pid: child.process.pid },
    });
    child.process.kill("SIGKILL");
    await child.ended;
    const taken = await openRunFolder(folder, { forWriting: true });
    await taken.store.record(numberedOutcome(1));
    await taken.store.close();
  });

  it("lets go once: closing twice does not let go for the next writer", async () => {
    const folder = await temporaryFolder();
    const first = await createRunFolder(folder, manifest);
    await first.close();
    const second = await openRunFolder(folder, { forWriting: true });
    await first.close();
    await expect(openRunFolder(folder, { forWriting: true })).rejects.toMatchObject({
      code: "run-in-use",
    });
    await second.store.close();
  });

  it.each([
    ["a process that has ended", `lock-4194304-5-${hostname()}`],
    ["a process whose number is used again", `lock-${process.ppid}-1-${hostname()}`],
  ])("is taken over from %s", async (_, lock) => {
    const folder = await runLockedBy(lock);
    await (await openRunFolder(folder, { forWriting: true })).store.close();
    expect(await readdir(folder)).toHaveLength(3);
  });

  it("is not taken over from another host, whose processes cannot be seen", async () => {
    const lock = `lock-${process.pid}-5-elsewhere.example`;
    const folder = await runLockedBy(lock);
    await expect(openRunFolder(folder, { forWriting: true })).rejects.toMatchObject({
      code: "run-in-use",
      message: matching(`delete ${join(folder, lock)}`),
    });
    expect(await readdir(folder)).toContain(lock);
    expect(await readdir(folder)).toHaveLength(4);
  });

  it("goes to exactly one of several processes that want it at the same moment", async () => {
    const folder = await runLockedBy(`lock-4194304-5-${hostname()}`);
    const children = Array.from({ length: 4 }, () => startNumbered(folder));
    await Promise.all(children.map(({ begin }) => begin(1)));
    for (const child of children) child.process.kill("SIGKILL");
    const reports = await Promise.all(children.map(({ ended }) => ended));
    expect(reports.filter(({ faults }) => faults[0] === "run-in-use")).toHaveLength(3);
    const { store } = await openRunFolder(folder, { forWriting: true });
    const ids = (await collect(store.events())).map((event) => event.id);
    await store.close();
    expect(ids).toEqual(ids.map((_id, i) => `note/${i + 1}`));
  });
});

async function runLockedBy(lock: string): Promise<string> {
  const folder = await temporaryFolder();
  await (await createRunFolder(folder, manifest)).close();
  await writeFile(join(folder, lock), "");
  return folder;
}
