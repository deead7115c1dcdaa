export { examOf } from "./exam.ts";
export type { Exam } from "./exam.ts";
export { scoreInterpretation } from "./score-item.ts";
export type { Scored } from "./score-item.ts";
export { scoreKnown } from "./score-known.ts";
export { scoresBeside } from "./scores-beside.ts";
export { inEveryTest, testAnswers } from "./test-answers.ts";
