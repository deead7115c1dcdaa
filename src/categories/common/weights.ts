import * as z from "zod";

/** Bounded so that sums of weights stay finite. */
const weight = z.number().nonnegative().max(1e6);
/** How many times a name stands in the list that is drawn from. */
export const wholeWeight: z.ZodType<number> = z.int().nonnegative().max(100);

/** Name → how often it is drawn, relative to the others; at least one is above 0. */
export function weights<K extends string>(
  names: readonly K[],
  each: z.ZodType<number> = weight,
): z.ZodType<Partial<Record<K, number>>> {
  return z
    .partialRecord(z.enum(names), each)
    .refine((table) => Object.values(table).some((w) => Number(w) > 0), "needs a weight above 0");
}
