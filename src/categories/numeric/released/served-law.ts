import * as z from "zod";
import { BenchError } from "../../../core/index.ts";
import type { Json } from "../../../contract/index.ts";
import type { Atom, Law } from "../functions/spec.ts";
import type { QuirkCode } from "./quirks.ts";
import type { ReleasedNumeric } from "./released-data.ts";

/** The variant of a released function that is served. */
export type ReleasedVariant = "plain" | "corrupted" | "noised" | "approximated";

interface ServedLaw {
  readonly law: Law;
  readonly quirks: readonly QuirkCode[];
}

/** How the released generator's writer treats an atom: whole or in a composition, and where. */
interface AtomContext {
  readonly variant: ReleasedVariant;
  readonly composed: boolean;
  readonly note: (quirk: QuirkCode) => void;
}

const one = z.tuple([z.number()]);
const two = z.tuple([z.number(), z.number()]);
const three = z.tuple([z.number(), z.number(), z.number()]);
const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const list = z.array(z.number()).min(1);

/** The law that the released code serves, which is not always the documented one. Throws `bad-data`. */
export function servedLaw(released: ReleasedNumeric, variant: ReleasedVariant): ServedLaw {
  const quirks = new Set<QuirkCode>();
  const composed = released.structure === "composed";
  const context = { variant, composed, note: (quirk: QuirkCode) => quirks.add(quirk) };
  const [head = ""] = released.name.split("(");
  const law = composed
    ? composition(head.split(";"), released, context)
    : atom(head, released.parameters, context);
  return { law, quirks: [...quirks] };
}

function composition(
  names: readonly string[],
  released: ReleasedNumeric,
  context: AtomContext,
): Law {
  const operation = names.at(-1) ?? "";
  const kinds = names.slice(0, -1);
  const parameters = read(
    z.array(z.json()).length(kinds.length),
    released.parameters,
    released.name,
  );
  const parts = kinds.map((name, i) => atom(name, parameters[i] ?? null, context));
  switch (operation) {
    case "sum_two":
    case "sum_three":
      return { kind: "sum", terms: parts };
    case "multiply_two":
      return { kind: "product", factors: parts };
    default:
      throw new BenchError(
        "bad-data",
        `Expected a composition by sum_two, sum_three or multiply_two; got ${released.name}; take a copy of the release that is whole`,
      );
  }
}

function atom(name: string, parameters: Json, { variant, composed, note }: AtomContext): Atom {
  const get = <T>(schema: z.ZodType<T>): T => read(schema, parameters, name);
  switch (name) {
    case "constant":
      return { kind: "constant", value: get(z.number()) };
    case "linear": {
      const [slope, intercept] = get(two);
      return { kind: "linear", slope, intercept };
    }
    case "polynomial":
      return { kind: "polynomial", coefficients: get(list).toReversed() };
    case "absolute": {
      const [slope, offset] = get(two);
      if (variant === "approximated" || offset === 0) return { kind: "absolute", slope, offset };
      note("absolute-without-offset");
      return { kind: "absolute", slope, offset: 0 };
    }
    case "root":
      return root(get(three), variant, note);
    case "logarithm": {
      const [scale, offset, base] = get(three);
      return { kind: "logarithm", scale, base, offset };
    }
    case "step": {
      const [height, offset, atZero] = get(three);
      return { kind: "step", height, atZero, offset };
    }
    case "relu": {
      const [slope, offset, leak] = get(three);
      return { kind: "leaky-relu", slope, leak, offset };
    }
    case "tanh":
    case "sin":
    case "cos": {
      const [amplitude, period, shift, offset] = get(four);
      const kind = ({ tanh: "tanh", sin: "sine", cos: "cosine" } as const)[name];
      return { kind, amplitude, period, shift, offset };
    }
    case "reciprocal":
      return { kind: "reciprocal", scale: get(one)[0] };
    case "gaussian": {
      const [mean, deviation] = get(two);
      return { kind: "gaussian", mean, deviation };
    }
    case "rational": {
      const [numerator, denominator] = get(z.tuple([list, list]));
      return { kind: "rational", numerator, denominator };
    }
    case "rectangle":
      return { kind: "rectangle", width: get(one)[0] };
    case "square_wave": {
      const [period, shift] = get(two);
      if (variant === "approximated" || (variant === "plain" && !composed)) {
        return { kind: "square-wave", period, shift };
      }
      note("square-wave-as-sign");
      return { kind: "step", height: 2, atZero: 0, offset: -1 };
    }
    case "ceil":
      return { kind: "ceil" };
    case "floor":
      return { kind: "floor" };
    default:
      throw new BenchError(
        "unknown-family",
        `Expected a released family; got \`${name}\`; take a copy of the release that is whole`,
      );
  }
}

function root(
  [scale, offset, degree]: readonly [number, number, number],
  variant: ReleasedVariant,
  note: AtomContext["note"],
): Atom {
  if (variant === "approximated") {
    return { kind: "root", scale, degree, offset, negative: "undefined" };
  }
  const negative = variant === "corrupted" ? "undefined" : "complex";
  if (degree !== 1) note(negative === "complex" ? "complex-root" : "root-undefined");
  return { kind: "root", scale, degree, offset, negative };
}

function read<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BenchError(
    "bad-data",
    `Expected the released parameters of ${name}; got ${JSON.stringify(value)}; take a copy of the release that is whole`,
  );
}
