import { BenchError } from "../core/index.ts";
import type { Model, ModelMessage, ModelReply, ModelRequest, ToolCall } from "../contract/index.ts";
import { parseAddress, priceList } from "../models/index.ts";
import type { ModelSettings } from "../models/index.ts";
import { doctorLogProbs } from "./doctor-log-probs.ts";
import type { Diagnosis } from "./doctor.ts";
import { openHosted } from "./open-model.ts";
import type { Environment } from "./open-model.ts";

/** Tokens of a reply, as in a run: models that think need them before their first word. */
const TOKENS = 4096;
const TEXT_DIALECT = "Use --dialect text";
const ANOTHER = "the reply was another one";
const THOUGHT = `it was cut off after ${TOKENS} tokens, while it was thinking`;
const MORE_TOKENS = "Give a run more with --max-tokens, or less thinking with --reasoning-effort";
const NOT_IN_COMPLETIONS = "a completion endpoint has none, since it only goes on with a text";

/** How a model is reached. */
export interface DoctorWays extends Pick<ModelSettings, "api" | "headers"> {
  readonly environment: Environment;
  readonly reasoningEffort?: string;
}

/**
 * Tries what a model can do, with one small call each, a conversation of three turns with a tool, and
 * two calls where it gives fewer log-probabilities than others; what its kind of endpoint does not have
 * is not tried. Throws `unknown-model` or `bad-configuration` where it cannot even be addressed.
 */
export async function doctorModel(
  id: string,
  { environment, reasoningEffort, ...settings }: DoctorWays,
  signal: AbortSignal,
): Promise<readonly Diagnosis[]> {
  const opened = await openHosted(id, environment, { ...settings, sameFaults: Infinity });
  const model: Model = {
    id,
    complete: (request, aborted) =>
      opened.complete(
        reasoningEffort === undefined ? request : { ...request, reasoningEffort },
        aborted,
      ),
  };
  const text = await tried("Text", model, greeting, signal, tellsText);
  const isMute = text.status === "missing" && text.detail !== ANOTHER && text.detail !== THOUGHT;
  return [text, ...(isMute ? untried() : await abilities(id, model, signal)), priceOf(id)];
}

/** Whatever keeps a model from saying a word keeps it from everything else. */
function untried(): readonly Diagnosis[] {
  return ["Tool calls", "Structured output", "Log-probabilities"].map((name) =>
    diagnosis(name, null, "not tried, since not even a text came"),
  );
}

async function abilities(
  id: string,
  model: Model,
  signal: AbortSignal,
): Promise<readonly Diagnosis[]> {
  return [
    ...(parseAddress(id).dialect === "chat"
      ? [
          await triedTools(model, signal),
          await tried("Structured output", model, outputRequest, signal, tellsOutput),
        ]
      : [
          diagnosis("Tool calls", TEXT_DIALECT, NOT_IN_COMPLETIONS),
          diagnosis("Structured output", null, NOT_IN_COMPLETIONS),
        ]),
    await doctorLogProbs(model, signal),
  ];
}

const greeting: ModelRequest = {
  messages: [{ role: "user", text: "Reply with the word ready." }],
  maxTokens: TOKENS,
};

const schema = {
  type: "object",
  properties: { number: { type: "number" } },
  required: ["number"],
  additionalProperties: false,
} as const;

const asked: readonly ModelMessage[] = [
  { role: "user", text: "Call the tool `report` with the number 7." },
];

/** As an interpreter asks: the model may call a tool, and in its last reply has to. */
const toolRequest: ModelRequest = {
  messages: asked,
  tools: [{ name: "report", description: "Reports a number.", parameters: schema }],
  toolChoice: "auto",
  maxTokens: TOKENS,
};

const outputRequest: ModelRequest = {
  messages: [{ role: "user", text: 'Reply with the JSON object {"number": 7}.' }],
  output: { name: "report", schema },
  maxTokens: TOKENS,
};

type Tell = (reply: ModelReply) => string | null;

const tellsText: Tell = ({ message, servedModel, usage }) =>
  message.text.trim() === ""
    ? null
    : `${servedModel ?? "a model without a name"} replies, ${usage.input ?? "an unknown number of"} tokens in and ${usage.output ?? "an unknown number"} out`;

const tellsCall: Tell = ({ message }) =>
  message.toolCalls.some(isReport)
    ? "it calls a tool when it may, goes on with the result, and calls when it has to"
    : null;

function isReport(call: ToolCall): boolean {
  return call.kind === "called" && call.tool === "report";
}

const tellsOutput: Tell = ({ message: { text } }) =>
  /^\s*\{\s*"number"\s*:\s*7(?:\.0)?\s*\}\s*$/u.test(text) ? "its text is JSON as asked for" : null;

/** A call, its result, and a call that is asked for: most of what goes wrong shows in the second turn. */
async function triedTools(model: Model, signal: AbortSignal): Promise<Diagnosis> {
  let first: ModelReply | null = null;
  const free = await tried("Tool calls", model, toolRequest, signal, (reply) => {
    first = reply;
    return tellsCall(reply);
  });
  if (free.status === "missing" || first === null) return free;
  const { message }: ModelReply = first;
  const results = message.toolCalls.map(({ id, tool }): ModelMessage => {
    const text = "7 is right. Now call the tool `report` once more, with the number 8.";
    return { role: "tool", call: id, tool, text, isError: false };
  });
  const messages = [...asked, message, ...results];
  const bound: ModelRequest = { ...toolRequest, messages, toolChoice: { tool: "report" } };
  const second = await tried("Tool calls", model, bound, signal, tellsCall);
  return second.status === "missing"
    ? { ...second, detail: `it calls a tool once; with the result, ${second.detail}` }
    : second;
}

async function tried(
  name: string,
  model: Model,
  request: ModelRequest,
  signal: AbortSignal,
  tell: Tell,
): Promise<Diagnosis> {
  const advice = name === "Tool calls" ? TEXT_DIALECT : "";
  try {
    const reply = await model.complete(request, signal);
    const told = tell(reply);
    if (told !== null) return diagnosis(name, null, told, true);
    const { text, toolCalls } = reply.message;
    const isThought = reply.finish === "length" && text.trim() === "" && toolCalls.length === 0;
    return isThought
      ? diagnosis(name, MORE_TOKENS, THOUGHT)
      : diagnosis(name, advice, inText(name, text) ? LEFT_IN_TEXT : ANOTHER);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return diagnosis(name, advice, error.message);
  }
}

const LEFT_IN_TEXT =
  "its server leaves calls in the text, where a run reads them if it can: better start it with its parser of tool calls";

function inText(name: string, text: string): boolean {
  return name === "Tool calls" && /\breport\b/u.test(text) && /[<{[]/u.test(text);
}

function priceOf(id: string): Diagnosis {
  const price = priceList().of(id);
  return price === null
    ? diagnosis("Price", "Give it with --price where --cost-limit is wanted", "not known")
    : diagnosis(
        "Price",
        null,
        `${price.input} US dollars for a million tokens in, ${price.output} out, by ${price.source} on ${price.date}`,
        true,
      );
}

function diagnosis(name: string, remedy: string | null, detail: string, works = false): Diagnosis {
  const status = works ? "ok" : "missing";
  const need = name === "Text" ? "required" : "optional";
  return { name, status, need, detail, remedy: remedy ?? "" };
}
