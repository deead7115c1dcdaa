import { mkdir, readdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BenchError, fileFaultOf, systemCode } from "../../src/core/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("a fault of the file system", () => {
  it("is told by its kind and the system's name for it", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "file");
    await writeFile(file, "");
    await mkdir(join(folder, "full", "inner"), { recursive: true });
    const works: Readonly<Record<string, Promise<unknown>>> = {
      ENOENT: readFile(join(folder, "none")),
      ENOTEMPTY: rmdir(join(folder, "full")),
      EEXIST: mkdir(file),
      EISDIR: readFile(folder),
      ENAMETOOLONG: readFile(join(folder, "x".repeat(1000))),
      ENOTDIR: readdir(file),
    };
    const faults = Object.values(works).map(async (work) => fileFaultOf(await thrownBy(work)));
    const kinds = ["missing", "occupied", "unusable", "unusable", "unusable", "unusable"];
    expect(await Promise.all(faults)).toEqual(
      Object.keys(works).map((system, index) => ({ kind: kinds[index], system })),
    );
  });

  it.each(["ENOSPC", "EDQUOT", "EFBIG"])("is want of room where it is %s", (code) =>
    expect(fileFaultOf(Object.assign(new Error(code), { code }))).toEqual({
      kind: "no-room",
      system: code,
    }),
  );

  it.each([
    ["one of ours", new BenchError("disk-full", "full"), "disk-full"],
    ["a fault of a process", Object.assign(new Error(), { code: "ESRCH" }), "ESRCH"],
    ["a code that is a number", Object.assign(new Error(), { code: 28 }), undefined],
    ["an error without a code", new Error("ENOSPC"), undefined],
    ["no error", { code: "ENOSPC" }, undefined],
    ["nothing", undefined, undefined],
  ])("is not %s", (_, error, code) => {
    expect(fileFaultOf(error)).toBeNull();
    expect(systemCode(error)).toBe(code);
  });
});
