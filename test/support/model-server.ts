import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { anthropicProtocol } from "./model-server/anthropic-protocol.ts";
import { completionsProtocol } from "./model-server/completions-protocol.ts";
import { googleProtocol } from "./model-server/google-protocol.ts";
import { openaiProtocol } from "./model-server/openai-protocol.ts";
import { responsesProtocol } from "./model-server/responses-protocol.ts";
import { play } from "./model-server/play.ts";
import type { ServedProtocol } from "./model-server/protocol.ts";
import type { SeenRequest, ServedTurn } from "./model-server/served-turn.ts";

export { calls, says, verbatim } from "./model-server/served-turn.ts";
export type { SeenRequest, ServedTurn } from "./model-server/served-turn.ts";

/** What is done with each request: a list by its number (the last goes on), or a function of it. */
export type ServerScript = readonly ServedTurn[] | ((request: SeenRequest) => ServedTurn);

/** A server of models on this machine. */
export interface ModelServer {
  readonly url: string;
  /** All requests so far, in the order in which they came. */
  readonly requests: readonly SeenRequest[];
  /** The most requests that were open at once. */
  readonly mostOpen: number;
  /** Resolves as soon as so many requests have come, before the last of them is answered. */
  arrived(count: number): Promise<void>;
  /** Variables that lead every provider of a name here. */
  environment(...providers: readonly string[]): Record<string, string>;
  close(): Promise<void>;
}

const protocols: readonly ServedProtocol[] = [
  openaiProtocol,
  anthropicProtocol,
  googleProtocol,
  completionsProtocol,
  responsesProtocol,
];

/** The key that `environment` gives. */
export const serverKey = "key-4f1d9c0e7b52a683";

/**
 * Starts a server that speaks the protocols of OpenAI (chat, Responses and completions), Anthropic and Google,
 * always as a stream, and plays a script.
 */
export async function startModelServer(
  script: ServerScript,
  { latency = 0 }: { readonly latency?: number } = {},
): Promise<ModelServer> {
  const requests: SeenRequest[] = [];
  const arrivals = new EventEmitter();
  const counts = { open: 0, most: 0 };
  const server = createServer((request, response) => {
    counts.open += 1;
    counts.most = Math.max(counts.most, counts.open);
    response.on("close", () => {
      counts.open -= 1;
    });
    const seen = { requests, arrivals };
    void answer(request, response, script, seen, latency).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}/v1`;
  return {
    url,
    requests,
    get mostOpen() {
      return counts.most;
    },
    arrived: async (count) => {
      while (requests.length < count) await once(arrivals, "request");
    },
    environment: (...providers) => environmentOf(url, providers),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function environmentOf(url: string, providers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    providers
      .map((provider) => provider.toUpperCase().replaceAll("-", "_"))
      .flatMap((prefix) => [
        [`${prefix}_BASE_URL`, url],
        [`${prefix}_API_KEY`, serverKey],
      ]),
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  script: ServerScript,
  { requests, arrivals }: { readonly requests: SeenRequest[]; readonly arrivals: EventEmitter },
  latency: number,
): Promise<void> {
  const path = request.url ?? "";
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const protocol = protocols.find(({ fits }) => fits(path.replace(/\?.*$/, "")));
  if (protocol === undefined) {
    response.writeHead(404).end("{}");
    return;
  }
  const seen: SeenRequest = {
    number: requests.length + 1,
    protocol: protocol.name,
    path,
    model: protocol.modelOf(path, body),
    headers: request.headers,
    body,
    sent: 0,
    ending: "open",
  };
  requests.push(seen);
  arrivals.emit("request");
  response.on("close", () => {
    seen.ending = response.writableFinished ? "answered" : "hung-up";
  });
  const turn =
    typeof script === "function" ? script(seen) : (script[seen.number - 1] ?? script.at(-1));
  if (latency > 0) await delay(latency);
  await play(turn ?? { kind: "status", status: 500 }, protocol, seen, response);
}
