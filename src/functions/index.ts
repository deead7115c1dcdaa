import type { NumericSpec } from "./numeric/spec.ts";

export type { NumericColumn } from "./numeric/column.ts";
export { describe } from "./numeric/describe.ts";
export { evaluate } from "./numeric/evaluate.ts";
export { answersVary, covers, familiesOf, lawOf, noiseOf, regionsOf } from "./numeric/inspect.ts";
export { atomKinds, familyKinds } from "./numeric/kinds.ts";
export { parseNumericSpec } from "./numeric/parse.ts";
export { render } from "./numeric/render.ts";
export { sampleCorruption } from "./numeric/sample-corruption.ts";
export type { CorruptionOptions } from "./numeric/sample-corruption.ts";
export { sampleAtom, sampleComposition, sampleNoise } from "./numeric/sample.ts";
export type { Operation } from "./numeric/sample.ts";
export { numericSpecSchema } from "./numeric/schema.ts";
export { serve } from "./numeric/serve.ts";
export type * from "./numeric/spec.ts";

/** A function to discover, as data. */
export type Spec = NumericSpec;
