/**
 * Does work that leaves nothing behind when it is dropped: an interruption ends it at once, with the
 * signal's reason.
 */
export async function unlessInterrupted<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let interrupt: (() => void) | undefined;
  const interruption = new Promise<never>((_, reject) => {
    interrupt = () => reject(signal.reason);
    signal.addEventListener("abort", interrupt);
  });
  try {
    return await Promise.race([work(), interruption]);
  } finally {
    if (interrupt !== undefined) signal.removeEventListener("abort", interrupt);
  }
}
