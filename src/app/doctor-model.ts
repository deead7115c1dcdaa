import { BenchError } from "../core/index.ts";
import type { Model, ModelReply, ModelRequest } from "../contract/index.ts";
import { parseAddress, priceList } from "../models/index.ts";
import { doctorLogProbs } from "./doctor-log-probs.ts";
import type { Diagnosis } from "./doctor.ts";
import { openHosted } from "./open-model.ts";
import type { Environment } from "./open-model.ts";

const TOKENS = 512;
const TEXT_DIALECT = "Use --dialect text";
const ANOTHER = "the reply was another one";
const NOT_IN_COMPLETIONS = "a completion endpoint has none, since it only goes on with a text";

/**
 * Tries what a model can do, with one small call each, or two where it gives fewer log-probabilities
 * than others; what its kind of endpoint does not have is not tried. Throws `unknown-model` or
 * `bad-configuration` where it cannot even be addressed.
 */
export async function doctorModel(
  id: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<readonly Diagnosis[]> {
  const model = await openHosted(id, environment, { sameFaults: Infinity });
  const text = await tried("Text", model, greeting, signal, tellsText);
  const isMute = text.status === "missing" && text.detail !== ANOTHER;
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

/** As an interpreter asks: the model may call a tool, and in its last reply has to. */
const toolRequest: ModelRequest = {
  messages: [{ role: "user", text: "Call the tool `report` with the number 7." }],
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

const tellsCall: Tell = ({ message: { toolCalls } }) =>
  toolCalls.some((call) => call.kind === "called" && call.tool === "report")
    ? "it calls a tool when it may and when it has to"
    : null;

const tellsOutput: Tell = ({ message: { text } }) =>
  /^\s*\{\s*"number"\s*:\s*7(?:\.0)?\s*\}\s*$/u.test(text) ? "its text is JSON as asked for" : null;

async function triedTools(model: Model, signal: AbortSignal): Promise<Diagnosis> {
  const free = await tried("Tool calls", model, toolRequest, signal, tellsCall);
  if (free.status === "missing") return free;
  const bound: ModelRequest = { ...toolRequest, toolChoice: { tool: "report" } };
  return tried("Tool calls", model, bound, signal, tellsCall);
}

async function tried(
  name: string,
  model: Model,
  request: ModelRequest,
  signal: AbortSignal,
  tell: Tell,
): Promise<Diagnosis> {
  try {
    const told = tell(await model.complete(request, signal));
    const advice = name === "Tool calls" ? TEXT_DIALECT : "";
    return diagnosis(name, told === null ? advice : null, told ?? ANOTHER, told !== null);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return diagnosis(name, name === "Tool calls" ? TEXT_DIALECT : "", error.message);
  }
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
