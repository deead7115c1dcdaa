export { nmse } from "./nmse.ts";
export { codeLength } from "./code-length.ts";
export { numberOf } from "./output-number.ts";

export { ownerOf, reasonOwners } from "./owners.ts";

export { scorerId, scorerName } from "./scorer-name.ts";

export { modulus, spreadOf, spreadOfTruth } from "./value-column.ts";
export type { IndexRange, ValueColumn } from "./value-column.ts";
export { withoutOutputs } from "./guess.ts";
export { NEARLY_ALL } from "./nearly-all.ts";
export { unusable } from "./output-number.ts";
export { scored, unscored } from "./unscored.ts";
export type { Unscored } from "./unscored.ts";
export { columnOf, definedPoints, isDefined, picked } from "./value-column.ts";
export { failureOwner } from "./owners.ts";
export type { Owner } from "./owners.ts";
