import type { Code, Language, RunOutcome } from "../contract/index.ts";
import { MOST_TEXT } from "./limits.ts";

const NAMES: Readonly<Record<Language, string>> = { javascript: "JavaScript", python: "Python" };

/** What a sandbox for one language can say of a program without running it. */
export function refusal(
  { language, source, entry }: Code,
  own: Language,
  /** What the language allows as the name of a function. */
  identifier: RegExp,
): RunOutcome | undefined {
  if (language !== own)
    return {
      kind: "no-sandbox",
      remedy: `Expected ${NAMES[own]}; got ${NAMES[language]}, which this sandbox cannot run; give code in ${NAMES[own]}`,
    };
  if (source.length > MOST_TEXT)
    return notLoaded(
      `Expected at most ${MOST_TEXT} characters of source; got ${source.length}; shorten it`,
    );
  if (!identifier.test(entry))
    return notLoaded(
      "Expected the name of a function as entry; got something else; give its bare name",
    );
  return undefined;
}

function notLoaded(message: string): RunOutcome {
  return { kind: "not-loaded", message };
}
