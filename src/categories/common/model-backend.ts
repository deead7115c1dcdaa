import * as z from "zod";
import { BenchError } from "../../core/index.ts";
import type { BackendModel, Backends, BackendWay, ModelBackend } from "../../contract/index.ts";

const MOST_NAME = 300;
const MOST_SAMPLES = 1000;

function fieldsOf(ways: readonly [BackendWay, ...BackendWay[]]) {
  return {
    model: z
      .string()
      .max(MOST_NAME)
      .regex(/^[^/\s]+\/\S/u, { error: "provider/name" }),
    prompt: z.string().regex(/^[a-z]+\/[1-9][0-9]{0,3}$/u, { error: "a prompt with its version" }),
    way: z.enum(ways, { error: `one of ${ways.join(", ")}` }),
    samples: z.int().min(2).max(MOST_SAMPLES).exactOptional(),
  };
}

function hasSamples({ way, samples }: BackendModel): boolean {
  return (way === "frequency") === (samples !== undefined);
}

const SAMPLES = { error: "needs `samples` for the way `frequency`, and none for others" };

/** A language model in a recipe's section, asked in one of these ways. */
export function backendModelSchema(
  ways: readonly [BackendWay, ...BackendWay[]],
): z.ZodType<BackendModel> {
  return z.strictObject(fieldsOf(ways)).refine(hasSamples, SAMPLES);
}

/** A language model in a function, asked in one of these ways. */
export function modelBackendSchema(
  ways: readonly [BackendWay, ...BackendWay[]],
  version: z.ZodType<string>,
): z.ZodObject & z.ZodType<ModelBackend> {
  return z
    .strictObject({ ...fieldsOf(ways), name: z.literal("model"), version })
    .refine(hasSamples, SAMPLES);
}

/**
 * Whoever asks the model of a function. Throws `unsupported-version` for a prompt of another version,
 * which would be another function, and `bad-configuration` where there is nobody to ask.
 */
export function askerOf(
  backend: ModelBackend,
  prompt: string,
  backends: Backends | undefined,
): (text: string) => ReturnType<Backends["ask"]> {
  const { name: _name, version: _version, ...model } = backend;
  if (backend.prompt !== prompt)
    throw new BenchError(
      "unsupported-version",
      `Expected the prompt ${backend.prompt}, which the suite was made with; got ${prompt}; open it with the findbench that made it, or make the suite anew`,
      { data: { wanted: backend.prompt, there: prompt } },
    );
  return (text) => {
    if (backends !== undefined) return backends.ask(model, text);
    throw new BenchError(
      "bad-configuration",
      `Expected a way to ask ${backend.model}, which this function is answered by; got none; use a command that asks it, such as run or query`,
    );
  };
}
