/** How far down a chain of causes is looked. */
const DEEPEST = 8;

/** The first error of a class in a chain of causes, the error itself included. */
export function causeOf<T extends Error>(
  error: unknown,
  kind: abstract new (...parts: never[]) => T,
): T | null {
  let at = error;
  for (let depth = 0; depth < DEEPEST && at instanceof Error; depth += 1) {
    if (at instanceof kind) return at;
    at = at.cause;
  }
  return null;
}
