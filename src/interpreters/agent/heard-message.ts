import type { AssistantMessage, ToolCall } from "../../contract/index.ts";
import { callsInText, looksLikeCall } from "./calls-in-text.ts";
import { LONGEST_ANSWER } from "./limits.ts";

/** A reply as it stays in the conversation. */
export interface HeardMessage {
  readonly message: AssistantMessage;
  /** What a server made of a call, where no call could be read in it. */
  readonly mangled: string | null;
  /** The server left the calls in the text, and they were read there. */
  readonly isFromText: boolean;
}

/** Characters of a mangled call that are shown. */
const SHOWN = 80;

/**
 * A reply without endless texts, and with calls only where there are tools: those by the names of our
 * tools, whatever a server leaves around them or however it leaves them in the text. `turn` tells calls
 * without ids apart from those of other turns.
 */
export function heardMessage(
  said: AssistantMessage,
  tools: readonly string[],
  turn: number,
): HeardMessage {
  const text = said.text.slice(0, LONGEST_ANSWER);
  if (tools.length === 0)
    return { message: { ...said, text, toolCalls: [] }, mangled: null, isFromText: false };
  if (said.toolCalls.length > 0) {
    const toolCalls = said.toolCalls.map((call) => heardCall(call, tools));
    const odd = toolCalls.find(({ tool }) => !tools.includes(tool) && MARKS.test(tool));
    const mangled = odd === undefined ? null : odd.tool.slice(0, SHOWN);
    return { message: { ...said, text, toolCalls }, mangled, isFromText: false };
  }
  const found = callsInText(text, tools);
  if (found === null) {
    const mangled = looksLikeCall(text) ? text.trim().slice(0, SHOWN) : null;
    return { message: { ...said, text }, mangled, isFromText: false };
  }
  const toolCalls = found.calls.map((call, index): ToolCall => {
    const id = `t${String(turn % 100_000).padStart(5, "0")}${String(index % 1000).padStart(3, "0")}`;
    return { kind: "called", id, ...call };
  });
  return { message: { ...said, text: found.rest, toolCalls }, mangled: null, isFromText: true };
}

/** No name of a tool holds these. */
const MARKS = /[<>|{}\s"'=｜]/u;

function heardCall(call: ToolCall, tools: readonly string[]): ToolCall {
  const tool = toolNamed(call.tool, tools) ?? call.tool;
  return call.kind === "malformed"
    ? { ...call, tool, text: call.text.slice(0, LONGEST_ANSWER) }
    : { ...call, tool };
}

/** Namespaces that models put before a name, as they saw it in their templates. */
const NAMESPACE = /^(?:functions|function|tools|tool|default_api|namespace)[.:/]/iu;

/**
 * The tool that a name means: without tokens of the model's format, which follow a name or go before
 * it, without a namespace, and without a number behind a colon. `undefined` where it means none.
 */
function toolNamed(name: string, tools: readonly string[]): string | undefined {
  if (tools.includes(name)) return name;
  const named = (one: string): string | undefined => {
    const bare = one.trim().replace(NAMESPACE, "").replace(/:\d+$/u, "");
    return tools.find((tool) => tool === bare);
  };
  const [, addressed] = /\bto=([\w.:-]+)/u.exec(name) ?? [];
  const parts = name.split(/<[|｜][^<>]*[|｜]?>|<\/?\w+>/u);
  for (const part of [name, ...(addressed === undefined ? [] : [addressed]), ...parts]) {
    const tool = named(part);
    if (tool !== undefined) return tool;
  }
  return undefined;
}
