import { join } from "node:path";
import * as z from "zod";
import { BenchError } from "../../../core/index.ts";
import type { Json } from "../../../contract/index.ts";
import { parsedAs, readReleasedJson } from "../../common/index.ts";

/** One record of the released `numeric/data.json`: the fields that are read, and all as they came. */
export interface ReleasedNumeric {
  readonly id: string;
  readonly structure: "simple" | "composed";
  readonly name: string;
  readonly parameters: Json;
  readonly corruption: {
    readonly side: "inside" | "below" | "above";
    readonly boundary: readonly number[];
    /** Released under the name `std`: the mean of the function, which replaces it in the region. */
    readonly mean: number;
  };
  /** Where the released network of this function was trained. */
  readonly domain: { readonly from: number; readonly to: number };
  readonly noise: {
    readonly distribution: "normal" | "uniform" | "poisson";
    readonly scale: number;
  };
  /** The released file that serves the function. */
  readonly servedBy: string;
  readonly metadata: { readonly [key: string]: Json };
}

const recordSchema = z
  .looseObject({
    type: z.string(),
    name: z.string(),
    dir: z.string().regex(/^f\d{5}$/u),
    params: z.json(),
    corruption_type: z.enum(["interval_inside", "interval_smaller", "interval_larger"]),
    corruption_params: z.looseObject({ std: z.number(), boundary: z.array(z.number()) }),
    noise_type: z.enum(["normal", "uniform", "poisson"]),
    noise_params: z.number(),
    domain: z.tuple([z.number(), z.number()]).refine(ascends, "the lower end has to come first"),
  })
  // The type of a composed function is the name of its first part.
  .refine(({ type, name }) => type === "simple" || name.startsWith(`${type};`), {
    path: ["type"],
    error: "neither `simple` nor the first of the composed functions",
  })
  .refine(hasItsBoundaries, {
    path: ["corruption_params", "boundary"],
    error: "an interval inside has two ends, the lower one first; any other has one",
  });

function ascends([from, to]: readonly [number, number]): boolean {
  return from < to;
}

function hasItsBoundaries(record: {
  readonly corruption_type: string;
  readonly corruption_params: { readonly boundary: readonly number[] };
}): boolean {
  const { boundary } = record.corruption_params;
  if (record.corruption_type !== "interval_inside") return boundary.length === 1;
  const [from, to] = boundary;
  return boundary.length === 2 && Number(from) <= Number(to);
}

const sides = {
  interval_inside: "inside",
  interval_smaller: "below",
  interval_larger: "above",
} as const;

/** Every released numeric function with the file that serves it. Throws `bad-data`. */
export async function readReleasedNumeric(dataFolder: string): Promise<readonly ReleasedNumeric[]> {
  const dataFile = join(dataFolder, "numeric", "data.json");
  const namesFile = join(dataFolder, "numeric", "func_name_dict.json");
  const records = parsedAs(z.array(z.json()), await readReleasedJson(dataFile), dataFile);
  const servedBy = parsedAs(
    z.record(z.string(), z.string()),
    await readReleasedJson(namesFile),
    namesFile,
  );
  const seen = new Set<string>();
  return records.map((metadata, i) => {
    const record = parsedAs(recordSchema, metadata, `${dataFile}, record ${i}`);
    if (seen.has(record.dir))
      throw new BenchError(
        "bad-data",
        `Expected every function of data.json once; got ${record.dir} twice; take a copy that is whole`,
      );
    seen.add(record.dir);
    const file = servedBy[record.dir];
    if (file === undefined) {
      throw new BenchError(
        "bad-data",
        `Expected every function of data.json in func_name_dict.json; got none for ${record.dir}; take a copy that is whole`,
      );
    }
    return {
      id: record.dir,
      structure: record.type === "simple" ? "simple" : "composed",
      name: record.name,
      parameters: record.params,
      corruption: {
        side: sides[record.corruption_type],
        boundary: record.corruption_params.boundary,
        mean: record.corruption_params.std,
      },
      domain: { from: record.domain[0], to: record.domain[1] },
      noise: { distribution: record.noise_type, scale: record.noise_params },
      servedBy: file,
      metadata: parsedAs(z.record(z.string(), z.json()), metadata, dataFile),
    };
  });
}
