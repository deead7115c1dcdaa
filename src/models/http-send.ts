import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { proxyFor, tunnelAgent, type Proxy } from "./proxy.ts";
import type { Environment } from "./endpoint.ts";

/** A reply had more bytes than are listened to. */
export class Overlong extends Error {
  constructor(bytes: number) {
    super(`Expected a reply of at most ${bytes} bytes; got more`);
  }
}

/** A request to a server. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a reply begins with. */
export interface HttpHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who hears a reply while it comes. */
export interface Listener {
  head(head: HttpHead): void;
  /** A piece of the body as it came; `false` hangs up. What it throws ends the reply as well. */
  piece(bytes: Buffer): boolean;
}

/** Sends a request, and resolves when its reply has ended or the listener has hung up. */
export type Send = (request: HttpRequest, listener: Listener, signal: AbortSignal) => Promise<void>;

/**
 * How long an idle connection is kept, in milliseconds: less than the 5 s after which many servers
 * close theirs, so that no request is sent into a connection that is being closed.
 */
const IDLE = 4000;
const keptAlive = { keepAlive: true, timeout: IDLE };

/**
 * Posts over Node's own client, through the proxies that the environment names. Bodies break off with
 * `Overlong` after so many bytes, and nothing is held of them; redirections are not followed.
 */
export function httpSend(bytes: number, environment: Environment): Send {
  const plainAgent = new PlainAgent(keptAlive);
  const secureAgent = new SecureAgent(keptAlive);
  const tunnels = new Map<string, SecureAgent>();
  const tunnelOf = (proxy: Proxy): SecureAgent => {
    const agent = tunnels.get(proxy.url) ?? tunnelAgent(proxy, keptAlive);
    tunnels.set(proxy.url, agent);
    return agent;
  };
  const ways = new Map<string, { readonly target: URL; readonly proxy: Proxy | null }>();
  // A run asks a handful of addresses, many times.
  const wayTo = (url: string): { readonly target: URL; readonly proxy: Proxy | null } => {
    const known = ways.get(url);
    if (known !== undefined) return known;
    const target = new URL(url);
    const way = { target, proxy: proxyFor(target, environment) };
    ways.set(url, way);
    return way;
  };
  return async ({ url, headers, body }, listener, signal) => {
    const { target, proxy } = wayTo(url);
    const length = { ...headers, "content-length": String(Buffer.byteLength(body)) };
    const isSecure = target.protocol === "https:";
    if (proxy !== null && !isSecure) {
      // A plain request goes to the proxy itself, with the whole address in its first line.
      const sent = { ...length, ...proxy.headers, host: target.host };
      const options = { ...proxy.server, method: "POST", path: url, headers: sent };
      const send = proxy.isSecure ? secureRequest : plainRequest;
      const agent = proxy.isSecure ? secureAgent : plainAgent;
      return exchange((heard) => send({ ...options, agent }, heard), body, bytes, listener, signal);
    }
    const options = {
      host: target.hostname.replace(/^\[|\]$/gu, ""),
      port: target.port === "" ? undefined : target.port,
      path: target.pathname + target.search,
      method: "POST",
      headers: length,
    };
    const agent = isSecure ? (proxy === null ? secureAgent : tunnelOf(proxy)) : plainAgent;
    const send = isSecure ? secureRequest : plainRequest;
    return exchange((heard) => send({ ...options, agent }, heard), body, bytes, listener, signal);
  };
}

type Begin = (heard: (message: IncomingMessage) => void) => ReturnType<typeof plainRequest>;

function exchange(
  begin: Begin,
  body: string,
  bytes: number,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let left = bytes;
    const sent = begin((message) => {
      const hangUp = (end: () => void): void => {
        settle(end);
        message.destroy();
      };
      message.on("data", (piece: Buffer) => {
        left -= piece.byteLength;
        if (left < 0) return hangUp(() => reject(new Overlong(bytes)));
        try {
          if (!listener.piece(piece)) hangUp(resolve);
        } catch (error) {
          hangUp(() => reject(error));
        }
      });
      message.on("end", () => settle(resolve));
      message.on("error", (error) => settle(() => reject(error)));
      listener.head(headOf(message));
    });
    const abort = (): void => {
      settle(() => reject(signal.reason));
      sent.destroy();
    };
    let isSettled = false;
    const settle = (end: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      signal.removeEventListener("abort", abort);
      end();
    };
    signal.addEventListener("abort", abort, { once: true });
    sent.on("error", (error) => settle(() => reject(error)));
    sent.end(body);
  });
}

function headOf({ statusCode = 0, statusMessage = "", headers }: IncomingMessage): HttpHead {
  return {
    status: statusCode,
    statusText: statusMessage,
    headers: headers as Readonly<Record<string, string>>,
  };
}
