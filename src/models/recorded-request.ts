import { createHash } from "node:crypto";
import { canonicalJson } from "../core/index.ts";
import { canonicalText, quotedText } from "./canonical-text.ts";
import type { JsonObject, ModelMessage, ModelRequest, RecordedRequest } from "../contract/index.ts";

/** A request as it is compared with others: a later change of its objects changes nothing. */
export interface RequestImage {
  /** Each message as canonical JSON. */
  readonly messages: readonly string[];
  /** Everything but the messages, by name, as canonical JSON. */
  readonly settings: Readonly<Record<string, string>>;
  /** SHA-256 of it all. */
  readonly hash: string;
}

/** The image of a request to a model. */
export function imageOf(model: string, request: ModelRequest): RequestImage {
  const { messages, ...rest } = request;
  const texts = messages.map(canonicalText);
  const settings = Object.fromEntries(
    Object.entries({ model, ...rest })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, settingText(value)]),
  );
  // The canonical JSON of both, of which most was made before.
  const all = `[${canonicalJson(settings)},[${messages.map(quotedText).join(",")}]]`;
  return { messages: texts, settings, hash: sha256(all) };
}

/** Lists, such as that of the tools, are made anew for each call; what is in them is not. */
function settingText(value: unknown): string {
  if (!Array.isArray(value) || value.some((part) => typeof part !== "object" || part === null))
    return canonicalJson(value);
  return `[${value.map(canonicalText).join(",")}]`;
}

/** What a request adds to the one before it in the same conversation, as it is recorded. */
export function recordRequest(image: RequestImage, before: RequestImage | null): RecordedRequest {
  const differing = image.messages.findIndex((text, index) => text !== before?.messages[index]);
  const shared = differing === -1 ? image.messages.length : differing;
  const isSame = before !== null && isEqual(before.settings, image.settings);
  return {
    hash: image.hash,
    shared,
    messages: image.messages.slice(shared).map((text) => JSON.parse(text) as ModelMessage),
    settings: isSame ? null : parsed(image.settings),
  };
}

function isEqual(a: RequestImage["settings"], b: RequestImage["settings"]): boolean {
  return Object.keys({ ...a, ...b }).every((name) => a[name] === b[name]);
}

/** The image of a recorded request, given the one before it in the same conversation. */
export function imageOfRecorded(
  { hash, shared, messages, settings }: RecordedRequest,
  before: RequestImage | null,
): RequestImage {
  return {
    hash,
    messages: [
      ...(before?.messages.slice(0, shared) ?? []),
      ...messages.map((message) => canonicalJson(message)),
    ],
    settings: settings === null ? (before?.settings ?? {}) : rendered(settings),
  };
}

function parsed(settings: RequestImage["settings"]): JsonObject {
  return Object.fromEntries(
    Object.entries(settings).map(([name, text]) => [name, JSON.parse(text) as JsonObject[string]]),
  );
}

function rendered(settings: JsonObject): RequestImage["settings"] {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, canonicalJson(value)]),
  );
}

/** By the machine's own means: conversations are long, and each call hashes all of its own. */
function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
