/** Milliseconds from one look at the clock to the next. */
const TICK = 1_000;

/**
 * Calls back once this process has been awake for so many milliseconds: while it is stopped no time
 * passes. Gives what keeps it from doing so.
 */
export function onceLived(milliseconds: number, callBack: () => void): () => void {
  const tick = Math.min(TICK, milliseconds);
  let left = Math.ceil(milliseconds / tick);
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    callBack();
  }, tick);
  return () => clearInterval(timer);
}
