/** Milliseconds from one look at the clock to the next; what one look finds counts as no more. */
const LONGEST_TICK = 1000;

/**
 * What work resolves to. It is handed a signal of its own, which is aborted with the given one, after
 * so many milliseconds, or when it has ended; whoever does not listen is not waited for. Time in which
 * this process stood still, stopped or asleep, is not counted. Rejects with the signal's reason, with
 * what `timedOut` makes, or as the work does.
 */
export async function withinTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  timedOut: () => Error,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const ending = new AbortController();
  const stop = (): void => ending.abort(signal.reason);
  signal.addEventListener("abort", stop);
  const tick = Math.min(LONGEST_TICK, milliseconds);
  let ticksLeft = Math.ceil(milliseconds / tick);
  const timer = setInterval(() => {
    ticksLeft -= 1;
    if (ticksLeft <= 0) ending.abort(timedOut());
  }, tick);
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      ending.signal.addEventListener("abort", () => reject(ending.signal.reason));
    });
    ended.catch(() => undefined); // It is also rejected when nobody races with it any more.
    return await Promise.race([work(ending.signal), ended]);
  } finally {
    clearInterval(timer);
    signal.removeEventListener("abort", stop);
    ending.abort(new Error("The work has ended"));
  }
}
