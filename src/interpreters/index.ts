export { constant } from "./baselines/constant.ts";
export { lookup } from "./baselines/lookup.ts";
export { line, polynomial } from "./baselines/polynomial.ts";
