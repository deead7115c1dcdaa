import type { Assignment, Interpretation } from "../../contract/index.ts";
import type { Move } from "./move.ts";
import type { Told } from "./replies-to.ts";
import { toldAnswers } from "./told-answers.ts";

/** How moves are carried out. */
export interface Stage extends Pick<Assignment, "probe" | "log"> {
  /** No reply is left after this one: nothing is asked any more. */
  readonly isLast: boolean;
  /** An answer that lacks something is taken as it is. */
  readonly takesAll: boolean;
}

/** What came of a reply: an answer, or what is to be said to each of its moves. */
export type Acted =
  | { readonly kind: "answered"; readonly interpretation: Interpretation }
  | { readonly kind: "told"; readonly told: readonly Told[]; readonly complained: boolean };

/** Carries out the moves of a reply in order; what follows an answer is ignored. */
export async function act(
  moves: readonly Move[],
  stage: Stage,
  signal: AbortSignal,
): Promise<Acted> {
  const told: Told[] = [];
  let complained = false;
  for (const [index, move] of moves.entries()) {
    if (move.kind === "answer") {
      if (move.complaint === null || stage.takesAll) {
        noteIgnored(moves.length - index - 1, stage);
        return { kind: "answered", interpretation: move.interpretation };
      }
      complained = true;
      told.push(faulty(`${move.complaint}. Hand in your whole answer again.`, stage));
    } else told.push(await replyTo(move, stage, signal));
  }
  return { kind: "told", told, complained };
}

async function replyTo(
  move: Exclude<Move, { readonly kind: "answer" }>,
  stage: Stage,
  signal: AbortSignal,
): Promise<Told> {
  switch (move.kind) {
    case "malformed":
      return faulty(`${move.expected}. Nothing was asked, and nothing was spent.`, stage);
    case "ask":
      if (stage.isLast) return faulty("It is too late to ask: an answer was expected", stage);
      return {
        text: toldAnswers(move.inputs, await stage.probe.ask(move.inputs, signal)),
        isError: false,
      };
  }
}

function faulty(text: string, { log }: Stage): Told {
  log({ topic: "malformed", text });
  return { text, isError: true };
}

function noteIgnored(count: number, { log }: Stage): void {
  if (count > 0) log({ topic: "ignored", text: `${count} calls that came after the answer` });
}
