export { stringProblems } from "./drawing/string-problems.ts";
export { stringSectionSchema } from "./drawing/string-section.ts";
export type { StringGroup } from "./drawing/string-section.ts";
export { stringTags } from "./drawing/string-tags.ts";
export { canonicalOf } from "./functions/canonical-of.ts";
export { describeCondition } from "./functions/describe-condition.ts";
export { describeText } from "./functions/describe-text.ts";
export { distributionOf } from "./functions/distribution-of.ts";
export { exceptionOf } from "./functions/exception-of.ts";
export { arityOfText, atomsOf, isRandom, withoutException } from "./functions/inspect.ts";
export { matches } from "./functions/matches.ts";
export { operationOf, stringKinds } from "./functions/operations.ts";
export { parseStringSpec } from "./functions/parse.ts";
export { fromReleased, releasedName } from "./functions/released.ts";
export type { ReleasedStep } from "./functions/released.ts";
export { renderText } from "./functions/render-text.ts";
export { sampleException } from "./functions/sample-exception.ts";
export { sampleChain, sampleJoined, sampleStringAtom } from "./functions/sample.ts";
export { stringSpecSchema } from "./functions/schema.ts";
export { serveText } from "./functions/serve-text.ts";
export type {
  CharacterClass,
  Condition,
  Excepted,
  Joined,
  PlainKind,
  ReadKind,
  Reading,
  StringAtom,
  StringLaw,
  StringSpec,
} from "./functions/spec.ts";
export type { TextResult } from "./functions/string-operation.ts";
export { textCounter } from "./opening/text-counter.ts";
export { hiddenTexts } from "./scorers/hidden-texts.ts";
export { STRING_PUBLISHED_SCORER, publishedStringScores } from "./scorers/published-strings.ts";
export { STRING_SOUND_SCORER, soundStringScores } from "./scorers/sound-strings.ts";
export type { TextTruth } from "./scorers/text-truth.ts";
export { hardTriplet } from "./tests/hard-triplet.ts";
export { outputsOf } from "./tests/outputs-of.ts";
export { stringExamOf, stringSheetOf } from "./tests/string-exam.ts";
export type { SoundStringExam, StringExam } from "./tests/string-exam.ts";
