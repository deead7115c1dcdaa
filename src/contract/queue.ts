/** Hands out work to a bounded number of workers; it never holds more items than are in work. */
export interface Queue {
  /**
   * Calls `work` on each item, several at a time, in the order of `items`; resolves when all are
   * done. The first rejection or the signal stops the taking of new items, and is thrown when those
   * in work have ended.
   */
  drain<T>(
    items: AsyncIterable<T> | Iterable<T>,
    work: (item: T, signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}
