import type {
  AssistantMessage,
  Json,
  JsonObject,
  ModelMessage,
  ModelRequest,
} from "../../contract/index.ts";
import { at, stringAt } from "../at.ts";
import type { Habits } from "../habits.ts";
import { argumentsOf, offeredTools } from "./chat-request.ts";
import { GOOGLE } from "./google-reply.ts";
import type { Target, Wire } from "./protocol.ts";
import { sentName, sentTurns } from "./sent-turns.ts";

/** A request as Gemini has it (https://ai.google.dev/api/generate-content). */
export function writeGoogle(request: ModelRequest, { name }: Target, habits: Habits): Wire {
  const { messages, maxTokens, temperature, seed, stop, output } = request;
  const ignored = (["temperature", "seed"] as const).filter(
    (one) => request[one] !== undefined && habits.left.has(one),
  );
  const sends = (one: "temperature" | "seed"): boolean =>
    request[one] !== undefined && !habits.left.has(one);
  const system = messages.flatMap((message) => (message.role === "system" ? [message.text] : []));
  const generation: JsonObject = {
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    ...(sends("temperature") && { temperature: temperature ?? 0 }),
    ...(sends("seed") && { seed: seed ?? 0 }),
    ...(stop !== undefined && { stopSequences: stop }),
    ...(output !== undefined && {
      responseMimeType: "application/json",
      responseSchema: openApiSchema(output.schema),
    }),
    ...thinkingOf(request.reasoningEffort, habits),
  };
  const body: JsonObject = {
    contents: contentsOf(messages),
    ...(system.length > 0 && {
      systemInstruction: { parts: [{ text: system.join("\n\n") }] },
    }),
    ...(Object.keys(generation).length > 0 && { generationConfig: generation }),
    ...toolsOf(request, habits),
  };
  const model = name.includes("/") ? name : `models/${name}`;
  return { path: `/${model}:streamGenerateContent?alt=sse`, body, ignored };
}

/** Tokens that are thought, for models that know no levels. */
const BUDGETS: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 512,
  low: 1024,
  medium: 8192,
  high: 24_576,
  xhigh: 32_768,
  max: 32_768,
};

/** Gemini 3 takes a level, models before it a number of tokens (https://ai.google.dev/gemini-api/docs/thinking). */
function thinkingOf(effort: string | undefined, habits: Habits): JsonObject {
  if (effort === undefined) return {};
  if (habits.effort === "level" && effort !== "none")
    return { thinkingConfig: { thinkingLevel: effort } };
  return { thinkingConfig: { thinkingBudget: BUDGETS[effort] ?? 8192 } };
}

function toolsOf({ tools = [], toolChoice = "auto" }: ModelRequest, habits: Habits): JsonObject {
  if (tools.length === 0) return {};
  const [offered, choice] = offeredTools(tools, toolChoice, habits);
  const functionDeclarations = offered.map(({ name, description, parameters }) => ({
    name,
    description,
    parameters: openApiSchema(parameters),
  }));
  const mode = choice === "auto" ? "AUTO" : choice === "none" ? "NONE" : "ANY";
  const only = typeof choice === "string" ? {} : { allowedFunctionNames: [choice.tool] };
  return {
    tools: [{ functionDeclarations }],
    toolConfig: { functionCallingConfig: { mode, ...only } },
  };
}

const schemas = new WeakMap<JsonObject, JsonObject>();

/** A JSON Schema in the part of OpenAPI's that Gemini takes. */
function openApiSchema(schema: JsonObject): JsonObject {
  const known = schemas.get(schema);
  if (known !== undefined) return known;
  const { type, properties, items, anyOf } = schema;
  const types = Array.isArray(type) ? (type as readonly Json[]) : [type];
  const [only] = types.filter((one) => one !== "null");
  const kept = KEPT.filter((key) => schema[key] !== undefined);
  const converted: JsonObject = {
    ...Object.fromEntries(kept.map((key) => [key, schema[key] ?? null])),
    ...(only !== undefined && { type: only }),
    ...(types.includes("null") && { nullable: true }),
    ...(isObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [
          key,
          isObject(value) ? openApiSchema(value) : value,
        ]),
      ),
    }),
    ...(isObject(items) && { items: openApiSchema(items) }),
    ...(Array.isArray(anyOf) && {
      anyOf: (anyOf as readonly Json[]).map((one) => (isObject(one) ? openApiSchema(one) : one)),
    }),
  };
  schemas.set(schema, converted);
  return converted;
}

const KEPT = [
  "description",
  "enum",
  "format",
  "required",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
] as const;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function contentsOf(messages: readonly ModelMessage[]): readonly Json[] {
  const contents: { readonly role: string; readonly parts: JsonObject[] }[] = [];
  const native = new Set<string>();
  for (const message of sentTurns(messages.filter(({ role }) => role !== "system"))) {
    const role = message.role === "assistant" ? "model" : "user";
    const parts = partsOf(message, native);
    const last = contents.at(-1);
    if (last?.role === role) last.parts.push(...parts);
    else contents.push({ role, parts: [...parts] });
  }
  return contents;
}

/** `native` holds the ids that Google itself gave to calls. */
function partsOf(message: ModelMessage, native: Set<string>): readonly JsonObject[] {
  switch (message.role) {
    case "system":
    case "user":
      return [{ text: message.text }];
    case "assistant":
      return assistantParts(message, native);
    case "tool":
      return [
        {
          functionResponse: {
            ...(native.has(message.call) && { id: message.call }),
            name: sentName(message.tool),
            response: { name: sentName(message.tool), content: message.text },
          },
        },
      ];
  }
}

/**
 * Signatures go back with the parts that they came with
 * (https://ai.google.dev/gemini-api/docs/thought-signatures).
 */
function assistantParts(
  { reasoning, text, toolCalls }: AssistantMessage,
  native: Set<string>,
): readonly JsonObject[] {
  const traces = reasoning.map(({ text: thought, trace }) => ({ thought, own: trace?.[GOOGLE] }));
  const ofText = traces.find(({ own }) => at(own, "of") === "text")?.own;
  return [
    ...traces
      .filter(({ thought, own }) => own !== undefined && at(own, "of") !== "text" && thought !== "")
      .map(({ thought, own }) => ({ text: thought, thought: true, ...signatureIn(own) })),
    ...(text === "" ? [] : [{ text, ...signatureIn(ofText) }]),
    ...toolCalls.map((call) => {
      const id = stringAt(call.trace?.[GOOGLE], "id");
      if (id !== "") native.add(id);
      const args = argumentsOf(call);
      return {
        functionCall: {
          ...(id !== "" && { id }),
          name: sentName(call.tool),
          args: isObject(args) ? args : { unreadable: args },
        },
        ...signatureIn(call.trace?.[GOOGLE]),
      };
    }),
  ];
}

function signatureIn(own: unknown): JsonObject {
  const signature = stringAt(own, "thoughtSignature");
  return signature === "" ? {} : { thoughtSignature: signature };
}
