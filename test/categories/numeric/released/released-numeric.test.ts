import { asNumeric } from "../../../support/kinds-of-problem.ts";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate, lawOf, regionsOf } from "../../../../src/categories/numeric/index.ts";
import type { NumericSpec } from "../../../../src/categories/numeric/index.ts";
import { releasedNumeric } from "../../../../src/categories/numeric/released/released-numeric.ts";
import { quirkMeanings } from "../../../../src/official/index.ts";
import type { Imported } from "../../../../src/categories/common/index.ts";
import { quickNetwork } from "../../../support/quick-network.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

// Records in the released layout, written for this test; none of them is in the released set.
interface Sample {
  readonly name: string;
  readonly params: unknown;
  readonly servedBy?: string;
  readonly type?: string;
  readonly corruption?: readonly [string, readonly number[]];
  readonly noise?: string;
}

async function imported(...samples: readonly Sample[]): Promise<Imported> {
  return importReleased(await releasedFolder(samples));
}

async function releasedFolder(samples: readonly Sample[]): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "numeric"));
  const names: Record<string, string> = {};
  const records = samples.map((sample, i) => {
    const dir = `f${String(i).padStart(5, "0")}`;
    names[dir] = sample.servedBy ?? "function_code.py";
    const [corruption, boundary] = sample.corruption ?? ["interval_inside", [10, 20]];
    return {
      type: sample.type ?? "simple",
      params: sample.params,
      name: sample.name,
      dir,
      corruption_type: corruption,
      corruption_params: { std: 7.5, boundary },
      noise_type: sample.noise ?? "normal",
      noise_params: 1,
      domain: [-100, 100],
    };
  });
  await writeFile(join(folder, "numeric", "data.json"), JSON.stringify(records));
  await writeFile(join(folder, "numeric", "func_name_dict.json"), JSON.stringify(names));
  return folder;
}

function importReleased(folder: string, seed = "0"): Promise<Imported> {
  const { signal } = new AbortController();
  return releasedNumeric.import({
    folder,
    seed,
    expressions: null,
    approximate: quickNetwork,
    signal,
  });
}

async function truthOf(sample: Sample) {
  const { problems, leftOut } = await imported(sample);
  expect(leftOut).toEqual([]);
  const [problem] = problems;
  if (problem === undefined) throw new Error("Expected one problem; got none");
  return asNumeric(problem).truth;
}

async function valuesOf(sample: Sample, ...xs: number[]): Promise<readonly number[]> {
  return [...evaluate(lawOf((await truthOf(sample)).spec), Float64Array.from(xs)).re];
}

describe("released laws, as the released code serves them", () => {
  it.each<[Sample, readonly number[], readonly number[]]>([
    [{ name: "constant(4)", params: 4 }, [-9, 0.5], [4, 4]],
    [{ name: "linear((2.0, 1.0))", params: [2, 1] }, [3, -3], [7, -5]],
    [{ name: "polynomial(2.0, 0.0, -1.0)", params: [2, 0, -1] }, [3, 0.5], [17, -0.5]],
    [{ name: "absolute((3.0, 5.0))", params: [3, 5] }, [-2, 2], [6, 6]],
    [{ name: "root((2.0, 1.0, 2))", params: [2, 1, 2] }, [9, 2.25], [7, 4]],
    [{ name: "logarithm((3.0, 1.0, 2.0))", params: [3, 1, 2] }, [8, 0.5, -1], [10, -2, NaN]],
    [{ name: "step((4.0, 1.0, 9.0))", params: [4, 1, 9] }, [-1, 0, 1], [1, 37, 5]],
    [{ name: "relu((4.0, 1.0, 0.5))", params: [4, 1, 0.5] }, [-2, 0, 2], [-3, 1, 9]],
    [{ name: "reciprocal((4.0,))", params: [4] }, [0.5, 0], [0.5, Infinity]],
    [
      {
        name: "rational(([1.0, 2.0], [4.0, 0.0, 1.0]))",
        params: [
          [1, 2],
          [4, 0, 1],
        ],
      },
      [2],
      [0.625],
    ],
    [{ name: "rectangle((3.0,))", params: [3] }, [1.5, -1.5, 1.6], [1, 1, 0]],
    [{ name: "square_wave((4.0, 0.5))", params: [4, 0.5] }, [1, 3], [1, -1]],
  ])("%j", async (sample, xs, ys) => {
    const values = await valuesOf(sample, ...xs);
    ys.forEach((y, i) => {
      if (Number.isFinite(y)) expect(values[i]).toBeCloseTo(y, 9);
      else expect(Number.isFinite(values[i])).toBe(false);
    });
  });

  it("sine, cosine and tanh share (amplitude, period, shift, offset); gaussian is a density", async () => {
    const turn = { params: [2, 4, 1, 10] };
    expect(await valuesOf({ name: "sin((2.0, 4.0, 1.0, 10.0))", ...turn }, 2)).toEqual([12]);
    expect(await valuesOf({ name: "cos((2.0, 4.0, 1.0, 10.0))", ...turn }, 1)).toEqual([12]);
    expect(await valuesOf({ name: "tanh((2.0, 4.0, 1.0, 10.0))", ...turn }, 1)).toEqual([10]);
    const [peak] = await valuesOf({ name: "gaussian((3.0, 2.0))", params: [3, 2] }, 3);
    expect(peak).toBeCloseTo(0.19947114020071635, 15);
  });

  it("sums and products, with parts that have no parameters", async () => {
    const sum = { type: "floor", name: "floor;linear;sum_two(None, (2.0, 1.0))" };
    expect(await valuesOf({ ...sum, params: [null, [2, 1]] }, 1.5)).toEqual([5]);
    const product = { type: "ceil", name: "ceil;constant;multiply_two(None, 3)" };
    expect(await valuesOf({ ...product, params: [null, 3] }, 1.5)).toEqual([6]);
  });
});

describe("quirks of the released code", () => {
  it("absolute loses its offset", async () => {
    const { quirks } = await truthOf({ name: "absolute((3.0, 5.0))", params: [3, 5] });
    expect(quirks).toEqual(["absolute-without-offset"]);
  });

  it.each([
    { name: "square_wave((4.0, 0.5))", params: [4, 0.5], servedBy: "noised_function_code.py" },
    { name: "square_wave((4.0, 0.5))", params: [4, 0.5], servedBy: "corrupted_function_code.py" },
    {
      type: "square_wave",
      name: "square_wave;constant;multiply_two((4.0, 0.5), 1)",
      params: [[4, 0.5], 1],
    },
  ])("square wave is the sign of x in %j", async (sample) => {
    expect((await truthOf(sample)).quirks).toContain("square-wave-as-sign");
    expect(await valuesOf(sample, -3, 0, 3)).toEqual([-1, -1, 1]);
  });

  it("roots are complex left of zero, but NaN where the function is corrupted", async () => {
    const sample = { name: "root((2.0, 1.0, 2))", params: [2, 1, 2] };
    const truth = await truthOf(sample);
    expect(truth.quirks).toEqual(["complex-root"]);
    const { re, im } = evaluate(truth.spec, Float64Array.of(-4));
    expect(re[0]).toBeCloseTo(1, 12);
    expect(im?.[0]).toBe(4);
    const corrupted = await truthOf({ ...sample, servedBy: "corrupted_function_code.py" });
    expect(corrupted.quirks).toContain("root-undefined");
    expect(evaluate(corrupted.spec, Float64Array.of(-4)).re[0]).toBeNaN();
  });

  it("Poisson noise shifts the mean", async () => {
    const { quirks, spec } = await truthOf({
      name: "constant(4)",
      params: 4,
      servedBy: "noised_function_code.py",
      noise: "poisson",
    });
    expect(quirks).toEqual(["poisson-shifts-mean"]);
    expect(spec).toMatchObject({ kind: "noised", distribution: "poisson", scale: 1 });
  });

  it("every quirk that a problem carries is explained", async () => {
    const { quirks } = await truthOf({
      name: "root((2.0, 1.0, 2))",
      params: [2, 1, 2],
      servedBy: "corrupted_function_code.py",
    });
    for (const quirk of quirks) expect(quirkMeanings.has(quirk)).toBe(true);
  });
});

describe("networks", () => {
  it("are trained anew where no weights are at hand, on the released domain, and say so", async () => {
    const { quirks, spec, tags } = await truthOf({
      name: "absolute((3.0, 5.0))",
      params: [3, 5],
      servedBy: "load_mlp.py",
    });
    expect(quirks).toEqual(["network-domain", "network-retrained"]);
    expect(tags).toContain("approximated");
    expect(spec).toMatchObject({
      kind: "approximated",
      // A network is trained on the documented law, whose offset no code writer has lost.
      law: { kind: "absolute", slope: 3, offset: 5 },
      domain: { from: -100, to: 100 },
    });
  });
});

describe("corruption", () => {
  it.each<[string, readonly number[], { from: number | null; to: number | null }]>([
    ["interval_inside", [10, 20], { from: 10, to: 20 }],
    ["interval_smaller", [10], { from: null, to: 10 }],
    ["interval_larger", [10], { from: 10, to: null }],
  ])("%s replaces by the mean, on the boundary too", async (type, boundary, region) => {
    const { spec } = await truthOf({
      name: "constant(4)",
      params: 4,
      servedBy: "corrupted_function_code.py",
      corruption: [type, boundary],
    });
    expect(regionsOf(spec)).toEqual([region]);
    const at = (x: number): number | undefined => evaluate(spec, Float64Array.of(x)).re[0];
    for (const edge of boundary) expect(at(edge)).toBe(7.5);
    expect([at(-1000), at(1000)].includes(4)).toBe(true);
    const scattered: Partial<NumericSpec> = { kind: "corrupted", spread: 0.1, scatter: "per-call" };
    expect(spec).toMatchObject(scattered);
  });
});

describe("an import as a whole", () => {
  it("leaves out what is of a kind that is not known and says why, and keeps the rest", async () => {
    const { problems, leftOut } = await imported(
      { name: "constant(4)", params: 4 },
      { name: "constant(5)", params: 5, servedBy: "somewhere_else.py" },
    );
    expect(problems).toHaveLength(1);
    expect(leftOut.map(({ id }) => id)).toEqual(["f00001"]);
    expect(leftOut[0]?.reason).toContain("somewhere_else.py");
  });

  it.each<Sample>([
    { name: "spline((1.0,))", params: [1] },
    { name: "linear((1.0,))", params: [1] },
    { name: "sin((1.0, 0.0, 1.0, 1.0))", params: [1, 0, 1, 1] },
    { name: "constant(5)", params: 5, type: "compound" },
    { name: "floor;linear;sum_two(None, (2.0, 1.0))", params: [null, [2, 1]], type: "ceil" },
    { name: "constant(5)", params: 5, corruption: ["interval_inside", [10]] },
    { name: "constant(5)", params: 5, corruption: ["interval_inside", [20, 10]] },
    { name: "constant(5)", params: 5, corruption: ["interval_smaller", [10, 20]] },
    { name: "linear((1.0,))", params: [1], servedBy: "load_mlp.py" },
  ])("is refused with a broken record: %j", async (sample) => {
    await expect(imported({ name: "constant(4)", params: 4 }, sample)).rejects.toMatchObject({
      code: "bad-data",
      message: expect.stringMatching(/record (1|of f00001)\b/u) as string,
    });
  });

  it("has ids that the released name alone does not tell", async () => {
    const sample = { name: "constant(4)", params: 4 };
    const ids = await Promise.all(
      ["one seed", "one seed", "another"].map(
        async (seed) =>
          (await importReleased(await releasedFolder([sample]), seed)).problems[0]?.id,
      ),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it("orders problems by ids that do not follow the released numbers", async () => {
    const samples = Array.from({ length: 40 }, (_, i) => ({ name: `constant(${i})`, params: i }));
    const { problems } = await imported(...samples);
    const ids = problems.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    const numbers = problems.map(({ truth }) =>
      truth.provenance.source === "find" ? truth.provenance.officialId : "",
    );
    expect(numbers).not.toEqual(numbers.toSorted());
  });

  it("is refused where a function is there twice", async () => {
    const folder = await releasedFolder([{ name: "constant(4)", params: 4 }]);
    const file = join(folder, "numeric", "data.json");
    const [record] = JSON.parse(await readFile(file, "utf8")) as unknown[];
    await writeFile(file, JSON.stringify([record, record]));
    await expect(importReleased(folder)).rejects.toMatchObject({
      code: "bad-data",
      message: expect.stringContaining("f00000") as string,
    });
  });

  it.each([
    ["data.json", `[{"deep":${"[".repeat(2e5)}${"]".repeat(2e5)}}]`],
    ["data.json", "{"],
    ["data.json", "{}"],
    ["data.json", '[{"dir":"x"}]'],
    ["func_name_dict.json", "[]"],
    ["func_name_dict.json", "{}"],
  ])("is refused with %s = %s", async (file, text) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "numeric"));
    const record = {
      type: "simple",
      params: 4,
      name: "constant(4)",
      dir: "f00000",
      corruption_type: "interval_inside",
      corruption_params: { std: 1, boundary: [1, 2] },
      noise_type: "normal",
      noise_params: 1,
      domain: [-100, 100],
    };
    await writeFile(join(folder, "numeric", "data.json"), JSON.stringify([record]));
    await writeFile(
      join(folder, "numeric", "func_name_dict.json"),
      '{"f00000":"function_code.py"}',
    );
    await writeFile(join(folder, "numeric", file), text);
    await expect(importReleased(folder)).rejects.toMatchObject({ code: "bad-data" });
  });

  it("is refused where there is no released data", async () => {
    await expect(importReleased(await temporaryFolder())).rejects.toMatchObject({
      code: "data-missing",
    });
  });
});
