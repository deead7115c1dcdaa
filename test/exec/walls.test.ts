import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { execMethod } from "../../src/exec/index.ts";
import { folderWith, needed, python, solved, VERSION, walledIn, walls } from "./support.ts";

/** What stands in each place that a method might look into, and nowhere else. */
const MARK = "planted-e7b1c4";

/** Looks for the mark in every file and name, in the environment, in all processes and on loopback. */
const SPY = `
import os, socket
from findbench_method import serve
MARK = b"planted-" + b"e7b1c4"
def look():
    found = [name for name, value in os.environ.items() if MARK in os.fsencode(name + value)]
    for top, folders, files in os.walk("/", followlinks=False):
        folders[:] = [one for one in folders if os.path.join(top, one) not in ("/usr", "/sys", "/dev")]
        for name in files + folders:
            path = os.path.join(top, name)
            if MARK in os.fsencode(path): found.append(path)
            if top.startswith("/proc") and name not in ("environ", "cmdline", "maps", "mounts"): continue
            try:
                with open(path, "rb") as file:
                    if MARK in file.read(1 << 20): found.append(path)
            except OSError: pass
    for family, address in ((socket.AF_INET, ("127.0.0.1", PORT)), (socket.AF_UNIX, "\\0" + MARK.decode())):
        try:
            with socket.socket(family) as link:
                link.settimeout(5)
                link.connect(address)
                found.append(str(address))
        except OSError: pass
    try:
        open(__file__, "a").close()
        found.append("its own file to write")
    except OSError: pass
    return found
def method(problem):
    problem.note("saw", repr(os.listdir(".")))
    problem.note("found", repr(look()))
serve(method)
`;

describe.runIf(walls === "")(`behind walls${needed}`, () => {
  it("a method that looks everywhere finds nothing that is hidden, and its own things", async () => {
    const server = createServer((link) => link.end(MARK));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    process.env["PLANTED"] = MARK;
    onTestFinished(() => void delete process.env["PLANTED"]);
    const folder = await folderWith({
      "method.py": SPY.replace("PORT", String(port)),
      "own.txt": "mine",
      "function.py": `# ${MARK}`,
    });
    const plant = async (path: string, name: string): Promise<void> => {
      await mkdir(join(folder, path), { recursive: true });
      await writeFile(join(folder, path, name), `{"findbench-run": "${MARK}"}`);
    };
    await plant("suites/mini", "truths.jsonl");
    await plant("suites/other", "truths.jsonl");
    await plant("earlier/runs/one", "run.json");
    await plant("data/numeric", "func_name_dict.json");
    await plant(".mini.networks", "0.json");
    await writeFile(`${folder}-beside`, MARK);
    const command = `${python} method.py`;
    const method = await execMethod({ command, folder, reach: walledIn, version: VERSION });
    onTestFinished(() => method.close());
    const hidden = ["suites/mini", "runs/new", "function.py"].map((path) => join(folder, path));
    await method.open(hidden);
    // The run comes to be when the method is there already.
    await plant("runs/new", "events.jsonl");
    await plant("runs/later", "events.jsonl");
    const { notes } = await solved(method);
    const [saw, found] = notes.map(({ text }) => text);
    expect(found).toBe("[]");
    for (const name of ["method.py", "own.txt"]) expect(saw).toContain(`'${name}'`);
    for (const name of ["function.py", "runs"]) expect(saw).not.toContain(`'${name}'`);
  });

  it("finds all of it without walls, so that the look is a good one", async () => {
    const folder = await folderWith({ "method.py": SPY.replace("PORT", "1"), "a.txt": MARK });
    const source = SPY.replace("PORT", "1").replace('os.walk("/"', `os.walk("${folder}"`);
    await writeFile(join(folder, "method.py"), source);
    const reach = { ...walledIn, unconfined: true };
    const method = await execMethod({
      command: `${python} method.py`,
      folder,
      reach,
      version: VERSION,
    });
    onTestFinished(() => method.close());
    const { notes } = await solved(method);
    expect(notes[1]?.text).toContain("a.txt");
    expect(notes[1]?.text).toContain("its own file to write");
    expect(method.id).toMatch(/ \[truths in reach\]$/u);
  });

  it("a method gets the variables and the paths that are named, and no other", async () => {
    process.env["GIVEN"] = "given";
    process.env["KEPT"] = "kept";
    onTestFinished(() => void (delete process.env["GIVEN"], delete process.env["KEPT"]));
    const other = await folderWith({ "data.txt": "data" });
    const folder = await folderWith({
      "method.py": `
import os
from findbench_method import serve
def method(problem):
    problem.note("all", repr([os.environ.get("GIVEN"), os.environ.get("KEPT"), open("${other}/data.txt").read()]))
serve(method)
`,
    });
    const reach = { ...walledIn, variables: ["GIVEN"], paths: [other] };
    const method = await execMethod({
      command: `${python} method.py`,
      folder,
      reach,
      version: VERSION,
    });
    onTestFinished(() => method.close());
    const { notes } = await solved(method);
    expect(notes[0]?.text).toBe("['given', None, 'data']");
  });

  it("a method that lies in what is hidden from it is refused, and so is one that has everything", async () => {
    const folder = await folderWith({ "method.py": "" });
    const command = `${python} method.py`;
    const method = await execMethod({ command, folder, reach: walledIn, version: VERSION });
    await expect(method.open([folder])).rejects.toMatchObject({
      code: "bad-argument",
      message: expect.stringContaining("outside of what it must not see"),
    });
    const reach = { ...walledIn, paths: ["/"] };
    const wide = await execMethod({ command, folder, reach, version: VERSION });
    await expect(wide.open([])).rejects.toMatchObject({ code: "bad-argument" });
  });
});
