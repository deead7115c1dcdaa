export { canaryOf } from "./canary.ts";
export { checkTexts } from "./check-texts.ts";
export type {
  Category,
  Drawing,
  DrawParts,
  Imported,
  ImportParts,
  InputCheck,
  KnownAnswer,
  OpenOptions,
  OwnFunction,
  OwnFunctions,
  Place,
  Released,
  Section,
} from "./category.ts";
export { distinctIds } from "./distinct-ids.ts";
export { isFunctionFault } from "./function-fault.ts";
export { inputRows } from "./input-rows.ts";
export { askerOf, backendModelSchema, modelBackendSchema } from "./model-backend.ts";
export { parameterError, refuse, shown } from "./parameter-fault.ts";
export { pythonLengths } from "./python-lengths.ts";
export type { PythonLengths } from "./python-lengths.ts";
export { inputName, replayOf } from "./replay.ts";
export type { RecordedAnswer, Replay } from "./replay.ts";
export { sameNumber, sameText } from "./same-output.ts";
export { SILENT } from "./silent.ts";
export { disagreementIn, inTestOrder, testBatch } from "./test-batch.ts";
export type { Disagreement } from "./test-batch.ts";
export { weighted } from "./weighted.ts";
export { weights, wholeWeight } from "./weights.ts";
export { parsedAs, readReleasedJson } from "./read-released-json.ts";
export { RELEASED_BUDGET, SUITE_NAME } from "./released-suite.ts";
