import type { Timer } from "./timer.ts";

/** Nothing was heard for longer than a server may be silent. */
export class Silence extends Error {
  constructor(milliseconds: number) {
    super(`Expected a word within ${milliseconds / 1000} s; got none`);
  }
}

/** A watch over a reply that is being listened to. */
export interface SilenceWatch {
  /** Aborted with `Silence` when nothing was heard for too long, or with the outer signal. */
  readonly signal: AbortSignal;
  /** To be called at each word. */
  heard(): void;
  end(): void;
}

/** Watches that something is heard again and again. One wait at a time, however many words come. */
export function watchSilence(longest: number, timer: Timer, outer: AbortSignal): SilenceWatch {
  const silent = new AbortController();
  const over = new AbortController();
  let last = timer.now();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const left = last + longest - timer.now();
      if (left <= 0) {
        silent.abort(new Silence(longest));
        return;
      }
      await timer.delay(left, over.signal);
    }
  };
  // Ending the watch ends its wait by a rejection, and nothing else can fail.
  void watch().catch(() => undefined);
  return {
    signal: AbortSignal.any([outer, silent.signal]),
    heard: () => {
      last = timer.now();
    },
    end: () => over.abort(),
  };
}
