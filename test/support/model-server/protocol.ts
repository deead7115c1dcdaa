import type { ServedReply } from "./served-turn.ts";

type ServedUsage = NonNullable<ServedReply["usage"]>;

/** How one kind of server puts its replies on the wire, as server-sent events. */
export interface ServedProtocol {
  readonly name: string;
  /** Whether a path is one of this protocol's. */
  fits(path: string): boolean;
  /** The model that a request asks for. */
  modelOf(path: string, body: Readonly<Record<string, unknown>>): string;
  /** The events of a whole reply to a request. */
  reply(reply: ServedReply, model: string, body: Readonly<Record<string, unknown>>): string[];
  /** The events that begin a reply and say one text, without an end. */
  opening(text: string, model: string): string[];
  /** One more event with a text. */
  more(text: string, model: string): string;
  /** An event that tells of a fault. */
  fault(type: string, message: string): string;
}

const VERBATIM = /"verbatim:([^"]*)"/gu;

/** A text in pieces, so that it comes bit by bit. */
export function pieces(text: string, size = 7): string[] {
  return text.match(new RegExp(`[^]{1,${size}}`, "gu")) ?? [];
}

/** Tokens as they are counted here: what matters is that they can be told apart. */
export function usageOf({ usage }: ServedReply): Required<Omit<ServedUsage, "cost">> {
  return { input: 100, cached: 0, output: 20, ...usage };
}

/** Arguments as the model wrote them. */
export function written(given: string | Readonly<Record<string, unknown>>): string {
  return typeof given === "string" ? given : JSON.stringify(given);
}

/** How a reply ends. */
export function finishOf({ finish, calls = [] }: ServedReply): NonNullable<ServedReply["finish"]> {
  return finish ?? (calls.length > 0 ? "tool-calls" : "stop");
}

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  const json = JSON.stringify(data);
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${json.replaceAll(VERBATIM, "$1")}\n\n`;
}

/** The model that a JSON body names. */
export function modelInBody(body: Readonly<Record<string, unknown>>): string {
  return typeof body["model"] === "string" ? body["model"] : "unnamed";
}
