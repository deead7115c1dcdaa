/** Stated confidence from which an answer claims to be exact, wherever that is counted. */
const EXACT_CLAIM = 0.9;

/** Whether an answer of this stated confidence claims to be exact. */
export function claimsExact(confidence: number | null): boolean {
  return confidence !== null && confidence >= EXACT_CLAIM;
}
