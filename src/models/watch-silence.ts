import type { Timer } from "./timer.ts";

/** Nothing was heard for longer than a server may be silent. */
export class Silence extends Error {
  constructor(milliseconds: number) {
    super(`Expected a word within ${milliseconds / 1000} s; got none (--silence waits longer)`);
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

/**
 * Watches that something is heard again and again. One wait at a time, however many words come; the
 * outer signal, which outlives many calls, holds nothing of a watch that has ended.
 */
export function watchSilence(longest: number, timer: Timer, outer: AbortSignal): SilenceWatch {
  const ending = new AbortController();
  let last = timer.now();
  let cancel = (): void => undefined;
  const wait = (left: number): void => {
    cancel = timer.after(left, look);
  };
  const look = (): void => {
    const left = last + longest - timer.now();
    if (left > 0) wait(left);
    else ending.abort(new Silence(longest));
  };
  const follow = (): void => ending.abort(outer.reason);
  if (outer.aborted) follow();
  else wait(longest);
  outer.addEventListener("abort", follow, { once: true });
  return {
    signal: ending.signal,
    heard: () => {
      last = timer.now();
    },
    end: () => {
      cancel();
      outer.removeEventListener("abort", follow);
    },
  };
}
