import { APICallError } from "@ai-sdk/provider";
import { messageOf, systemCode } from "../core/index.ts";
import { Overlong } from "./http-fetch.ts";
import { causeOf } from "./cause-of.ts";
import { Unfinished } from "./collect-reply.ts";
import { retryAfterOf } from "./retry-after.ts";
import { Silence } from "./watch-silence.ts";

/** Why a request brought no reply, and whether another try may. */
export interface ModelFault {
  /** May pass by itself; the account has no credit left; will be the same next time. */
  readonly kind: "transient" | "quota" | "permanent";
  readonly status: number | null;
  /** What the server or the network said, on one line; may hold keys still. */
  readonly summary: string;
  /** Milliseconds that the server wants to be left alone; `null` where it did not say. */
  readonly retryAfter: number | null;
}

const LONGEST_SUMMARY = 500;
/** A server that wants to be left alone for an hour or more has no capacity left to wait for. */
const LONG_AFTER = 3_600_000;
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 409, 425, 429]);
const LASTING_STATUS: ReadonlySet<number> = new Set([501, 505, 511]);
const OUT_OF_CREDIT =
  /insufficient[_ ](?:quota|balance|credit|funds)|credit balance|billing|exceeded your current quota|payment required|out of credits/i;
const PASSING_WORDS =
  /overloaded|rate.?limit|too many requests|server_error|internal error|timeout|unavailable|try again/i;
/** What the providers' packages throw where a reply is not as it should be. */
const UNREADABLE: ReadonlySet<string> = new Set([
  "AI_EmptyResponseBodyError",
  "AI_InvalidResponseDataError",
  "AI_JSONParseError",
  "AI_TypeValidationError",
]);
/** Codes of faults that are no passing ones of the network: certificates, and requests that cannot be. */
const LASTING_CODE = /CERT|^UNABLE_TO|^ERR_(?:INVALID|SSL|TLS|UNESCAPED)|^EPROTO$/;
const NETWORK_WORDS = /^(?:terminated|fetch failed|network error|other side closed)$/i;

/** What a failed request means for the next one. */
export function faultOf(error: unknown, now: number): ModelFault {
  const overlong = causeOf(error, Overlong);
  if (overlong !== null)
    return { kind: "permanent", status: null, summary: overlong.message, retryAfter: null };
  if (APICallError.isInstance(error) && error.statusCode !== undefined)
    return faultOfStatus(error, error.statusCode, now);
  const fault = { status: null, retryAfter: null, summary: oneLine(messageOf(sourceOf(error))) };
  return { ...fault, kind: isPassing(error) ? "transient" : "permanent" };
}

function faultOfStatus(error: APICallError, status: number, now: number): ModelFault {
  const body = error.responseBody ?? "";
  const retryAfter = retryAfterOf(error.responseHeaders ?? {}, body, now);
  const summary = oneLine(error.message === "" ? body : error.message);
  const isOut =
    status === 402 ||
    ((status === 429 || status === 400 || status === 403) && OUT_OF_CREDIT.test(body + summary)) ||
    (retryAfter !== null && retryAfter >= LONG_AFTER);
  const kind = isOut ? "quota" : isPassingStatus(status) ? "transient" : "permanent";
  return { kind, status, summary, retryAfter };
}

/** A reply that was granted and could not be read may be readable next time. */
function isPassingStatus(status: number): boolean {
  if (status < 300 || PASSING_STATUS.has(status)) return true;
  return status >= 500 && !LASTING_STATUS.has(status);
}

/** What came without a status: the network, a broken stream, a fault told in the midst of a reply. */
function isPassing(error: unknown): boolean {
  if (error instanceof Silence || error instanceof Unfinished) return true;
  if (APICallError.isInstance(error)) return error.isRetryable;
  if (!(error instanceof Error)) return PASSING_WORDS.test(textOf(error));
  if (UNREADABLE.has(error.name)) return true;
  const code = systemCode(error);
  if (code !== undefined) return !LASTING_CODE.test(code);
  return NETWORK_WORDS.test(error.message);
}

/** The innermost cause of an error of the network tells most. */
function sourceOf(error: unknown): unknown {
  if (!(error instanceof Error)) return textOf(error);
  return error.cause instanceof Error && error.cause.message !== ""
    ? `${error.message}: ${error.cause.message}`
    : error;
}

function textOf(error: unknown): string {
  return typeof error === "object" && error !== null ? JSON.stringify(error) : String(error);
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SUMMARY);
}
