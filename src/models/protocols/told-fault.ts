import { at, stringAt } from "../at.ts";
import { ToldFault } from "../server-fault.ts";

/** Throws what an event tells as a fault, in whichever form; an empty `error` is none. */
export function throwIfFault(event: unknown): void {
  const error = at(event, "error") ?? null;
  if (error !== null && error !== "" && error !== false) throw new ToldFault(event);
  if (at(event, "success") === false || at(event, "object") === "error") throw new ToldFault(event);
  const isBare = stringAt(event, "message") !== "" || stringAt(event, "detail") !== "";
  if (isBare && PARTS.every((part) => at(event, part) === undefined)) throw new ToldFault(event);
}

/** What replies have, one or the other; a message without any of it is no reply. */
const PARTS = ["choices", "candidates", "content", "output", "delta", "type", "usage"] as const;
