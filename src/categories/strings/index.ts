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
export { stringBriefing } from "./problem.ts";
export type { StringProblem, StringTests, TextPair } from "./problem.ts";
