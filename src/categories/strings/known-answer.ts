import { SILENT } from "../common/index.ts";
import type { KnownAnswer } from "../common/index.ts";
import { describeText } from "./functions/describe-text.ts";
import { exceptionOf } from "./functions/exception-of.ts";
import { renderText } from "./functions/render-text.ts";
import type { StringSpec } from "./functions/spec.ts";

/** What a perfect answer says that knows a function: its rule, and the local exception it has. */
export function knownStringAnswer(known: StringSpec): KnownAnswer {
  const source = renderText(known, "javascript");
  const interpretation = {
    ...SILENT,
    code: { language: "javascript", source, entry: "f" } as const,
    exceptions: exceptionOf(known) === null ? [] : [describeText(known)],
  };
  return { interpretation, runsCode: false };
}
