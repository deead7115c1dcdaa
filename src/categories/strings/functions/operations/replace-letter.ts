import type { AtomOf } from "../atom-of.ts";
import { deterministic } from "../builders/deterministic.ts";
import { asciiLetters, pickTwo } from "../sampling.ts";

/** One letter replaced by another. */
export const replaceLetter = deterministic<AtomOf<"replace-letter">>({
  kind: "replace-letter",
  released: "replace_substring",
  sample: (draws) => {
    const [old, replacement] = pickTwo(draws, asciiLetters);
    return { kind: "replace-letter", old, new: replacement };
  },
  apply: (atom, text) => text.replaceAll(atom.old, atom.new),
  describe: (atom) => `replaces every \`${atom.old}\`, in this case, by \`${atom.new}\``,
  python: (atom) => `return s.replace("${atom.old}", "${atom.new}")`,
  javascript: (atom) => `return s.split("${atom.old}").join("${atom.new}");`,
});
