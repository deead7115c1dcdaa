import type { AtomOf } from "../atom-of.ts";
import { deterministic } from "../builders/deterministic.ts";
import { asciiLetters } from "../sampling.ts";

/** One to five letters appended. */
export const append = deterministic<AtomOf<"append">>({
  kind: "append",
  released: "string_concatenate",
  sample: (draws) => ({
    kind: "append",
    suffix: Array.from({ length: draws.integer(1, 5) }, () => draws.pick(asciiLetters)).join(""),
  }),
  apply: ({ suffix }, text) => text + suffix,
  describe: ({ suffix }) => `appends \`${suffix}\``,
  python: ({ suffix }) => `return s + "${suffix}"`,
  javascript: ({ suffix }) => `return s + "${suffix}";`,
});
