import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { httpSend } from "../../src/models/index.ts";
import type { HttpHead } from "../../src/models/http-send.ts";

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

interface Heard extends HttpHead {
  readonly body: string;
}

/** Posts and hears the whole answer. */
async function post(
  url: string,
  {
    headers = {},
    body = "{}",
    signal = new AbortController().signal,
    send = httpSend(MOST, {}),
  } = {},
): Promise<Heard> {
  let head: HttpHead = { status: 0, statusText: "", headers: {} };
  const pieces: Buffer[] = [];
  await send(
    { url, headers, body },
    {
      head: (heard) => (head = heard),
      piece: (piece) => {
        pieces.push(piece);
        return true;
      },
    },
    signal,
  );
  return { ...head, body: Buffer.concat(pieces).toString("utf8") };
}

describe("a request over Node's own client", () => {
  it.each([
    [200, "café ☕ \u2028 end"],
    [200, ""],
    [204, ""],
    [400, '{"error": "no"}'],
    [429, "later"],
    [500, "<html>"],
  ])("is answered with %i as by the standard fetch", async (status, text) => {
    const { url } = await serving((_, response) => {
      response.writeHead(status, {
        "content-type": "text/plain; charset=utf-8",
        "retry-after": "7",
        "x-two": ["a", "b"],
      });
      response.end(text);
    });
    const standard = await fetch(url, { method: "POST", body: "{}" });
    const names = ["content-type", "retry-after", "x-two"];
    const { status: heard, statusText, headers, body } = await post(url);
    expect([heard, statusText, body]).toEqual([
      standard.status,
      standard.statusText,
      await standard.text(),
    ]);
    expect(names.map((name) => headers[name])).toEqual(
      names.map((name) => standard.headers.get(name)),
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
    expect(
      JSON.parse((await post(url, { headers: { authorization: "Bearer 1" }, body })).body),
    ).toEqual({
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
    const send = httpSend(MOST, {});
    for (let count = 0; count < 5; count += 1) await post(url, { send });
    expect(connections()).toBe(1);
  });

  it("follows no redirection", async () => {
    const { url } = await serving((_, response) => {
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const { status, headers } = await post(url);
    expect([status, headers["location"]]).toEqual([307, "/elsewhere"]);
  });

  it("hears as many bytes as it may, and hangs up at the next", async () => {
    const endings: Promise<unknown>[] = [];
    const { url } = await serving((request, response) => {
      endings.push(once(response, "close"));
      const length = Number(request.headers["x-length"]);
      response.write("x".repeat(length));
      if (length <= MOST) response.end();
    });
    const whole = await post(url, { headers: { "x-length": String(MOST) } });
    expect(whole.body).toHaveLength(MOST);
    const long = post(url, { headers: { "x-length": String(MOST + 1) } });
    await expect(long).rejects.toThrow("at most 1000 bytes");
    await Promise.all(endings);
  });

  it("fails where nobody listens, and where the connection is cut", async () => {
    await expect(post("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    const { url } = await serving((_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("half", () => response.destroy());
    });
    await expect(post(url)).rejects.toMatchObject({ code: "ECONNRESET" });
    const silent = await serving((request) => request.socket.destroy());
    await expect(post(silent.url)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("says nothing in the clear to a server that is to be spoken to in secret", async () => {
    const { url } = await serving((_, response) => response.end("heard"));
    await expect(post(url.replace("http:", "https:"))).rejects.toMatchObject({
      code: expect.stringMatching(/SSL|EPROTO/u),
    });
  });

  it.each(["before it is sent", "before it is answered", "in the midst of the answer"])(
    "is called off %s",
    async (moment) => {
      const ending = new AbortController();
      const { url } = await serving((_, response) => {
        if (moment === "in the midst of the answer") response.write("half");
        else ending.abort();
      });
      if (moment === "before it is sent") ending.abort();
      const heard = httpSend(MOST, {})(
        { url, headers: {}, body: "{}" },
        {
          head: () => undefined,
          piece: () => {
            ending.abort();
            return true;
          },
        },
        ending.signal,
      );
      await expect(heard).rejects.toThrow(/abort/i);
    },
  );

  it.each([
    ["hangs up", () => false, undefined],
    [
      "throws",
      () => {
        throw new Error("enough");
      },
      "enough",
    ],
  ])("lets go of the server when its listener %s", async (_, piece, words) => {
    const gone: Promise<unknown>[] = [];
    const { url } = await serving((__, response) => {
      gone.push(once(response, "close"));
      response.write("half");
    });
    const { signal } = new AbortController();
    const request = { url, headers: {}, body: "{}" };
    const heard = httpSend(MOST, {})(request, { head: () => undefined, piece }, signal);
    if (words === undefined) await heard;
    else await expect(heard).rejects.toThrow(words);
    await Promise.all(gone);
    expect(gone).toHaveLength(1);
  });
});
