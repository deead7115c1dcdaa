import * as z from "zod";
import { arityOf } from "./inspect.ts";
import { finite, nonnegative } from "./number-schema.ts";
import type { Approximated, Law, Layer } from "./spec.ts";

/** Units that a layer may have. */
const MOST_UNITS = 1024;
/** Hidden layers that a network may have. */
const MOST_HIDDEN = 2;
/** The error below which a network has learned its law. */
const LEARNED = 0.01;

const layerSchema: z.ZodType<Layer> = z.strictObject(
  {
    weights: listOf(listOf(finite, "a list of weights"), "rows of weights"),
    biases: listOf(finite, "a list of biases"),
  },
  { error: "a layer" },
);

const layersSchema = z
  .array(layerSchema, { error: "a list of layers" })
  .min(2, { error: "one or two hidden layers and one of output" })
  .max(MOST_HIDDEN + 1, { error: "one or two hidden layers and one of output" })
  .refine(chain, {
    error: "layers from one input to one output, each with a row of weights and a bias per unit",
  });

const domainSchema = z
  .strictObject({ from: finite, to: finite }, { error: "a domain" })
  .refine(({ from, to }) => from < to, { error: "a domain whose `from` is below its `to`" });

/** A network as data; `law` is the schema of what it was trained on. */
export function approximatedSchemaOf(law: z.ZodType<Law>) {
  return z
    .strictObject({
      kind: z.literal("approximated"),
      law: law.refine((value) => arityOf(value) === 1, { error: "a law of one argument" }),
      layers: layersSchema,
      precision: z.enum(["float64", "float32"], { error: '"float64" or "float32"' }),
      domain: domainSchema,
      error: nonnegative.nullable(),
      learned: z.boolean({ error: "true or false" }),
    })
    .refine(({ error, learned }) => learned === (error !== null && error < LEARNED), {
      error: `\`learned\` where the error is below ${LEARNED}, and only there`,
    })
    .meta({
      id: "NumericNetwork",
      description: "A network trained to follow a law: ReLU after every layer but the last.",
    }) satisfies z.ZodType<Approximated>;
}

function listOf<T>(entry: z.ZodType<T>, name: string): z.ZodArray<z.ZodType<T>> {
  return z
    .array(entry, { error: name })
    .min(1, { error: `${name} with at least one entry` })
    .max(MOST_UNITS, { error: `${name} with at most ${MOST_UNITS} entries` });
}

function chain(layers: readonly Layer[]): boolean {
  const widths = layers.map(({ biases }) => biases.length);
  if (widths.at(-1) !== 1) return false;
  return layers.every(({ weights, biases }, i) => {
    const inputs = i === 0 ? 1 : widths[i - 1];
    return weights.length === biases.length && weights.every((row) => row.length === inputs);
  });
}
