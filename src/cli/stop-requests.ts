// Loaded before all else, so that no request is missed while the rest is read: it imports nothing.

/** Signals that ask a process to stop: Ctrl-C, a service manager, a terminal that was closed. */
const REQUESTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that asks a process to stop. */
export type StopRequest = (typeof REQUESTS)[number];

/** Exit code of a process that was asked to stop, whichever signal asked. */
export const INTERRUPTED = 130;

/** Requests to stop, heard from the first moment on. */
export interface StopRequests {
  /** Hands all further requests to a listener; until then the first one ends the process. */
  listen(listener: (request: StopRequest) => void): void;
}

/** Hears requests to stop from now on; while nothing has begun, one ends the process with a line. */
export function stopRequests(asked: NodeJS.Process): StopRequests {
  let hear = (request: StopRequest): void => {
    asked.stderr.write(
      `findbench: interrupted: Expected to be let begin; got ${request}; start again, nothing was done\n`,
    );
    asked.exit(INTERRUPTED);
  };
  for (const name of REQUESTS) asked.on(name, () => hear(name));
  return {
    listen: (listener) => {
      hear = listener;
    },
  };
}
