import { request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { AgentOptions } from "node:https";
import { connect } from "node:tls";
import type { ConnectionOptions } from "node:tls";
import type { Duplex } from "node:stream";
import { BenchError } from "../core/index.ts";
import type { Environment } from "./endpoint.ts";

/** A proxy on the way to a server. */
export interface Proxy {
  readonly url: string;
  /** Whether the proxy itself is spoken to over TLS. */
  readonly isSecure: boolean;
  readonly server: { readonly host: string; readonly port: number };
  /** Its name and password, where its address holds them. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The proxy that HTTP_PROXY, HTTPS_PROXY or ALL_PROXY names for an address, in capitals or not, unless
 * NO_PROXY exempts it; `null` where there is none. As curl does it
 * (https://curl.se/docs/manpage.html, ENVIRONMENT). Throws `bad-configuration`.
 */
export function proxyFor(target: URL, environment: Environment): Proxy | null {
  const scheme = target.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const [name, given] = firstFilled(environment, [scheme, "ALL_PROXY"]);
  if (given === "" || isExempt(target, firstFilled(environment, ["NO_PROXY"])[1])) return null;
  const text = given.includes("://") ? given : `http://${given}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.hostname === "")
    throw new BenchError(
      "bad-configuration",
      `Expected the http or https address of a proxy in ${name}; got another text; correct it, or exempt the server in NO_PROXY`,
    );
  const isSecure = url.protocol === "https:";
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    url: text,
    isSecure,
    server: {
      host: url.hostname.replace(/^\[|\]$/gu, ""),
      port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    },
    headers:
      user === ":"
        ? {}
        : { "proxy-authorization": `Basic ${Buffer.from(user).toString("base64")}` },
  };
}

function firstFilled(environment: Environment, names: readonly string[]): [string, string] {
  for (const name of names.flatMap((one) => [one.toLowerCase(), one])) {
    const value = environment[name]?.trim() ?? "";
    if (value !== "") return [name, value];
  }
  return ["", ""];
}

/** A list of hosts, domains (with or without a dot or `*.` before them) and ports; `*` for all. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, "").toLowerCase();
  const reached = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  return list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = "", only] = /^\[?(.+?)\]?(?::(\d+))?$/u.exec(entry) ?? [];
      const domain = /^[\da-f:]+$/u.test(entry) ? entry : name.replace(/^\*?\./u, "");
      const fits = host === domain || host.endsWith(`.${domain}`);
      return fits && (only === undefined || domain === entry || only === reached);
    });
}

/** Connections to servers over TLS through a tunnel of a proxy (RFC 9110, CONNECT). */
export function tunnelAgent(proxy: Proxy, options: AgentOptions): SecureAgent {
  const agent = new SecureAgent(options);
  Object.assign(agent, {
    createConnection: (
      target: ConnectionOptions & { readonly host: string; readonly port: number },
      done: (error: Error | null, socket?: Duplex) => void,
    ): void => {
      const { host, port } = target;
      const name = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
      const send = proxy.isSecure ? secureRequest : plainRequest;
      const asked = send({
        ...proxy.server,
        method: "CONNECT",
        path: name,
        agent: false,
        headers: { ...proxy.headers, host: name },
      });
      asked.on("connect", ({ statusCode = 0, statusMessage = "" }, socket) => {
        if (statusCode === 200) {
          // An address of numbers has no name that could be asked for.
          const servername = target.servername ?? host;
          return done(null, connect({ ...target, socket, servername, path: undefined }));
        }
        socket.destroy();
        done(new ProxyRefusal(statusCode, statusMessage));
      });
      asked.on("error", (error) => done(error));
      asked.end();
    },
  });
  return agent;
}

/** A proxy opened no tunnel. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(`The proxy opened no tunnel: ${status} ${words}`.trim());
    this.status = status;
  }
}
