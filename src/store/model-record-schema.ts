import * as z from "zod";
import type {
  CallPlace,
  ModelCall,
  ModelMessage,
  ModelRecord,
  ModelReply,
  ProviderTrace,
  RecordedRequest,
  TokenLogProbs,
  ToolCall,
} from "../contract/index.ts";
import {
  countSchema,
  hashSchema,
  itemSchema,
  jsonObjectSchema,
  jsonSchema,
  ordinalSchema,
  timeSchema,
} from "./field-schemas.ts";

const traceSchema: z.ZodType<ProviderTrace> = z
  .record(z.string(), jsonObjectSchema)
  .describe("What the provider wants back with it, unread");

const callBase = { id: z.string(), tool: z.string(), trace: traceSchema.exactOptional() };

const toolCallSchema: z.ZodType<ToolCall> = z.discriminatedUnion("kind", [
  z.object({ ...callBase, kind: z.literal("called"), arguments: jsonSchema }),
  z.object({
    ...callBase,
    kind: z.literal("malformed"),
    text: z.string().describe("Arguments that were no JSON, as the model wrote them"),
  }),
]);

const reasoningSchema = z.object({ text: z.string(), trace: traceSchema.exactOptional() });

const assistantSchema = z.object({
  role: z.literal("assistant"),
  text: z.string(),
  toolCalls: z.array(toolCallSchema),
  reasoning: z.array(reasoningSchema),
});

const messageSchema: z.ZodType<ModelMessage> = z.discriminatedUnion("role", [
  z.object({ role: z.literal("system"), text: z.string() }),
  z.object({ role: z.literal("user"), text: z.string() }),
  assistantSchema,
  z.object({
    role: z.literal("tool"),
    call: z.string().describe("`id` of the call that is answered"),
    tool: z.string(),
    text: z.string(),
    isError: z.boolean(),
  }),
]);

const requestSchema: z.ZodType<RecordedRequest> = z.object({
  hash: hashSchema.describe("SHA-256 of the whole request"),
  shared: countSchema.describe("Messages at the beginning that are those of the call before"),
  messages: z.array(messageSchema).describe("The messages after those"),
  settings: jsonObjectSchema
    .nullable()
    .describe("Everything but the messages; null means as in the call before"),
});

const tokensSchema = countSchema.nullable().describe("Tokens; null means not told");
const dollarsSchema = z.number().min(0).nullable().describe("US dollars; null means not known");

const told = {
  finish: z.enum(["stop", "length", "tool-calls", "refused", "cut-off", "malformed-call", "other"]),
  servedModel: z.string().nullable().describe("The model that the provider says answered"),
  usage: z.object({
    input: tokensSchema,
    cached: tokensSchema,
    output: tokensSchema,
    reasoning: tokensSchema,
  }),
  cost: z.object({
    list: dollarsSchema,
    paid: dollarsSchema,
    source: z.enum(["provider", "table"]).nullable(),
  }),
};

/** A call as an event tells of it. */
export const modelCallSchema: z.ZodType<ModelCall> = z.object({
  ...told,
  ordinal: ordinalSchema.describe("Which call of its conversation, from 1"),
  replayed: z.boolean().describe("Whether a recorded reply was given back"),
});

const logProbabilitySchema = z.number().max(0).describe("Natural logarithm of a probability");

const tokenSchema: z.ZodType<TokenLogProbs> = z.object({
  token: z.string(),
  logProbability: logProbabilitySchema.nullable(),
  top: z
    .array(z.object({ token: z.string(), logProbability: logProbabilitySchema }))
    .describe("The likeliest tokens of its place, likeliest first"),
});

const replySchema: z.ZodType<ModelReply> = z.object({
  message: assistantSchema,
  ...told,
  logProbs: z
    .array(tokenSchema)
    .exactOptional()
    .describe("The tokens of the text; absent where they were not asked for or not given"),
  rawFinish: z.string().nullable().describe("The provider's own word for why it ended"),
  ignored: z.array(z.string()).describe("What was asked for and left out by the provider"),
  requests: countSchema.describe("Requests that were sent for it"),
  unpriced: countSchema
    .exactOptional()
    .describe("Those of them of which nobody knows what they cost; absent for 0"),
});

const placeSchema: z.ZodType<CallPlace> = z.object({
  item: itemSchema,
  role: z.string().describe("Who asks, such as `interpreter` or `judge`"),
  branch: z.string().describe("Which of several conversations of the same role"),
  ordinal: ordinalSchema.describe("Which call of its conversation, from 1"),
});

const recordBase = { version: z.literal(1), place: placeSchema, at: timeSchema };

/** Schema of the lines of a record of calls; `at` and `milliseconds` differ from run to run. */
export const modelRecordSchema: z.ZodType<ModelRecord> = z
  .discriminatedUnion("kind", [
    z.object({
      ...recordBase,
      kind: z.literal("call-intended"),
      hash: hashSchema.describe("SHA-256 of the request that is about to be sent"),
    }),
    z.object({
      ...recordBase,
      kind: z.literal("call-answered"),
      request: requestSchema,
      reply: replySchema,
      milliseconds: countSchema.describe("Waits and repeated requests included"),
    }),
    z.object({
      ...recordBase,
      kind: z.literal("call-failed"),
      code: z.string(),
      message: z.string(),
      requests: countSchema.exactOptional().describe("Requests that were sent for it"),
      unpriced: countSchema
        .exactOptional()
        .describe("Those of them of which nobody knows what they cost"),
    }),
  ])
  .meta({
    title: "findbench record of a model's call",
    description:
      "One line of calls.jsonl, the append-only record of what language models were asked in a run. Readers ignore fields that they do not know.",
  });
