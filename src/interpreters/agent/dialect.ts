import type { AssistantMessage, InterpreterBriefing, ModelRequest } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import type { Move } from "./move.ts";

/** How a model asks and answers. */
export interface Dialect {
  /** What is requested beside the messages; `mustAnswer` leaves no other choice. */
  settings(mustAnswer: boolean): Pick<ModelRequest, "tools" | "toolChoice">;
  /** What a reply wants to be done, in order; one move per call of a tool where there are calls. */
  read(message: AssistantMessage): Promise<readonly Move[]>;
  /** How to ask and answer, in a sentence, for a model that did neither; how to answer if it must. */
  reminder(mustAnswer: boolean): string;
}

/** What a dialect is made for. */
export interface DialectParts {
  readonly briefing: InterpreterBriefing;
  readonly mayAsk: boolean;
  /** What decides what is Python in an answer. */
  readonly python: PythonSyntax;
}
