import type { Interpretation } from "../../contract/index.ts";
import { SILENT } from "../common/index.ts";
import type { KnownAnswer } from "../common/index.ts";
import { noiseOf, regionsOf } from "./functions/inspect.ts";
import { isExternal } from "./functions/number-spec.ts";
import type { NumberSpec } from "./functions/number-spec.ts";
import { render } from "./functions/render.ts";
import { withoutNoise } from "./functions/without.ts";

/**
 * What a perfect answer says that knows a function: the law, the replacement in its regions, the
 * noise; or it hands in a user's own program.
 */
export function knownNumericAnswer(known: NumberSpec): KnownAnswer {
  if (isExternal(known)) {
    const { language, source, entry } = known;
    const interpretation = { ...SILENT, code: { language, source, entry } };
    return { interpretation, runsCode: true };
  }
  const noise = noiseOf(known);
  const source = render(withoutNoise(known), "javascript");
  const interpretation: Interpretation = {
    ...SILENT,
    code: { language: "javascript", source, entry: "f" },
    regions: regionsOf(known),
    noise: { distribution: noise?.distribution ?? "none", scale: noise?.scale ?? null },
  };
  return { interpretation, runsCode: false };
}
