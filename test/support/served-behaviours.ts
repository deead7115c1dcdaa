import type { SeenRequest, ServedTurn } from "./model-server.ts";

/** What a real server was seen or documented to do, as a script of one item's conversation. */
export interface ServedBehaviour {
  readonly name: string;
  /** Who documents or reports it. */
  readonly source: string;
  readonly model: string;
  readonly dialect: "tools" | "text";
  /** What becomes of the item. */
  readonly ends: "scored" | "abstained" | { readonly failed: string };
  /** Requests of one item. */
  readonly requests: number;
  /** What the server does with a request; `undefined` where it replies as any other. */
  serve(request: SeenRequest): ServedTurn | undefined;
  /** Replies of the conversation, 6 unless told otherwise. */
  readonly turns?: number;
  readonly temperature?: number;
}

const DONE = "[DONE]";
const usage = { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 };
const chunk = (delta: object, finish: string | null = null, more: object = {}): object => ({
  id: "c-1",
  object: "chat.completion.chunk",
  created: 1765000000,
  model: "m",
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...more,
});
const counted = { id: "c-1", object: "chat.completion.chunk", model: "m", choices: [], usage };
const call = (name: string, written: unknown, more: object = {}): object => ({
  index: 0,
  id: "call00001",
  type: "function",
  function: { name, arguments: written },
  ...more,
});
const calling = (one: object, before: object = {}): readonly unknown[] => [
  chunk({ role: "assistant", content: "", ...before }),
  chunk({ tool_calls: [one] }),
  chunk({}, "tool_calls"),
  counted,
  DONE,
];
const asks = calling(call("ask", '{"inputs":[1,2]}'));
const wire = (events: readonly unknown[]): ServedTurn => ({ kind: "wire", events });
const refuse = (status: number, body: unknown): ServedTurn => ({ kind: "status", status, body });
const says = (content: string): ServedTurn =>
  wire([chunk({ role: "assistant", content }), chunk({}, "stop"), counted, DONE]);

/** The messages that a request sends back, whatever the protocol calls them. */
function sent({ body }: SeenRequest): string {
  return JSON.stringify(body["messages"] ?? body["contents"] ?? body["input"] ?? []);
}

const isFirst = ({ number }: SeenRequest): boolean => number === 1;
const choiceOf = ({ body }: SeenRequest): unknown => body["tool_choice"];

/** A first turn on the wire, then whatever a server says to a history that is not as it wants it. */
const first =
  (
    events: readonly unknown[],
    then: (request: SeenRequest) => ServedTurn | undefined = () => undefined,
  ) =>
  (request: SeenRequest): ServedTurn | undefined =>
    isFirst(request) ? wire(events) : then(request);

const tools = { dialect: "tools", ends: "scored" } as const;
const text = { dialect: "text", ends: "scored" } as const;

const thought = [
  chunk({ role: "assistant", content: "" }),
  chunk({ reasoning_content: "Hmm. Hmm. Hmm." }),
  chunk({}, "length"),
  counted,
  DONE,
];

const refusesReasoningContent = (request: SeenRequest): ServedTurn | undefined =>
  sent(request).includes("reasoning_content")
    ? refuse(400, {
        error: {
          message: "property 'reasoning_content' is unsupported",
          type: "invalid_request_error",
        },
      })
    : undefined;

const details = [
  chunk({
    role: "assistant",
    content: "",
    reasoning: "Hm.",
    reasoning_details: [
      { type: "reasoning.text", text: "Hm.", format: "google-gemini-v1", index: 0 },
    ],
  }),
  chunk({ tool_calls: [call("ask", '{"inputs":[1,2]}', { id: "tool_0_ask" })] }),
  chunk(
    {
      content: "",
      reasoning_details: [
        {
          id: "tool_0_ask",
          type: "reasoning.encrypted",
          data: "ZW5j",
          format: "google-gemini-v1",
          index: 0,
        },
      ],
    },
    "tool_calls",
  ),
  counted,
  DONE,
];

/** A call in the format of a model, left in the text by a server without its parser. */
const inText = (name: string, source: string, content: string): ServedBehaviour => ({
  name: `a call in the text: ${name}`,
  source,
  model: "vllm/some-model",
  ...tools,
  requests: 2,
  serve: (request) => (isFirst(request) ? says(content) : undefined),
});

/** The reported payloads, and members of the same kinds. */
export const servedBehaviours: readonly ServedBehaviour[] = [
  {
    name: "tools are refused on chat completions, by name",
    source: "https://github.com/openai/openai-openapi/issues/541",
    model: "openai/gpt-5.6",
    ...tools,
    requests: 2,
    serve: ({ protocol, body }) =>
      protocol === "openai" && body["tools"] !== undefined ? toolsNeedResponses : undefined,
  },
  {
    name: "tools are refused on chat completions, by a name that nobody knows",
    source: "https://github.com/Wei-Shaw/sub2api/issues/6740",
    model: "openai/house-model",
    ...tools,
    requests: 3,
    serve: ({ protocol, body }) =>
      protocol === "openai" && body["tools"] !== undefined ? toolsNeedResponses : undefined,
  },
  {
    name: "a gateway has no Responses API",
    source: "https://docs.litellm.ai/docs/response_api",
    model: "openai/gpt-5.5",
    ...tools,
    requests: 3,
    serve: ({ protocol }) =>
      protocol === "responses" ? refuse(404, { detail: "Not Found" }) : undefined,
  },
  {
    name: "text without tools is served by chat completions",
    source: "https://github.com/laurent22/joplin/pull/16451",
    model: "openai/gpt-5.6",
    ...text,
    requests: 2,
    serve: ({ protocol }) => (protocol === "responses" ? refuse(404, {}) : undefined),
  },
  {
    name: "a forced tool is refused while thinking (DeepSeek)",
    source: "https://github.com/deepseek-ai/DeepSeek-V3/issues/1376",
    model: "deepseek/deepseek-v4",
    ...tools,
    requests: 3,
    turns: 2,
    serve: (request) =>
      typeof choiceOf(request) === "object" || choiceOf(request) === "required"
        ? refuse(400, {
            error: {
              message: "Thinking mode does not support this tool_choice",
              type: "invalid_request_error",
              param: null,
              code: "invalid_request_error",
            },
          })
        : undefined,
  },
  {
    name: "a forced tool finds no endpoint (OpenRouter)",
    source: "https://openrouter.ai/docs/guides/features/tool-calling",
    model: "openrouter/some/model",
    ...tools,
    requests: 3,
    turns: 2,
    serve: (request) =>
      typeof choiceOf(request) === "object"
        ? refuse(404, {
            error: {
              message: "No endpoints found that support the provided 'tool_choice' value.",
              code: 404,
            },
          })
        : undefined,
  },
  {
    name: "a forced tool is refused while thinking (Anthropic)",
    source: "https://platform.claude.com/docs/en/build-with-claude/extended-thinking",
    model: "anthropic/claude-haiku-4-5",
    ...tools,
    requests: 3,
    turns: 2,
    serve: (request) =>
      Reflect.get(Object(choiceOf(request)), "type") === "tool"
        ? refuse(400, {
            type: "error",
            error: {
              type: "invalid_request_error",
              message: "Thinking may not be enabled when tool_choice forces tool use.",
            },
          })
        : undefined,
  },
  {
    name: "thinking comes as `reasoning` and is refused as `reasoning_content` (Groq, tools)",
    source: "https://console.groq.com/docs/reasoning",
    model: "groq/openai/gpt-oss-120b",
    ...tools,
    requests: 2,
    serve: first(
      calling(call("ask", '{"inputs":[1,2]}'), { reasoning: "Ask.", channel: "analysis" }),
      refusesReasoningContent,
    ),
  },
  {
    name: "thinking comes as `reasoning` and is refused as `reasoning_content` (Groq, text)",
    source: "https://github.com/janhq/jan/issues/8136",
    model: "groq/openai/gpt-oss-120b",
    ...text,
    requests: 2,
    serve: first(
      [
        chunk({ role: "assistant", content: "", reasoning: "Ask." }),
        chunk({ content: "```ask\n1\n2\n```" }),
        chunk({}, "stop"),
        counted,
      ],
      refusesReasoningContent,
    ),
  },
  {
    name: "thinking has to come back with calls (DeepSeek)",
    source: "https://api-docs.deepseek.com/guides/thinking_mode#tool-calls",
    model: "deepseek/deepseek-v4",
    ...tools,
    requests: 2,
    serve: first(
      calling(call("ask", '{"inputs":[1,2]}'), { reasoning_content: "Ask." }),
      (request) =>
        sent(request).includes('"reasoning_content":"Ask."')
          ? undefined
          : refuse(400, {
              error: {
                message:
                  "The reasoning_content in the thinking mode must be passed back to the API.",
                type: "invalid_request_error",
                param: null,
                code: "invalid_request_error",
              },
            }),
    ),
  },
  {
    name: "thinking has to come back with calls that were not thought about (DeepSeek)",
    source: "https://github.com/deepseek-ai/deepseek-harness/discussions/739",
    model: "deepseek/deepseek-v4",
    ...tools,
    requests: 2,
    serve: first(asks, (request) =>
      sent(request).includes('"reasoning_content":""')
        ? undefined
        : refuse(400, {
            error: {
              message: "The reasoning_content in the thinking mode must be passed back to the API.",
            },
          }),
    ),
  },
  {
    name: "thinking has to come back under its own name, at a server that nobody knows",
    source: "https://docs.vllm.ai/en/latest/features/reasoning_outputs/",
    model: "vllm/some-model",
    ...tools,
    requests: 3,
    serve: first(calling(call("ask", '{"inputs":[1,2]}'), { reasoning: "Ask." }), (request) =>
      sent(request).includes('"reasoning":"Ask."')
        ? undefined
        : refuse(400, {
            error: {
              message: "Missing reasoning field in the assistant message at message index 2",
            },
          }),
    ),
  },
  {
    name: "signatures have to come back as reasoning_details (OpenRouter)",
    source:
      "https://openrouter.ai/docs/guides/best-practices/reasoning-tokens#preserving-reasoning-blocks",
    model: "openrouter/google/gemini-3-flash",
    ...tools,
    requests: 2,
    serve: first(details, (request) =>
      sent(request).includes('"data":"ZW5j"') &&
      sent(request).includes('"type":"reasoning.text","text":"Hm."')
        ? undefined
        : refuse(400, {
            error: {
              message: "Provider returned error",
              code: 400,
              metadata: { raw: "missing a thought_signature", provider_name: "Google" },
            },
          }),
    ),
  },
  {
    name: "signatures have to come back beside the call (Google's OpenAI interface)",
    source: "https://ai.google.dev/gemini-api/docs/thought-signatures#openai",
    model: "gateway/gemini-3-flash",
    ...tools,
    requests: 2,
    serve: first(
      calling(
        call("ask", '{"inputs":[1,2]}', {
          extra_content: { google: { thought_signature: "c2ln" } },
        }),
      ),
      (request) =>
        sent(request).includes('"extra_content":{"google":{"thought_signature":"c2ln"}}')
          ? undefined
          : refuse(400, [
              {
                error: {
                  code: 400,
                  message: "Function call is missing a thought_signature in functionCall parts.",
                  status: "INVALID_ARGUMENT",
                },
              },
            ]),
    ),
  },
  {
    name: "an empty turn would be refused (Gemini, a call that could not be read)",
    source: "https://github.com/google-gemini/gemini-cli/pull/7769",
    model: "google/gemini-3.5-flash",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? wire([emptyCandidate("MALFORMED_FUNCTION_CALL")])
        : refusesEmptyTurn(request),
  },
  {
    name: "an empty turn would be refused (Gemini, text)",
    source: "https://github.com/langchain-ai/langchain-google/issues/691",
    model: "google/gemini-3.5-flash",
    ...text,
    requests: 3,
    serve: (request) =>
      isFirst(request) ? wire([emptyCandidate("STOP")]) : refusesEmptyTurn(request),
  },
  {
    name: "a channel's token in a tool's name (gpt-oss)",
    source: "https://github.com/vllm-project/vllm/issues/32587",
    model: "vllm/gpt-oss-20b",
    ...tools,
    requests: 2,
    serve: first(
      calling(call("ask<|channel|>commentary", '{"inputs":[1]}'), { reasoning_content: "I ask." }),
      (request) =>
        /<\|/u.test(sent(request))
          ? refuse(400, { error: { message: "Invalid 'messages[2].tool_calls[0].function.name'" } })
          : undefined,
    ),
  },
  {
    name: "a namespace before a tool's name (gpt-oss)",
    source: "https://github.com/NVIDIA/TensorRT-LLM/issues/9256",
    model: "vllm/gpt-oss-20b",
    ...tools,
    requests: 2,
    serve: first(calling(call("functions.ask<|constrain|>json", '{"inputs":[1]}<|call|>'))),
  },
  {
    name: "calls that nobody can read, again and again",
    source: "https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/2115",
    model: "vllm/some-model",
    dialect: "tools",
    ends: { failed: "server-mangles-tools" },
    requests: 2,
    serve: () => says("<tool_call>\n{ask: inputs 1 and 2\n</tool_call>"),
  },
  {
    name: "an error in a reply with status 200",
    source: "https://openrouter.ai/docs/api/reference/errors-and-debugging",
    model: "openrouter/some/model",
    dialect: "tools",
    ends: { failed: "403: Your plan does not include this model" },
    requests: 1,
    serve: () => ({
      kind: "wire",
      body: {
        error: { message: "Your plan does not include this model", code: 403, type: "forbidden" },
      },
    }),
  },
  {
    name: "an error that is a text",
    source: "https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/670",
    model: "ollama/gemma3:4b",
    dialect: "tools",
    ends: {
      failed:
        "400: registry.ollama.ai/library/gemma3:4b does not support tools); use --dialect text",
    },
    requests: 1,
    serve: () =>
      refuse(400, { error: "registry.ollama.ai/library/gemma3:4b does not support tools" }),
  },
  {
    name: "an error as a list of details",
    source: "https://docs.mistral.ai/api/",
    model: "mistral/mistral-large",
    dialect: "tools",
    ends: { failed: "422: Input should be less than 1.5" },
    requests: 1,
    serve: () =>
      refuse(422, {
        detail: [
          { type: "less_than", loc: ["body", "top_p"], msg: "Input should be less than 1.5" },
        ],
      }),
  },
  {
    name: "a last chunk without choices",
    source: "https://github.com/BerriAI/litellm/pull/28738",
    model: "vllm/some-model",
    ...tools,
    requests: 2,
    serve: first([
      ...asks.slice(0, -2),
      { id: "c-1", object: "chat.completion.chunk", created: 1, model: "m", usage },
      DONE,
    ]),
  },
  {
    name: "arguments as an object",
    source: "https://github.com/ggml-org/llama.cpp/issues/20198",
    model: "llamacpp/some-model",
    ...tools,
    requests: 2,
    serve: first(calling(call("ask", { inputs: [1, 2] }))),
  },
  {
    name: "arguments as JSON in a JSON string",
    source: "our own: of the kind before it",
    model: "vllm/some-model",
    ...tools,
    requests: 2,
    serve: first(calling(call("ask", JSON.stringify('{"inputs":[1,2]}')))),
  },
  {
    name: "no reason for the end, but the end",
    source: "https://github.com/anomalyco/opencode/issues/43882",
    model: "vllm/some-model",
    ...tools,
    requests: 2,
    serve: first([chunk({ tool_calls: [call("ask", '{"inputs":[1,2]}')] }), counted, DONE]),
  },
  {
    name: "a whole document in place of a stream",
    source: "https://github.com/maximhq/bifrost/pull/6799",
    model: "gateway/some-model",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? {
            kind: "wire",
            body: {
              id: "c-1",
              object: "chat.completion",
              model: "m",
              choices: [
                {
                  index: 0,
                  message: {
                    role: "assistant",
                    content: null,
                    tool_calls: [call("ask", '{"inputs":[1,2]}')],
                  },
                  finish_reason: "tool_calls",
                },
              ],
              usage,
            },
          }
        : undefined,
  },
  {
    name: "a whole message in place of a stream (Anthropic)",
    source: "https://platform.claude.com/docs/en/api/messages",
    model: "anthropic/claude-haiku-4-5",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? {
            kind: "wire",
            body: {
              id: "msg_1",
              type: "message",
              role: "assistant",
              model: "claude",
              content: [
                { type: "tool_use", id: "toolu_1", name: "ask", input: { inputs: [1, 2] } },
              ],
              stop_reason: "tool_use",
              usage: { input_tokens: 10, output_tokens: 5 },
            },
          }
        : undefined,
  },
  {
    name: "a whole list of chunks in place of a stream (Gemini)",
    source: "https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent",
    model: "google/gemini-3.5-flash",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? {
            kind: "wire",
            body: [
              {
                candidates: [
                  {
                    content: {
                      role: "model",
                      parts: [{ functionCall: { name: "ask", args: { inputs: [1, 2] } } }],
                    },
                    finishReason: "STOP",
                  },
                ],
                usageMetadata: {
                  promptTokenCount: 9,
                  candidatesTokenCount: 3,
                  totalTokenCount: 12,
                },
              },
            ],
          }
        : undefined,
  },
  {
    name: "max_tokens is refused (Azure)",
    source: "https://learn.microsoft.com/azure/ai-services/openai/how-to/reasoning",
    model: "azure/house-deployment",
    ...tools,
    requests: 3,
    serve: ({ body }) =>
      body["max_tokens"] === undefined
        ? undefined
        : refuse(400, {
            error: {
              message:
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
              type: "invalid_request_error",
              param: "max_tokens",
              code: "unsupported_parameter",
            },
          }),
  },
  {
    name: "max_completion_tokens is refused (a gateway before Mistral)",
    source: "https://github.com/editor-code-assistant/eca/issues/231",
    model: "openai/gpt-5-mini",
    ...tools,
    requests: 3,
    serve: ({ body }) =>
      body["max_completion_tokens"] === undefined
        ? undefined
        : refuse(422, {
            detail: [
              {
                type: "extra_forbidden",
                loc: ["body", "max_completion_tokens"],
                msg: "Extra inputs are not permitted",
                input: 4096,
              },
            ],
          }),
  },
  {
    name: "a temperature is refused",
    source: "https://platform.claude.com/docs/en/api/messages",
    model: "anthropic/claude-opus-4-7",
    ...tools,
    requests: 3,
    temperature: 0,
    serve: ({ body }) =>
      body["temperature"] === undefined
        ? undefined
        : refuse(400, {
            type: "error",
            error: {
              type: "invalid_request_error",
              message: "`temperature` is deprecated for this model.",
            },
          }),
  },
  {
    name: "instructions are refused (a template without a system role)",
    source: "https://github.com/microsoft/autogen/issues/1037",
    model: "vllm/google/gemma-2-9b-it",
    ...tools,
    requests: 3,
    serve: (request) =>
      sent(request).includes('"role":"system"')
        ? refuse(400, {
            object: "error",
            message: "System role not supported",
            type: "BadRequestError",
            code: 400,
          })
        : undefined,
  },
  {
    name: "stream_options are refused",
    source:
      "https://docs.databricks.com/aws/en/machine-learning/foundation-model-apis/api-reference",
    model: "gateway/some-model",
    ...tools,
    requests: 3,
    serve: ({ body }) =>
      body["stream_options"] === undefined
        ? undefined
        : refuse(400, {
            error_code: "BAD_REQUEST",
            message: "stream_options: extra fields not permitted",
          }),
  },
  {
    name: "a call that the server could not read, told as a fault (Groq)",
    source: "https://console.groq.com/docs/tool-use",
    model: "groq/llama",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? refuse(400, {
            error: {
              message:
                "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.",
              type: "invalid_request_error",
              code: "tool_use_failed",
              failed_generation: '<function=ask>{"inputs": [1, 2]}</function>',
            },
          })
        : undefined,
  },
  {
    name: "content in parts, with thinking among them (Mistral)",
    source: "https://docs.mistral.ai/capabilities/reasoning/",
    model: "mistral/magistral-medium",
    ...text,
    requests: 2,
    serve: first([
      chunk({
        role: "assistant",
        content: [{ type: "thinking", thinking: [{ type: "text", text: "Hm." }] }],
      }),
      chunk({ content: [{ type: "text", text: "```ask\n1\n2\n```" }] }),
      chunk({}, "stop"),
      counted,
      DONE,
    ]),
  },
  {
    name: "nothing but thinking, cut at the limit each time",
    source: "https://github.com/deepseek-ai/DeepSeek-V3/issues/1376",
    model: "vllm/some-model",
    dialect: "tools",
    ends: { failed: "--max-tokens" },
    requests: 3,
    serve: () => wire(thought),
  },
  {
    name: "a comment before each event, and events without a blank",
    source: "https://openrouter.ai/docs/api/reference/streaming",
    model: "openrouter/some/model",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? {
            kind: "wire",
            headers: { "content-type": "text/event-stream" },
            body: asks
              .map(
                (event) =>
                  `: OPENROUTER PROCESSING\r\n\r\ndata:${typeof event === "string" ? event : JSON.stringify(event)}\r\n\r\n`,
              )
              .join(""),
          }
        : undefined,
  },
  {
    name: "one JSON a line, without events",
    source: "https://docs.ollama.com/api/streaming",
    model: "gateway/some-model",
    ...tools,
    requests: 2,
    serve: (request) =>
      isFirst(request)
        ? {
            kind: "wire",
            headers: { "content-type": "application/x-ndjson" },
            body: asks
              .slice(0, -1)
              .map((event) => `${JSON.stringify(event)}\n`)
              .join(""),
          }
        : undefined,
  },
  {
    name: "an error behind the end of a reply",
    source: "our own: a fault where nothing should come any more",
    model: "vllm/some-model",
    ...tools,
    requests: 2,
    serve: first([
      ...asks.slice(0, -1),
      { error: { message: "usage could not be written", code: 500 } },
    ]),
  },
  {
    name: "the old form of a call",
    source: "https://developers.openai.com/api/reference/resources/chat",
    model: "gateway/some-model",
    ...tools,
    requests: 2,
    serve: first([
      chunk({ function_call: { name: "ask", arguments: '{"inputs":' } }),
      chunk({ function_call: { arguments: "[1,2]}" } }),
      chunk({}, "function_call"),
      counted,
      DONE,
    ]),
  },
  inText(
    "Hermes and Qwen",
    "https://docs.vllm.ai/en/latest/features/tool_calling/",
    '<think>\nok\n</think>\n\n<tool_call>\n{"name":"ask","arguments":{"inputs":[1,2]}}\n</tool_call>',
  ),
  inText(
    "Hermes, two calls and no end",
    "https://huggingface.co/NousResearch/Hermes-3-Llama-3.1-8B",
    'I ask.\n<tool_call>{"name":"ask","arguments":{"inputs":[1]}}</tool_call>\n<tool_call>{"name":"ask","arguments":{"inputs":[2]}}',
  ),
  inText(
    "Qwen3-Coder",
    "https://docs.vllm.ai/en/latest/features/tool_calling/",
    "<tool_call>\n<function=ask>\n<parameter=inputs>\n[1, 2]\n</parameter>\n</function>\n</tool_call>",
  ),
  inText(
    "Harmony",
    "https://cookbook.openai.com/articles/openai-harmony",
    '<|channel|>analysis<|message|>I ask.<|end|><|start|>assistant<|channel|>commentary to=functions.ask <|constrain|>json<|message|>{"inputs":[1,2]}<|call|>',
  ),
  inText(
    "Mistral",
    "https://docs.vllm.ai/en/latest/features/tool_calling/",
    '[TOOL_CALLS][{"name": "ask", "arguments": {"inputs": [1, 2]}}]',
  ),
  inText(
    "Mistral, new",
    "https://github.com/mistralai/mistral-common",
    '[TOOL_CALLS]ask[ARGS]{"inputs": [1, 2]}',
  ),
  inText(
    "Llama 3",
    "https://www.llama.com/docs/model-cards-and-prompt-formats/llama3_1/",
    '<|python_tag|>{"name": "ask", "parameters": {"inputs": [1, 2]}}',
  ),
  inText(
    "Llama, function",
    "https://www.llama.com/docs/model-cards-and-prompt-formats/llama3_1/",
    '<function=ask>{"inputs": [1, 2]}</function>',
  ),
  inText(
    "DeepSeek",
    "https://huggingface.co/deepseek-ai/DeepSeek-V3.1",
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>ask<｜tool▁sep｜>{"inputs": [1, 2]}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
  ),
  inText(
    "Kimi",
    "https://huggingface.co/moonshotai/Kimi-K2-Instruct",
    '<|tool_calls_section_begin|><|tool_call_begin|>functions.ask:0<|tool_call_argument_begin|>{"inputs": [1, 2]}<|tool_call_end|><|tool_calls_section_end|>',
  ),
  inText(
    "GLM",
    "https://huggingface.co/zai-org/GLM-4.5",
    "<tool_call>ask\n<arg_key>inputs</arg_key>\n<arg_value>[1, 2]</arg_value>\n</tool_call>",
  ),
  inText(
    "Claude",
    "https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview",
    '<function_calls>\n<invoke name="ask">\n<parameter name="inputs">[1, 2]</parameter>\n</invoke>\n</function_calls>',
  ),
  inText(
    "Gemma",
    "https://ai.google.dev/gemma/docs/capabilities/function-calling",
    "```tool_code\nask(inputs=[1, 2])\n```",
  ),
  inText(
    "LFM",
    "https://docs.liquid.ai/lfm/key-concepts/tool-use",
    "<|tool_call_start|>[ask(inputs=[1, 2])]<|tool_call_end|>",
  ),
  inText(
    "JSON alone",
    "https://docs.vllm.ai/en/latest/features/tool_calling/",
    '```json\n{"name": "ask", "parameters": {"inputs": [1, 2]}}\n```',
  ),
];

const toolsNeedResponses = refuse(400, {
  error: {
    message:
      "Function tools with reasoning_effort are not supported for this model in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.",
    type: "invalid_request_error",
    param: "reasoning_effort",
    code: null,
  },
});

function emptyCandidate(finishReason: string): object {
  return {
    candidates: [
      {
        content: {},
        finishReason,
        index: 0,
        finishMessage: "Malformed function call: print(default_api.ask(inputs=[1,2",
      },
    ],
    usageMetadata: { promptTokenCount: 321, totalTokenCount: 321 },
    modelVersion: "gemini-3.5-flash",
  };
}

function refusesEmptyTurn({ body }: SeenRequest): ServedTurn | undefined {
  const contents = body["contents"] as readonly { readonly parts: readonly unknown[] }[];
  return contents.some(({ parts }) => parts.length === 0)
    ? refuse(400, {
        error: {
          code: 400,
          message:
            "* GenerateContentRequest.contents[3].parts: contents.parts must not be empty.\n",
          status: "INVALID_ARGUMENT",
        },
      })
    : undefined;
}
