import { spawnSync } from "node:child_process";
import {
  appendFile,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/contract/index.ts";
import { generate, loadRecipe } from "../../src/app/index.ts";
import { permutation } from "../../src/core/index.ts";
import {
  drawProblems,
  openSuite,
  parseRecipe,
  withCategories,
  withCount,
  withoutNetworks,
  writeSuite,
} from "../../src/suite/index.ts";
import type { SuiteHeader } from "../../src/suite/index.ts";
import { groupsIn, numericSection, stringSection } from "../support/sections.ts";
import { quickNetwork } from "../support/quick-network.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const files = ["suite.json", "problems.jsonl", "truths.jsonl"] as const;
const never = new AbortController().signal;

function make(out: string, seed = "1", options: object = {}): Promise<SuiteHeader> {
  return generate(
    { recipe: "mini@1", seed, out, categories: null, count: null, sealSeed: false, ...options },
    never,
  );
}

/** The first problems of a recipe; networks are quickly made. */
async function draw(name: string, seed: string, count: number): Promise<readonly Problem[]> {
  const whole = await loadRecipe(name);
  const recipe = name === "paper@1" ? withoutNetworks(whole) : whole;
  const problems: Problem[] = [];
  for await (const problem of drawProblems({
    recipe: withCategories(recipe, ["numeric"]),
    seed,
    approximate: quickNetwork,
    signal: never,
  })) {
    problems.push(problem);
    if (problems.length === count) break;
  }
  return problems;
}

async function bytes(folder: string): Promise<readonly string[]> {
  return Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
}

describe("a generated suite", () => {
  it("is the same three files for the same seed, here and in another process", async () => {
    const folder = await temporaryFolder();
    await make(join(folder, "a"));
    await make(join(folder, "b"));
    const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
    const args = ["generate", "--recipe", "mini@1", "--seed", "1", "--out", join(folder, "c")];
    const child = spawnSync(process.execPath, ["--import", "tsx", main, ...args], {
      encoding: "utf8",
    });
    expect(child.stderr).toBe("");
    const [a, b, c] = await Promise.all(["a", "b", "c"].map((name) => bytes(join(folder, name))));
    expect(b).toEqual(a);
    expect(c).toEqual(a);
    expect((await readdir(join(folder, "a"))).toSorted()).toEqual([...files].toSorted());
  });

  it("has the pinned hash of its release; a change here is a major version", async () => {
    const folder = await temporaryFolder();
    expect((await make(join(folder, "mini"))).hash).toMatchSnapshot();
  });

  it("differs with the seed", async () => {
    const folder = await temporaryFolder();
    const one = await make(join(folder, "one"), "1");
    const two = await make(join(folder, "two"), "2");
    expect(one.hash).not.toBe(two.hash);
  });

  it("keeps a sealed seed out of every file", async () => {
    const folder = await temporaryFolder();
    const seed = "a-secret-that-nobody-guesses";
    await make(join(folder, "sealed"), seed, { sealSeed: true });
    for (const text of await bytes(join(folder, "sealed"))) expect(text).not.toContain(seed);
  });

  it("carries its canary in each truth", async () => {
    const folder = await temporaryFolder();
    const { canary } = await make(join(folder, "mini"), "1", { count: 5 });
    const lines = (await readFile(join(folder, "mini", "truths.jsonl"), "utf8")).trim().split("\n");
    const marks = lines.map((line) => (JSON.parse(line) as { canary: string }).canary);
    expect(new Set(marks).size).toBe(1);
    expect(canary.startsWith(`${marks[0] ?? "none"}: `)).toBe(true);
  });

  it("refuses to seal a seed that could be guessed", async () => {
    const folder = await temporaryFolder();
    const sealed = make(join(folder, "sealed"), "fifteen letters", { sealSeed: true });
    await expect(sealed).rejects.toMatchObject({
      code: "bad-seed",
      message: expect.not.stringContaining("fifteen letters") as string,
    });
  });

  it("reads back as it was drawn, with exact shares, and truths beside their problems", async () => {
    const folder = await temporaryFolder();
    await make(join(folder, "mini"));
    const recipe = await loadRecipe("mini@1");
    const suite = await openSuite(join(folder, "mini"));
    const read: Problem[] = [];
    for await (const problem of suite.problems()) read.push(problem);
    expect(read).toHaveLength(60);
    const drawn = await draw("mini@1", "1", 60);
    expect(read.filter(({ truth }) => !truth.tags.includes("approximated"))).toEqual(
      drawn.filter(({ truth }) => !truth.tags.includes("approximated")),
    );
    const tagged = (tag: string): number =>
      read.filter(({ truth }) => truth.tags.includes(tag)).length;
    const wanted = (
      has: (group: ReturnType<typeof numericSection>["groups"][number]) => boolean,
    ): number =>
      numericSection(recipe)
        .groups.filter(has)
        .reduce((sum, { count }) => sum + count, 0);
    expect(tagged("corrupted")).toBe(wanted(({ corruption }) => corruption !== undefined));
    expect(tagged("noised")).toBe(wanted(({ noise }) => noise !== undefined));
    expect(tagged("approximated")).toBe(wanted(({ network }) => network !== undefined));
    expect(tagged("plain")).toBe(
      wanted(({ corruption, noise, network }) => !(corruption ?? noise ?? network)),
    );
  });

  it("tells nothing in its open part", async () => {
    const folder = await temporaryFolder();
    await make(join(folder, "mini"));
    const open = await readFile(join(folder, "mini", "problems.jsonl"), "utf8");
    const lines = open
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as { id: string; briefing: unknown });
    expect(new Set(lines.map(({ briefing }) => JSON.stringify(briefing))).size).toBe(1);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(60);
    expect(lines.every(({ id }) => /^[0-9a-z]{12}$/u.test(id))).toBe(true);
  });

  it("shuffles: groups of the recipe do not follow one another", async () => {
    const problems = await draw("paper@1", "1", 850);
    const variants = problems.map(({ truth }) =>
      truth.tags.find((tag) => /^(plain|corrupted|noised)$/u.test(tag)),
    );
    const changes = variants.filter((variant, i) => i > 0 && variant !== variants[i - 1]).length;
    // 850 draws with shares .57, .22, .21 change 0.58 of the time; the unshuffled order changes 5 times.
    expect(changes / problems.length).toBeGreaterThan(0.5);
    expect(changes / problems.length).toBeLessThan(0.66);
  });
});

describe("a suite that was tampered with or copied badly", () => {
  const spoil = {
    "a changed truth": async (folder: string) => {
      const file = join(folder, "truths.jsonl");
      await writeFile(file, (await readFile(file, "utf8")).replace('"slope":', '"slope" :'));
    },
    "a line more": (folder: string) => appendFile(join(folder, "problems.jsonl"), "{}\n"),
    "a cut-off file": (folder: string) => truncate(join(folder, "truths.jsonl"), 1000),
  };
  it.each(Object.entries(spoil))("is refused: %s", async (_name, change) => {
    const folder = join(await temporaryFolder(), "suite");
    await make(folder);
    await change(folder);
    await expect(openSuite(folder)).rejects.toMatchObject({ code: "hash-mismatch" });
  });

  it("says so when the truths were kept back", async () => {
    const folder = join(await temporaryFolder(), "suite");
    await make(folder);
    await rm(join(folder, "truths.jsonl"));
    await expect(openSuite(folder)).rejects.toMatchObject({ code: "truths-missing" });
  });

  it.each(["", "{", "[]", '{"format":"something else"}', "null"])(
    "is no suite with suite.json %j",
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, "suite.json"), text);
      await expect(openSuite(folder)).rejects.toMatchObject({ code: "not-a-suite" });
    },
  );

  it("of a later version is named as such", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "suite.json"), '{"format":"findbench-suite","version":2}');
    await expect(openSuite(folder)).rejects.toMatchObject({ code: "unsupported-version" });
  });

  it("is no suite where there is none", async () => {
    await expect(openSuite(await temporaryFolder())).rejects.toMatchObject({ code: "not-a-suite" });
  });
});

describe("an output folder", () => {
  it("that holds something else is refused and left alone", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "mine.txt"), "precious");
    await expect(make(folder)).rejects.toMatchObject({ code: "folder-not-empty" });
    expect(await readdir(folder)).toEqual(["mine.txt"]);
  });

  it("that is empty is used", async () => {
    const folder = join(await temporaryFolder(), "empty");
    await mkdir(folder);
    await make(folder);
    expect(await readdir(folder)).toHaveLength(3);
  });

  it("holds nothing half-written after an interruption", async () => {
    const folder = await temporaryFolder();
    const interruption = new AbortController();
    const request = { recipe: "mini@1", seed: "1", out: join(folder, "suite"), categories: null };
    const work = generate(
      { ...request, count: 5000, sealSeed: false },
      interruption.signal,
      (done) => {
        if (done === 1000) interruption.abort(new Error("stopped"));
      },
    );
    await expect(work).rejects.toThrow("stopped");
    // Networks that were trained are kept for the next attempt.
    expect((await readdir(folder)).filter((name) => name !== ".suite.networks")).toEqual([]);
  });
});

describe("a folder that cannot be made", () => {
  it("is told, with what the system said", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "file");
    await writeFile(file, "precious");
    for (const out of ["", file, join(file, "suite"), join(folder, "a".repeat(300))]) {
      await expect(make(out, "1", { count: 3 })).rejects.toMatchObject({ code: "bad-argument" });
    }
    expect(await readdir(folder)).toEqual(["file"]);
  });

  it("is told as full where files may not grow", async () => {
    const folder = await temporaryFolder();
    const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
    const command = [process.execPath, "--import", "tsx", main, "generate", "--recipe", "paper@1"];
    const args = [...command, "--count", "200", "--out", join(folder, "new", "suite")];
    const script = `ulimit -f 1; trap "" XFSZ; TSX_DISABLE_CACHE=1 "$@"`;
    const child = spawnSync("bash", ["-c", script, "bash", ...args], { encoding: "utf8" });
    expect(child.stderr).toMatch(/^findbench: disk-full: .*\n$/u);
    expect(child.status).toBe(1);
  });
});

describe("what a killed attempt left", () => {
  it("is removed by the next one, but not what a living process writes", async () => {
    const folder = await temporaryFolder();
    const draft = (name: string): Promise<string | undefined> =>
      mkdir(join(folder, name), { recursive: true });
    let own = "";
    await writeSuite(
      join(folder, "suite"),
      { name: "x", recipe: null, seed: "1", sealSeed: false, findbench: "1.0.0" },
      (async function* () {
        [own = ""] = (await readdir(folder)).filter((name) => name.startsWith(".suite.draft-"));
        yield* await draw("paper@1", "1", 3);
      })(),
    );
    const [, host = "", start = ""] = /draft-([0-9a-z]+)-\d+-(\d+)-/u.exec(own) ?? [];
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    await draft(`.suite.draft-${host}-${dead}-${start}-killed`);
    await draft(`.suite.draft-${host}-${process.pid}-1-killed-with-a-pid-used-again`);
    await draft(`.suite.draft-${host}-${process.ppid}-${start}-alive`);
    await draft(`.suite.draft-elsewhere-${dead}-${start}-perhaps-alive`);
    await draft(`.other.draft-${host}-${dead}-${start}-not-ours`);
    await rm(join(folder, "suite"), { recursive: true });
    await make(join(folder, "suite"), "1", { recipe: "paper@1", count: 3 });
    expect((await readdir(folder)).toSorted()).toEqual(
      [
        `.other.draft-${host}-${dead}-${start}-not-ours`,
        `.suite.draft-elsewhere-${dead}-${start}-perhaps-alive`,
        `.suite.draft-${host}-${process.ppid}-${start}-alive`,
        "suite",
      ].toSorted(),
    );
  });

  it("leaves a folder with the rights that new folders have", async () => {
    const folder = await temporaryFolder();
    await make(join(folder, "suite"), "1", { count: 3 });
    await mkdir(join(folder, "plain"));
    const [made, plain] = await Promise.all(["suite", "plain"].map((n) => stat(join(folder, n))));
    expect(made?.mode).toBe(plain?.mode);
  });
});

describe("a recipe", () => {
  it("is refused with the place of its fault", async () => {
    const recipe = structuredClone(await loadRecipe("mini@1")) as unknown as {
      numeric: { groups: { count: number; law: { families: Record<string, number> } }[] };
    };
    const refused = (change: (copy: typeof recipe) => void): unknown => {
      const copy = structuredClone(recipe);
      change(copy);
      try {
        parseRecipe(copy, "test");
      } catch (error) {
        return error;
      }
      return null;
    };
    const [group] = recipe.numeric.groups;
    expect(group).toBeDefined();
    expect(refused(() => undefined)).toBeNull();
    expect(
      refused((copy) => copy.numeric.groups.forEach((g) => (g.law.families["cubist"] = 1))),
    ).toMatchObject({ code: "unknown-family" });
    expect(refused((copy) => copy.numeric.groups.forEach((g) => (g.count = -1)))).toMatchObject({
      code: "bad-recipe",
      message: expect.stringContaining("numeric.groups.0.count") as string,
    });
    expect(refused((copy) => copy.numeric.groups.splice(0))).toMatchObject({ code: "bad-recipe" });
    expect(
      refused((copy) => copy.numeric.groups.forEach((g) => (g.law.families = { sine: 0 }))),
    ).toMatchObject({ code: "bad-recipe" });
    for (const foreign of [null, 3, [], "recipe", {}]) {
      expect(() => parseRecipe(foreign, "test")).toThrow(/Expected a recipe/u);
    }
  });

  it("is found by name or path, and its absence is told with the names there are", async () => {
    await expect(loadRecipe("no-such-recipe")).rejects.toMatchObject({
      code: "unknown-recipe",
      message: expect.stringContaining("mini@1") as string,
    });
  });

  it("has bounds, beyond which work would never end", async () => {
    const recipe = await loadRecipe("mini@1");
    const [group] = numericSection(recipe).groups;
    const withGroup = (change: object): unknown => ({
      ...recipe,
      numeric: { ...numericSection(recipe), groups: [{ ...group, ...change }] },
    });
    const noise = { distributions: { poisson: 1 }, scale: 1, growth: 0 };
    expect(() => parseRecipe(withGroup({ noise }), "test")).not.toThrow();
    for (const change of [
      { count: 2 ** 31 },
      { noise: { ...noise, scale: 1e18 } },
      { noise: { distributions: { normal: 1 }, scale: 1e7, growth: 0 } },
      { noise: { ...noise, growth: 1e9 } },
      { law: { structure: "simple", families: { sine: 1e308, cosine: 1e308 } } },
    ])
      expect(() => parseRecipe(withGroup(change), "test")).toThrow(/Expected a recipe/u);
    for (const count of [0, -1, 1.5, NaN, 2 ** 31])
      expect(() => withCount(recipe, count)).toThrow(/Expected a count of problems/u);
  });

  it("scales to any total and keeps its shares", async () => {
    const recipe = await loadRecipe("paper@1");
    const groups = [...numericSection(recipe).groups, ...stringSection(recipe).groups];
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (wanted) => {
        const { numeric, strings } = withCount(recipe, wanted);
        const scaled = [numeric, strings].flatMap(groupsIn);
        expect(scaled.reduce((sum, { count }) => sum + count, 0)).toBe(wanted);
        for (const group of scaled) {
          const original = groups.find(
            ({ count: _count, ...rest }) =>
              JSON.stringify(rest) === JSON.stringify({ ...group, count: undefined }),
          );
          const share = ((original?.count ?? NaN) * wanted) / total;
          expect(Math.abs(group.count - share)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe("permutation", () => {
  it("is a bijection for every size and seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.string(), (size, seed) => {
        const at = permutation(size, seed);
        const images = new Set(Array.from({ length: size }, (_, i) => at(i)));
        expect(images.size).toBe(size);
        expect(Math.max(...images)).toBe(size - 1);
        expect(Math.min(...images)).toBe(0);
      }),
    );
  });
});
