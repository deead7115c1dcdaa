import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { httpFetch } from "../../src/models/index.ts";

const MOST = 1000;

/** A server that does one thing; gives its address and counts connections. */
async function serving(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<{ readonly url: string; connections(): number }> {
  let connections = 0;
  const server = createServer((request, response) => void answer(request, response));
  server.on("connection", () => (connections += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1?a=b%20c`, connections: () => connections };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** What both ways of sending make of an answer. */
async function comparable(response: Response): Promise<unknown> {
  const names = ["content-type", "retry-after", "x-two"];
  return {
    status: response.status,
    text: response.statusText,
    ok: response.ok,
    headers: names.map((name) => response.headers.get(name)),
    body: await response.text(),
  };
}

describe("a request over Node's own client", () => {
  it.each([
    [200, "café ☕ \u2028 end"],
    [200, ""],
    [204, ""],
    [400, '{"error": "no"}'],
    [429, "later"],
    [500, "<html>"],
  ])("is answered with %i as by the standard fetch", async (status, body) => {
    const { url } = await serving((_, response) => {
      response.writeHead(status, {
        "content-type": "text/plain; charset=utf-8",
        "retry-after": "7",
        "x-two": ["a", "b"],
      });
      response.end(body);
    });
    const init = { method: "POST", body: "{}" };
    expect(await comparable(await httpFetch(MOST)(url, init))).toEqual(
      await comparable(await fetch(url, init)),
    );
  });

  it("arrives with its path, headers and body", async () => {
    const { url } = await serving(async (request, response) => {
      const { method, url: path, headers } = request;
      const seen = {
        method,
        path,
        key: headers["authorization"],
        length: headers["content-length"],
      };
      response.end(JSON.stringify({ ...seen, body: await bodyOf(request) }));
    });
    const body = "ä☕";
    const init = { method: "POST", headers: { Authorization: "Bearer 1" }, body };
    expect(await (await httpFetch(MOST)(url, init)).json()).toEqual({
      method: "POST",
      path: "/v1?a=b%20c",
      key: "Bearer 1",
      length: "5",
      body,
    });
  });

  it("uses a connection again", async () => {
    const { url, connections } = await serving((request, response) => {
      request.resume();
      response.end("yes");
    });
    const send = httpFetch(MOST);
    for (let count = 0; count < 5; count += 1) await (await send(url, { method: "POST" })).text();
    expect(connections()).toBe(1);
  });

  it("follows no redirection", async () => {
    const { url } = await serving((_, response) => {
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const { status, headers } = await httpFetch(MOST)(url, { method: "POST" });
    expect([status, headers.get("location")]).toEqual([307, "/elsewhere"]);
  });

  it("hears as many bytes as it may, and hangs up at the next", async () => {
    const endings: Promise<unknown>[] = [];
    const { url } = await serving((request, response) => {
      endings.push(once(response, "close"));
      const length = Number(request.headers["x-length"]);
      response.write("x".repeat(length));
      if (length <= MOST) response.end();
    });
    const send = httpFetch(MOST);
    const whole = await send(url, { headers: { "x-length": String(MOST) } });
    expect(await whole.text()).toHaveLength(MOST);
    const long = await send(url, { headers: { "x-length": String(MOST + 1) } });
    await expect(long.text()).rejects.toThrow("at most 1000 bytes");
    await Promise.all(endings);
  });

  it("fails where nobody listens, and where the connection is cut", async () => {
    const send = httpFetch(MOST);
    await expect(send("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    const { url } = await serving((_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("half", () => response.destroy());
    });
    await expect((await send(url)).text()).rejects.toMatchObject({ code: "ECONNRESET" });
    const silent = await serving((request) => request.socket.destroy());
    await expect(send(silent.url)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("says nothing in the clear to a server that is to be spoken to in secret", async () => {
    const { url } = await serving((_, response) => response.end("heard"));
    await expect(httpFetch(MOST)(url.replace("http:", "https:"))).rejects.toMatchObject({
      code: expect.stringMatching(/SSL|EPROTO/u),
    });
  });

  it.each(["before it is sent", "before it is answered", "in the midst of the answer"])(
    "is called off %s",
    async (moment) => {
      const { url } = await serving((_, response) => {
        if (moment === "in the midst of the answer") response.write("half");
      });
      const ending = new AbortController();
      if (moment === "before it is sent") ending.abort();
      const answer = httpFetch(MOST)(url, { signal: ending.signal });
      const heard = moment.startsWith("in") ? (await answer).text() : answer;
      ending.abort();
      await expect(heard).rejects.toThrow(/abort/i);
    },
  );

  it("lets go of the server when nobody wants the rest", async () => {
    const gone: Promise<unknown>[] = [];
    const { url } = await serving((_, response) => {
      gone.push(once(response, "close"));
      response.write("half");
    });
    const { body } = await httpFetch(MOST)(url);
    await body?.cancel();
    await Promise.all(gone);
    expect(gone).toHaveLength(1);
  });
});
