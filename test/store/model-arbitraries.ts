import * as fc from "fast-check";
import type {
  AssistantMessage,
  CallPlace,
  ModelMessage,
  ModelRecord,
  ModelReply,
  TokenLogProbs,
  ToolCall,
} from "../../src/contract/index.ts";
import {
  anyCount,
  anyHash,
  anyItem,
  anyJson,
  anyJsonObject,
  anyOrdinal,
  anyText,
  anyTime,
} from "./arbitraries.ts";

const anyTrace = fc.dictionary(fc.constantFrom("openai", "google"), anyJsonObject, {
  maxKeys: 2,
  noNullPrototype: true,
});

const anyToolCall: fc.Arbitrary<ToolCall> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("called" as const),
      id: anyText,
      tool: anyText,
      arguments: anyJson,
      trace: anyTrace,
    },
    { requiredKeys: ["kind", "id", "tool", "arguments"], noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant("malformed" as const), id: anyText, tool: anyText, text: anyText }),
);

const anyAssistantMessage: fc.Arbitrary<AssistantMessage> = fc.record({
  role: fc.constant("assistant" as const),
  text: anyText,
  toolCalls: fc.array(anyToolCall, { maxLength: 2 }),
  reasoning: fc.array(fc.record({ text: anyText, trace: anyTrace }), { maxLength: 2 }),
});

/** Any turn of a conversation. */
export const anyMessage: fc.Arbitrary<ModelMessage> = fc.oneof(
  fc.record({ role: fc.constantFrom("system" as const, "user" as const), text: anyText }),
  anyAssistantMessage,
  fc.record({
    role: fc.constant("tool" as const),
    call: anyText,
    tool: anyText,
    text: anyText,
    isError: fc.boolean(),
  }),
);

const anyTokens = fc.option(anyCount);
const anyDollars = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }).map((x) => x + 0));

const anyLogProbability = fc.double({ min: -1e4, max: 0, noNaN: true }).map((x) => x + 0);
const anyLogProb = fc.record({ token: anyText, logProbability: anyLogProbability });

const anyLogProbs: fc.Arbitrary<readonly TokenLogProbs[]> = fc.array(
  fc.record({
    token: anyText,
    logProbability: fc.option(anyLogProbability),
    top: fc.array(anyLogProb, { maxLength: 3 }),
  }),
  { maxLength: 3 },
);

const anyToldReply: fc.Arbitrary<ModelReply> = fc.record({
  message: anyAssistantMessage,
  finish: fc.constantFrom("stop", "length", "tool-calls", "refused", "cut-off", "other"),
  rawFinish: fc.option(anyText),
  usage: fc.record({
    input: anyTokens,
    cached: anyTokens,
    output: anyTokens,
    reasoning: anyTokens,
  }),
  servedModel: fc.option(anyText),
  ignored: fc.array(anyText, { maxLength: 2 }),
  cost: fc.record({
    list: anyDollars,
    paid: anyDollars,
    source: fc.constantFrom("provider", "table", null),
  }),
  requests: anyCount,
});

/** Any reply of a model, with and without log-probabilities. */
export const anyReply: fc.Arbitrary<ModelReply> = fc
  .tuple(anyToldReply, fc.option(anyLogProbs))
  .map(([reply, logProbs]) => (logProbs === null ? reply : { ...reply, logProbs }));

const anyPlace: fc.Arbitrary<CallPlace> = fc.record({
  item: anyItem,
  role: anyText,
  branch: anyText,
  ordinal: anyOrdinal,
});

const base = { version: fc.constant(1 as const), place: anyPlace, at: anyTime };

/** Records of each kind. */
export const anyRecordOf: {
  readonly [K in ModelRecord["kind"]]: fc.Arbitrary<Extract<ModelRecord, { kind: K }>>;
} = {
  "call-intended": fc.record({ ...base, kind: fc.constant("call-intended"), hash: anyHash }),
  "call-answered": fc.record({
    ...base,
    kind: fc.constant("call-answered"),
    request: fc.record({
      hash: anyHash,
      shared: anyCount,
      messages: fc.array(anyMessage, { maxLength: 2 }),
      settings: fc.option(anyJsonObject),
    }),
    reply: anyReply,
    milliseconds: anyCount,
  }),
  "call-failed": fc.record({
    ...base,
    kind: fc.constant("call-failed"),
    code: anyText,
    message: anyText,
  }),
};
