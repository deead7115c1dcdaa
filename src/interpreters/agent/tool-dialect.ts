import type { InterpreterBriefing, ModelTool, ToolCall } from "../../contract/index.ts";
import { answerParameters, readAnswer } from "./answer-form.ts";
import { askParameters, expectedInputs, readInputs } from "./ask-form.ts";
import type { Dialect, DialectParts } from "./dialect.ts";
import type { Move } from "./move.ts";
import { headedAnswer } from "./headed-answer.ts";
import { spoken } from "./spoken.ts";

/** Calls of two tools: `ask` with inputs, `answer` with the parts of an answer. */
export function toolDialect({ briefing, mayAsk, python }: DialectParts): Dialect {
  const [ask, answer] = [askTool(briefing), answerTool(briefing)];
  return {
    settings: (mustAnswer) => ({
      tools: mayAsk ? [ask, answer] : [answer],
      toolChoice: mustAnswer ? { tool: "answer" } : "auto",
    }),
    // Some models write the answer that they should have given by a call.
    read: ({ text, toolCalls }) =>
      toolCalls.length > 0
        ? Promise.all(toolCalls.map((call) => moveOf(call, { briefing, mayAsk, python })))
        : headedAnswer(spoken(text), briefing, python),
    reminder: (mustAnswer) =>
      mayAsk && !mustAnswer
        ? "Call `ask` with inputs, or `answer` with what you found."
        : "Call `answer` with what you found.",
  };
}

function askTool({ form }: InterpreterBriefing): ModelTool {
  return {
    name: "ask",
    description: `Asks the function. Takes ${expectedInputs(form)}. Each input costs one query.`,
    parameters: askParameters(form),
  };
}

function answerTool({ answer }: InterpreterBriefing): ModelTool {
  return {
    name: "answer",
    description: "Hands in your answer and ends the investigation.",
    parameters: answerParameters(answer),
  };
}

async function moveOf(call: ToolCall, { briefing, mayAsk, python }: DialectParts): Promise<Move> {
  if (call.kind === "malformed")
    return malformed(`Expected arguments of \`${call.tool}\` as JSON; got a text that is none`);
  if (call.tool === "answer") return readAnswer(call.arguments, briefing, python);
  if (call.tool !== "ask" || !mayAsk)
    return malformed(
      `Expected a call of ${mayAsk ? "`ask` or `answer`" : "`answer`"}; got one of \`${call.tool.slice(0, 100)}\``,
    );
  const read = readInputs(inputsIn(call.arguments), briefing.form);
  return read.kind === "inputs"
    ? { kind: "ask", inputs: read.inputs }
    : malformed(`Expected \`inputs\` to be ${read.expected}; got something else`);
}

function inputsIn(given: unknown): unknown {
  return typeof given === "object" && given !== null && "inputs" in given ? given.inputs : given;
}

function malformed(expected: string): Move {
  return { kind: "malformed", expected };
}
