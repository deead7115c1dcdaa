import * as z from "zod";

/** Bounded so that sums of weights stay finite. */
const weight = z.number().nonnegative().max(1e6);

/** Name → how often it is drawn, relative to the others; at least one is above 0. */
export function weights<K extends string>(
  names: readonly K[],
): z.ZodType<Partial<Record<K, number>>> {
  return z
    .partialRecord(z.enum(names), weight)
    .refine((table) => Object.values(table).some((w) => Number(w) > 0), "needs a weight above 0");
}
