import type { Note } from "../../contract/index.ts";
import type { Chance } from "../../core/index.ts";
import type { Context } from "./context.ts";
import type { Stretch } from "./look.ts";
import type { Notebook } from "./notebook.ts";

/** What every part of an investigation is handed. */
export interface Survey {
  readonly notebook: Notebook;
  readonly context: Context;
  readonly domain: Stretch;
  readonly chance: Chance;
  /** Queries that there were in the beginning. */
  readonly budget: number;
  readonly log: (note: Note) => void;
}
