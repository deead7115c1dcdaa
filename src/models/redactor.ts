import type { ModelReply } from "../contract/index.ts";
import type { Environment } from "./endpoint.ts";
import { headersIn } from "./given-headers.ts";

/** Puts a mark in place of every key that a text holds. */
export type Redact = (text: string) => string;

const SECRET_NAME = /(?:_API_KEY|_KEY|_TOKEN|_SECRET|_PASSWORD)$/;
/** Shorter texts are no keys of any provider, and would be found in every other word. */
const SHORTEST = 8;
const MARK = "[key removed]";

/** Values of headers and passwords are secrets though they may be shorter. */
const SHORTEST_HEADER = 6;

/**
 * Removes the keys of an environment from texts, the values of headers that were given and the passwords
 * of proxies, also where they were escaped on the way.
 */
export function redactor(environment: Environment, headers: readonly string[] = []): Redact {
  const named = Object.entries(environment);
  const keys = named
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([, value]) => value?.trim() ?? "")
    .filter((value) => value.length >= SHORTEST);
  const lines = named.flatMap(([name, value]) => (name.endsWith("_HEADERS") ? [value ?? ""] : []));
  const values = [...lines, ...headers]
    .flatMap(valuesIn)
    .flatMap((value) => [value, value.replace(/^[A-Za-z]+ +/u, "")]);
  const passwords = named.flatMap(([name, value]) =>
    /_PROXY$/iu.test(name) ? passwordIn(value ?? "") : [],
  );
  const secrets = [
    ...keys,
    ...[...values, ...passwords].filter((value) => value.length >= SHORTEST_HEADER),
  ].flatMap((value) => [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
  // A longer key goes first, since a shorter one may be its beginning.
  const ordered = [...new Set(secrets)].toSorted((a, b) => b.length - a.length);
  if (ordered.length === 0) return (text) => text;
  return (text) => ordered.reduce((cleaned, secret) => cleaned.replaceAll(secret, MARK), text);
}

/** What is no header is refused elsewhere, where one is asked for. */
function valuesIn(line: string): readonly string[] {
  try {
    return Object.values(headersIn(line, ""));
  } catch {
    return line.split(/[:,\r\n]/u).map((part) => part.trim());
  }
}

function passwordIn(url: string): readonly string[] {
  const [, user = ""] = /^(?:\w+:\/\/)?([^/@]*)@/u.exec(url) ?? [];
  const password = user.replace(/^[^:]*:/u, "");
  return password === ""
    ? []
    : [password, Buffer.from(decodeURIComponent(user)).toString("base64")];
}

/** A reply without keys; where its tokens one after the other spell a key, they are left out. */
export function redactedReply(reply: ModelReply, redact: Redact): ModelReply {
  // Where none stands in the whole of it, none stands in its parts.
  const whole = JSON.stringify(reply);
  if (reply.logProbs === undefined && redact(whole) === whole) return reply;
  const { logProbs = [], ...rest } = reply;
  const spelled = logProbs.map(({ token }) => token).join("");
  const hidesNone = redact(spelled) === spelled;
  const told = hidesNone ? reply : { ...rest, ignored: [...rest.ignored, "topLogProbs"] };
  return redactDeep(told, redact);
}

/** The same value with every text in it redacted, keys of objects included. */
export function redactDeep<T>(value: T, redact: Redact): T {
  return redacted(value, redact) as T;
}

function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => redacted(part, redact));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [redact(key), redacted(part, redact)]),
  );
}
