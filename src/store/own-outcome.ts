import type { Outcome } from "../contract/index.ts";
import { unscoredReasons } from "./field-schemas.ts";
import { isLongHash, isShortHash, isTime } from "./own-fields.ts";

/**
 * Whether JSON is an outcome in the very form in which outcomes are written here, field by field and
 * with no other, so that the schema would give it back as it is. It is asked before the schema, since
 * it takes a tenth of the time; what it does not know, the schema decides.
 */
export function isOwnOutcome(json: unknown): json is Outcome {
  if (!isObject(json) || countOf(json) !== FIELDS) return false;
  const { version, item, attempt, category, role, status, failure, scores, scorers } = json;
  const { usage, confidence, abstained, milliseconds, at } = json;
  return (
    version === 1 &&
    isItem(item) &&
    isCount(attempt, 1) &&
    isText(category) &&
    CATEGORY.test(category) &&
    (role === "contestant" || role === "reference") &&
    status === "scored" &&
    failure === null &&
    isScores(scores) &&
    Array.isArray(scorers) &&
    scorers.every(isText) &&
    isObject(usage) &&
    countOf(usage) === 2 &&
    isCount(usage["queries"], 0) &&
    isCount(usage["rounds"], 0) &&
    (confidence === null || (isNumber(confidence) && confidence >= 0 && confidence <= 1)) &&
    typeof abstained === "boolean" &&
    isNumber(milliseconds) &&
    milliseconds >= 0 &&
    isText(at) &&
    isTime(at)
  );
}

/** A name of a category, as the schema has it. */
const CATEGORY = /^[a-z][a-z0-9-]{0,63}$/u;

/** Fields of an outcome without tags and without a language model. */
const FIELDS = 14;

type Fields = { readonly [field: string]: unknown };

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many fields an object has; faster than a list of them. */
function countOf(value: Fields): number {
  let count = 0;
  for (const field in value) if (field !== "") count += 1;
  return count;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

function isItem(value: unknown): boolean {
  if (!isObject(value) || countOf(value) !== 5) return false;
  const { suite, problem, interpreter, configuration, epoch } = value;
  return (
    isText(suite) &&
    isLongHash(suite) &&
    isText(problem) &&
    isText(interpreter) &&
    isText(configuration) &&
    isShortHash(configuration) &&
    isCount(epoch, 1)
  );
}

function isScores(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const metric in value) if (metric === "__proto__" || !isScore(value[metric])) return false;
  return true;
}

const reasons: ReadonlySet<unknown> = new Set(unscoredReasons);

function isScore(value: unknown): boolean {
  if (!isObject(value)) return false;
  let fields = 2;
  if (value["scorer"] !== undefined) {
    if (!isText(value["scorer"])) return false;
    fields += 1;
  }
  if (value["kind"] === "scored") return isNumber(value["value"]) && countOf(value) === fields;
  if (value["kind"] !== "unscored" || !reasons.has(value["reason"])) return false;
  if (value["detail"] !== undefined) {
    if (!isText(value["detail"])) return false;
    fields += 1;
  }
  return countOf(value) === fields;
}
