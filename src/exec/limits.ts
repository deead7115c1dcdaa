/** Bounds on what a method may write, and for how long it may say nothing. */
export interface MethodLimits {
  /** Seconds in which something has to come from a method that has all it asked for. */
  readonly silence: number;
  /** Bytes of one line of its stdout. */
  readonly lineBytes: number;
  /** Bytes of stdout, and of what waits for it to be read, until it hands in an answer. */
  readonly bytes: number;
  /** Lines that are not understood and asks that bring nothing, for each problem. */
  readonly faults: number;
  /** Characters of its stderr that are kept to be shown. */
  readonly words: number;
}

/** Calls back every second, until the function is called that it gives. */
export type EverySecond = (callBack: () => void) => () => void;

/** What every process of a method is held to. */
export interface MethodTerms {
  readonly limits: MethodLimits;
  /** Seconds in which this machine is asleep are not counted. */
  readonly everySecond: EverySecond;
  /** Version of findbench, which it is told. */
  readonly version: string;
}

/** Seconds of this machine; nobody waits for them. */
export const secondsHere: EverySecond = (callBack) => {
  const timer = setInterval(callBack, 1000).unref();
  return () => clearInterval(timer);
};

/** The usual bounds. */
export const usualLimits: MethodLimits = {
  silence: 600,
  lineBytes: 16_000_000,
  bytes: 256_000_000,
  faults: 100,
  words: 1200,
};
