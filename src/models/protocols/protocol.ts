import type { JsonObject, ModelRequest } from "../../contract/index.ts";
import type { ReplyDraft } from "../reply-draft.ts";
import type { Habits } from "../habits.ts";

/** Whose model is asked for. */
export interface Target {
  readonly provider: string;
  /** The provider's own name of the model. */
  readonly name: string;
}

/** A request as it goes on the wire. */
export interface Wire {
  /** What stands behind the server's address. */
  readonly path: string;
  readonly body: JsonObject;
  /** What was asked for and left out. */
  readonly ignored: readonly string[];
}

/** How requests are written and replies are read. */
export interface Protocol {
  write(request: ModelRequest, target: Target, habits: Habits): Wire;
  /** Takes in an event of a stream, or a whole document in its place. Throws `ToldFault`. */
  read(draft: ReplyDraft, event: unknown): void;
  /** Headers with the key; `null` where there is none. */
  headers(key: string | null): Readonly<Record<string, string>>;
}
