import OpenAI from "openai";
import type { ModelRequest } from "../contract/index.ts";
import { completionError, enveloped } from "./completion-error.ts";
import { completionParts } from "./completion-parts.ts";
import { completionPrompt } from "./completion-prompt.ts";
import type { Connection, Fetch, ServerSettings } from "./connection.ts";

/** Milliseconds that a timer can wait at the most; silence is watched elsewhere. */
const NEVER = 2_147_483_647;

/** A model that goes on with a text, by OpenAI's completions. */
export function completionEndpoint(name: string, settings: ServerSettings): Connection {
  return {
    stream: async (request, signal) => {
      try {
        const completion = clientOf(settings, signal).completions.create(bodyOf(name, request));
        // Its own reader of streams takes time by the square of an event's length.
        const { body } = await completion.asResponse();
        return ReadableStream.from(completionParts(body));
      } catch (error) {
        throw completionError(error, settings.baseURL);
      }
    },
  };
}

/** One for each request: it keeps a listener at every signal that it is handed. */
function clientOf(settings: ServerSettings, signal: AbortSignal): OpenAI {
  return new OpenAI({
    baseURL: settings.baseURL,
    apiKey: settings.apiKey,
    fetch: bareFetch(settings, signal),
    maxRetries: 0,
    timeout: NEVER,
    logLevel: "off",
  });
}

/**
 * In place of the package's headers, which tell what this machine is and whatever the environment
 * holds for OpenAI, go the three that are needed.
 */
function bareFetch({ apiKey, fetch }: ServerSettings, signal: AbortSignal): Fetch {
  const headers = {
    accept: "text/event-stream",
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
  };
  return async (input, init) => enveloped(await fetch(input, { ...init, headers, signal }));
}

function bodyOf(
  model: string,
  { messages, maxTokens, temperature, seed, stop = [], topLogProbs }: ModelRequest,
): OpenAI.CompletionCreateParamsStreaming {
  const prompt = completionPrompt(messages);
  const stops = [...prompt.stop, ...stop];
  return {
    model,
    prompt: prompt.text,
    stream: true,
    stream_options: { include_usage: true },
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(seed !== undefined && { seed }),
    ...(stops.length > 0 && { stop: stops }),
    ...(topLogProbs !== undefined && { logprobs: topLogProbs }),
  };
}
