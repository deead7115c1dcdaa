import { once } from "node:events";
import { createServer, request as sendRequest } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import { httpSend, modelSource, usualModelSettings } from "../../src/models/index.ts";
import type { ModelSettings } from "../../src/models/index.ts";
import { proxyFor } from "../../src/models/proxy.ts";
import { redactor } from "../../src/models/redactor.ts";
import { says, serverKey, startModelServer } from "../support/model-server.ts";
import type { ModelServer } from "../support/model-server.ts";
import { selfSigned } from "../support/self-signed.ts";
import { hello } from "./serve.ts";
import { virtualTimer } from "./virtual-timer.ts";

async function serving(): Promise<ModelServer> {
  const server = await startModelServer([says("Fine.")]);
  onTestFinished(() => server.close());
  return server;
}

async function ask(
  id: string,
  environment: Readonly<Record<string, string>>,
  settings: Partial<ModelSettings> = {},
): Promise<string> {
  const source = modelSource({
    environment,
    send: httpSend,
    timer: virtualTimer(),
    chance: chanceFrom("waits"),
    settings: { ...usualModelSettings, ...settings },
  });
  const model = await source.open(id);
  return (await model.complete(hello, new AbortController().signal)).message.text;
}

interface SeenProxy {
  readonly url: string;
  readonly seen: { method: string; target: string; authorization: string | undefined }[];
}

/** A proxy as RFC 9110 has it: whole addresses for plain requests, CONNECT for the others. */
async function proxy(): Promise<SeenProxy> {
  const seen: SeenProxy["seen"] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, target: url, authorization: headers["proxy-authorization"] });
    const { "proxy-authorization": _, ...passed } = headers;
    const onward = sendRequest(url, { method, headers: passed }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on("connect", ({ url = "", headers }, socket, head) => {
    seen.push({ method: "CONNECT", target: url, authorization: headers["proxy-authorization"] });
    const [host = "", port = ""] = url.split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://user:planted-secret@127.0.0.1:${port}`, seen };
}

/** Puts TLS before a server, with a certificate of its own; gives the port. */
async function securely({ url }: ModelServer): Promise<number> {
  const inner = Number(new URL(url).port);
  const outer = createSecureServer(selfSigned("localhost"), (socket) => {
    const onward = connect(inner, "127.0.0.1");
    onward.pipe(socket).pipe(onward);
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  outer.listen(0, "localhost");
  await once(outer, "listening");
  onTestFinished(() => void outer.close());
  return (outer.address() as AddressInfo).port;
}

/** For the rest of a test, certificates are believed whoever signed them. */
function trustAll(): void {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  onTestFinished(() => void vi.unstubAllEnvs());
}

const basic = `Basic ${Buffer.from("user:planted-secret").toString("base64")}`;

describe("a proxy", () => {
  it("is handed the whole address of a plain request, with its name and password", async () => {
    const [server, { url, seen }] = [await serving(), await proxy()];
    const environment = { ...server.environment("vllm"), HTTP_PROXY: url };
    expect(await ask("vllm/some-model", environment)).toBe("Fine.");
    const target = `${server.url}/chat/completions`;
    expect(seen).toEqual([{ method: "POST", target, authorization: basic }]);
    expect(server.requests[0]?.headers).not.toHaveProperty("proxy-authorization");
  });

  it("is asked for a tunnel to a server over TLS", async () => {
    const [server, { url, seen }] = [await serving(), await proxy()];
    const secure = server.url.replace("http:", "https:");
    const environment = { VLLM_BASE_URL: secure, https_proxy: url };
    // The server at the end of the tunnel speaks no TLS, which is told and not asked again.
    await expect(ask("vllm/some-model", environment)).rejects.toMatchObject({
      code: "model-failed",
    });
    expect(seen).toEqual([
      { method: "CONNECT", target: new URL(secure).host, authorization: basic },
    ]);
    expect(server.requests).toHaveLength(0);
  });

  it("carries what is said over TLS, of which it hears nothing", async () => {
    const [server, { url, seen }] = [await serving(), await proxy()];
    const port = await securely(server);
    const environment = {
      VLLM_BASE_URL: `https://localhost:${port}/v1`,
      VLLM_API_KEY: serverKey,
      HTTPS_PROXY: url,
    };
    // Nobody vouches for the server.
    await expect(ask("vllm/some-model", environment)).rejects.toThrow("NODE_EXTRA_CA_CERTS");
    expect(server.requests).toHaveLength(0);
    trustAll();
    expect(await ask("vllm/some-model", environment)).toBe("Fine.");
    const tunnel = { method: "CONNECT", target: `localhost:${port}`, authorization: basic };
    expect(seen).toEqual([tunnel, tunnel]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).toMatchObject({
      host: `localhost:${port}`,
      authorization: `Bearer ${serverKey}`,
    });
    expect(server.requests[0]?.headers).not.toHaveProperty("proxy-authorization");
  });

  it("that opens no tunnel is told as such", async () => {
    const refusing = createServer();
    refusing.on("connect", (_, socket) =>
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
    );
    refusing.listen(0, "127.0.0.1");
    await once(refusing, "listening");
    onTestFinished(() => void refusing.close());
    const { port } = refusing.address() as AddressInfo;
    const environment = {
      VLLM_BASE_URL: "https://models.invalid/v1",
      HTTPS_PROXY: `127.0.0.1:${port}`,
    };
    await expect(ask("vllm/some-model", environment)).rejects.toThrow(
      "407 Proxy Authentication Required",
    );
    await expect(ask("vllm/some-model", environment)).rejects.toThrow("check HTTPS_PROXY");
  });

  it.each([
    ["http://a.example/v1", "a.example", true],
    ["http://a.example/v1", ".example", true],
    ["http://a.example/v1", "other, *.example", true],
    ["http://a.example:8080/v1", "a.example:8080", true],
    ["http://a.example:8080/v1", "a.example:80", false],
    ["http://banana.example/v1", "ana.example", false],
    ["http://[::1]:8080/v1", "::1", true],
    ["http://a.example/v1", "*", true],
    ["http://a.example/v1", "", false],
  ])("is not used for %s with NO_PROXY=%s: %s", (url, list, isExempt) => {
    const found = proxyFor(new URL(url), { HTTP_PROXY: "http://proxy:1", NO_PROXY: list });
    expect(found === null).toBe(isExempt);
  });

  it("keeps its password", () => {
    const redact = redactor({ HTTPS_PROXY: "http://user:planted-secret@proxy:3128" });
    expect(redact(`planted-secret ${basic}`)).not.toContain("planted-secret");
    expect(redact(basic)).toBe("Basic [key removed]");
  });
});

describe("headers of a gateway", () => {
  it("come from options and from the environment, and stand in no text", async () => {
    const server = await serving();
    const environment = {
      ...server.environment("my-gateway"),
      MY_GATEWAY_HEADERS: "X-Team: blue, X-Plan: planted-1",
    };
    await ask("my-gateway/some-model", environment, { headers: ["X-Trace:planted-2: a, b"] });
    expect(server.requests[0]?.headers).toMatchObject({
      "x-team": "blue",
      "x-plan": "planted-1",
      "x-trace": "planted-2: a, b",
    });
    const redact = redactor(environment, ["Authorization: Bearer planted-3"]);
    expect(redact("planted-1 planted-3")).toBe("[key removed] [key removed]");
  });

  it("may hold the key", async () => {
    const server = await serving();
    const environment = { OPENAI_BASE_URL: server.url, OPENAI_HEADERS: "Authorization: Token abc" };
    await ask("openai/gpt-4o-mini", environment);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: "Token abc" });
  });

  it.each(["X-Team", "X Team: blue", "Host: other", "X-Team:", "X-Key: planted-secré"])(
    "are refused where they are none, and not shown: %s",
    async (header) => {
      const asked = ask("vllm/some-model", {}, { headers: [header] });
      await expect(asked).rejects.toMatchObject({ code: "bad-configuration" });
      await expect(asked).rejects.not.toThrow("planted");
    },
  );
});

describe("an address of Azure's", () => {
  it("has its query behind the path, and the key in a header of its own", async () => {
    const server = await serving();
    const base = server.url.replace("/v1", "/openai/deployments/gpt4o?api-version=2024-10-21");
    await ask("azure/gpt4o", { AZURE_BASE_URL: base, AZURE_API_KEY: serverKey });
    expect(server.requests[0]?.path).toBe(
      "/openai/deployments/gpt4o/chat/completions?api-version=2024-10-21",
    );
    expect(server.requests[0]?.headers).toMatchObject({ "api-key": serverKey });
    expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("is spoken to by OpenAI's Responses API as well", async () => {
    const server = await serving();
    const environment = {
      AZURE_BASE_URL: server.url.replace("/v1", "/openai/v1"),
      AZURE_OPENAI_API_KEY: serverKey,
    };
    await ask("azure/house", environment, { api: "responses" });
    expect(server.requests[0]).toMatchObject({
      path: "/openai/v1/responses",
      headers: { "api-key": serverKey },
    });
  });
});
