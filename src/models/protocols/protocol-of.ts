import type { ModelAddress } from "../address.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Api } from "../habits.ts";
import { readAnthropic } from "./anthropic-reply.ts";
import { writeAnthropic } from "./anthropic-request.ts";
import { readChat } from "./chat-reply.ts";
import { writeChat } from "./chat-request.ts";
import { readCompletion, writeCompletion } from "./completion.ts";
import { readGoogle } from "./google-reply.ts";
import { writeGoogle } from "./google-request.ts";
import type { Protocol } from "./protocol.ts";
import { readResponses } from "./responses-reply.ts";
import { writeResponses } from "./responses-request.ts";

/** Servers of one's own that ask for no key are sent none. */
const bearer = (key: string | null): Readonly<Record<string, string>> =>
  key === null ? {} : { authorization: `Bearer ${key}` };

const chat: Protocol = { write: writeChat, read: readChat, headers: bearer };
const responses: Protocol = { write: writeResponses, read: readResponses, headers: bearer };
const completions: Protocol = { write: writeCompletion, read: readCompletion, headers: bearer };
const anthropic: Protocol = {
  write: writeAnthropic,
  read: readAnthropic,
  headers: (key) => ({
    "anthropic-version": "2023-06-01",
    ...(key !== null && { "x-api-key": key }),
  }),
};
const google: Protocol = {
  write: writeGoogle,
  read: readGoogle,
  headers: (key): Readonly<Record<string, string>> =>
    key === null ? {} : { "x-goog-api-key": key },
};

/** How a server is spoken to about one model. */
export function protocolOf({ dialect }: ModelAddress, endpoint: Endpoint, api: Api): Protocol {
  const own = dialect === "completions" ? completions : spoken(endpoint, api);
  // Azure's own header for a key (https://learn.microsoft.com/azure/ai-services/openai/reference).
  return endpoint.isAzure
    ? { ...own, headers: (key): Record<string, string> => (key === null ? {} : { "api-key": key }) }
    : own;
}

function spoken({ protocol }: Endpoint, api: Api): Protocol {
  switch (protocol) {
    case "anthropic":
      return anthropic;
    case "google":
      return google;
    case "compatible":
    case "openai":
      return api === "chat" ? chat : responses;
  }
}
