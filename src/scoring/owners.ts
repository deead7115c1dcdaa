import type { Failure, UnscoredReason } from "../contract/index.ts";
import type { ErrorCode } from "../core/index.ts";

/**
 * Whose reason it is that there is no figure. The method's is a failure of the method. Ours says
 * nothing about it: `problem` where the truth leaves nothing to measure, on any machine and for any
 * method; `setup` where this machine, a model's server or the way it was set up did not let us
 * measure, so that it can be measured elsewhere or later.
 */
export type Owner = "method" | "problem" | "setup";

/** Who owns each reason for which a score could not be given. */
export const reasonOwners: { readonly [reason in UnscoredReason]: Owner } = {
  abstained: "method",
  "code-crashed": "method",
  "code-not-loaded": "method",
  "code-out-of-memory": "method",
  "code-threw": "method",
  "code-timed-out": "method",
  "code-unparsable": "method",
  "constant-truth": "problem",
  "law-not-learned": "problem",
  "no-code": "method",
  "no-law": "problem",
  "no-lookup": "problem",
  "no-sandbox": "setup",
  "no-such-input": "problem",
  "not-stated": "method",
  "output-not-a-number": "method",
  "published-undefined": "problem",
  stateful: "method",
  "zero-energy": "problem",
};

/** Who owns a reason; one that is not known here counts against the method. */
export function ownerOf(reason: string): Owner {
  const owners: { readonly [reason: string]: Owner } = reasonOwners;
  return Object.hasOwn(owners, reason) ? (owners[reason] ?? "method") : "method";
}

/** Codes that a failed item can have. */
type FailureCode = ErrorCode | "interpreter-threw" | "interpreter-timed-out";

/**
 * Who owns each code of a failed item. What a method asked for, handed in or threw is its own; what
 * came from the machine, a sandbox, a model's server, a user's own function or the record is ours.
 */
const failureOwners: { readonly [code in FailureCode]: Exclude<Owner, "problem"> } = {
  "bad-argument": "method",
  "bad-budget": "method",
  "bad-configuration": "setup",
  "bad-data": "method",
  "bad-input-value": "method",
  "bad-parameter": "method",
  "bad-recipe": "method",
  "bad-seed": "method",
  "bad-wrapper-order": "method",
  "corrupt-log": "setup",
  "cost-limit": "setup",
  "data-missing": "setup",
  "disk-full": "setup",
  "folder-not-empty": "setup",
  "function-failed": "setup",
  "hash-mismatch": "setup",
  internal: "setup",
  "interpreter-threw": "method",
  "interpreter-timed-out": "method",
  interrupted: "setup",
  "machine-fault": "setup",
  "model-failed": "setup",
  "model-stopped": "setup",
  "not-a-run": "setup",
  "not-a-suite": "setup",
  "reply-missing": "setup",
  "request-differs": "setup",
  "run-differs": "setup",
  "run-in-use": "setup",
  "sandbox-unavailable": "setup",
  "server-mangles-tools": "setup",
  "truths-missing": "setup",
  "unknown-category": "setup",
  "unknown-family": "setup",
  "unknown-interpreter": "setup",
  "unknown-model": "setup",
  "unknown-problem": "setup",
  "unknown-recipe": "setup",
  "unsupported-version": "setup",
};

/** Who owns a failure; a code that is not known here counts against the method. */
export function failureOwner({ code }: Pick<Failure, "code">): Exclude<Owner, "problem"> {
  return isFailureCode(code) ? failureOwners[code] : "method";
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(failureOwners, code);
}
