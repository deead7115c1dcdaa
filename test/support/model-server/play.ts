import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { ServedProtocol } from "./protocol.ts";
import type { SeenRequest, ServedTurn } from "./served-turn.ts";

/** Plays one turn of a script to a client. */
export async function play(
  turn: ServedTurn,
  protocol: ServedProtocol,
  seen: SeenRequest,
  response: ServerResponse,
): Promise<void> {
  const send = sender(seen, response);
  if (turn.kind === "status") {
    const { status, headers = {}, body = { error: { message: `status ${status}` } } } = turn;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    await send(typeof body === "string" ? body : JSON.stringify(body));
    response.end();
    return;
  }
  if (turn.kind === "wire") return playWire(turn, protocol, response, send);
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  // Whoever talks for long waits many times for the other side.
  response.setMaxListeners(0);
  switch (turn.kind) {
    case "reply":
      for (const event of protocol.reply(turn, turn.model ?? seen.model, seen.body))
        await send(event);
      response.end();
      break;
    case "cut":
      for (const event of protocol.opening(turn.text, seen.model)) await send(event);
      if (turn.politely === true) response.end();
      else response.destroy();
      break;
    case "malformed":
      for (const event of protocol.opening("Well, ", seen.model)) await send(event);
      await send('data: {"choices": [{"delta"\n\n');
      response.end();
      break;
    case "fault":
      for (const event of protocol.opening("Well, ", seen.model)) await send(event);
      await send(protocol.fault(turn.type, turn.message));
      response.end();
      break;
    case "endless":
      await talk(turn, protocol, seen, response, send);
      break;
    case "silent":
      break;
  }
}

async function playWire(
  { status = 200, headers, events, comment, body }: Extract<ServedTurn, { readonly kind: "wire" }>,
  { name }: ServedProtocol,
  response: ServerResponse,
  send: (text: string) => Promise<void>,
): Promise<void> {
  const type = events === undefined ? "application/json" : "text/event-stream";
  response.writeHead(status, { "content-type": type, ...headers });
  if (comment !== undefined) await send(`${comment}\n\n`);
  for (const data of events ?? []) {
    const isNamed = name === "anthropic" && typeof data === "object" && data !== null;
    const label = isNamed ? `event: ${String(Reflect.get(data, "type"))}\n` : "";
    await send(`${label}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
  }
  if (body !== undefined) await send(typeof body === "string" ? body : JSON.stringify(body));
  response.end();
}

async function talk(
  { oneLine = false, bytes = Infinity }: Extract<ServedTurn, { readonly kind: "endless" }>,
  protocol: ServedProtocol,
  seen: SeenRequest,
  response: ServerResponse,
  send: (text: string) => Promise<void>,
): Promise<void> {
  const words = "and so on ".repeat(400);
  for (const event of protocol.opening("Once ", seen.model)) await send(event);
  while (!response.destroyed && seen.sent < bytes)
    await send(oneLine ? words : protocol.more(words, seen.model));
  response.end();
}

/** Sends as fast as the other side reads. */
function sender(seen: SeenRequest, response: ServerResponse): (text: string) => Promise<void> {
  return async (text) => {
    if (response.destroyed) return;
    seen.sent += Buffer.byteLength(text);
    if (response.write(text)) return;
    await Promise.race([once(response, "drain"), once(response, "close")]);
  };
}
