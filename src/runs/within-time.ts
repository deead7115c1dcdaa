/**
 * What work resolves to. It is handed a signal of its own, which is aborted with the given one, after
 * so many milliseconds of wall clock, or when it has ended; whoever does not listen is not waited
 * for. Rejects with the signal's reason, with what `timedOut` makes, or as the work does.
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
  const timer = setTimeout(() => ending.abort(timedOut()), milliseconds);
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      ending.signal.addEventListener("abort", () => reject(ending.signal.reason));
    });
    ended.catch(() => undefined); // It is also rejected when nobody races with it any more.
    return await Promise.race([work(ending.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    ending.abort(new Error("The work has ended"));
  }
}
