import type { ModelRequest } from "../contract/index.ts";
import type { ModelAddress } from "./address.ts";
import { collectReply, type CollectedReply, type Listening } from "./collect-reply.ts";
import type { Endpoint } from "./endpoint.ts";
import { apiOf, type Habits } from "./habits.ts";
import { protocolOf } from "./protocols/protocol-of.ts";

/** A model at its endpoint. */
export interface Connection {
  /** What was learned of the server so far. */
  readonly habits: Habits;
  /** Sends a request once, as the habits have it, and listens to the reply. */
  ask(request: ModelRequest, listening: Listening, signal: AbortSignal): Promise<CollectedReply>;
}

/** Connects with a model in the protocol of its server. */
export function connect(address: ModelAddress, endpoint: Endpoint, habits: Habits): Connection {
  const headers = { "content-type": "application/json", ...endpoint.headers };
  return {
    habits,
    ask: (request, listening, signal) => {
      const protocol = protocolOf(address, endpoint, apiOf(request, habits));
      const { path, body, ignored } = protocol.write(request, address, habits);
      const wire = {
        url: addressOf(endpoint, path),
        headers: { accept: "text/event-stream", ...protocol.headers(endpoint.key), ...headers },
        body: JSON.stringify(body),
        ignored,
      };
      return collectReply(protocol, wire, request, listening, signal);
    },
  };
}

/** A path behind the address and before its query, which Azure's deployments have. */
function addressOf({ baseUrl, query }: Endpoint, path: string): string {
  const [own = "", more = ""] = path.split("?");
  const asked = [more, query].filter((part) => part !== "").join("&");
  return `${baseUrl}${own}${asked === "" ? "" : `?${asked}`}`;
}
