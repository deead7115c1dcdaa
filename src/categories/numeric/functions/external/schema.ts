import * as z from "zod";
import type { External } from "./spec.ts";

/** Longest source in UTF-16 units, as sandboxes have it. */
const MOST_TEXT = 1_000_000;

/** The JSON of a user's own program. */
export const externalSchema: z.ZodType<External> = z
  .strictObject({
    kind: z.literal("external"),
    language: z.enum(["javascript", "python"], { error: '"javascript" or "python"' }),
    source: z.string().max(MOST_TEXT),
    entry: z.string().min(1),
  })
  .meta({
    id: "External",
    description: "A user's own program: its entry function is the black box.",
  });
