import { messageOf, systemCode } from "../core/index.ts";
import { causeOf } from "./cause-of.ts";
import { meaningOf } from "./fault-codes.ts";
import { Overlong } from "./http-send.ts";
import { ProxyRefusal } from "./proxy.ts";
import { retryAfterOf } from "./retry-after.ts";
import { ServerFault, Unfinished, Unheard, Unreadable } from "./server-fault.ts";
import { readTold, type Told } from "./told.ts";
import { Silence } from "./watch-silence.ts";

/** Why a request brought no reply, and whether another try may. */
export interface ModelFault {
  /** May pass by itself; the account has no credit left; will be the same next time. */
  readonly kind: "transient" | "quota" | "permanent";
  /** Of HTTP, or the one that the server's code stands for. */
  readonly status: number | null;
  /** What the server or the network said, on one line; may hold keys still. */
  readonly summary: string;
  /** Milliseconds that the server wants to be left alone; `null` where it did not say. */
  readonly retryAfter: number | null;
  /** The form of a reply, which will hardly be another: asked again only once. */
  readonly isForm?: boolean;
  /** Nothing of a reply had come and nothing was granted, so that there is nothing to pay. */
  readonly isFree?: boolean;
  /** The server gave no answer at all, or only that it cannot now: others get none either. */
  readonly isOutage?: boolean;
  /** Milliseconds for which the server has been down; absent where it is not known to be. */
  readonly downFor?: number;
  /** Every call would meet it. */
  readonly isOfAll?: boolean;
}

const LONGEST_SUMMARY = 500;
/** A server that wants to be left alone for an hour or more has no capacity left to wait for. */
const LONG_AFTER = 3_600_000;
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 409, 425, 429, 499]);
/** What servers and gateways answer while there is nobody to answer; 52x are Cloudflare's. */
const OUTAGE_STATUS: ReadonlySet<number> = new Set([
  500, 502, 503, 504, 520, 521, 522, 523, 524, 529,
]);
const LASTING_STATUS: ReadonlySet<number> = new Set([501, 505, 511]);
/** Statuses that come with the words of an empty account. */
const CREDIT_STATUS: ReadonlySet<number> = new Set([400, 403, 429]);
/** Words are looked at only where no code decides. */
const OUT_OF_CREDIT =
  /insufficient[_ ](?:quota|balance|credit|funds)|credit balance|billing|exceeded your current quota|payment required|out of credits|recharge|top up/i;
/** A limit that passes, in the words of an empty account. */
const OF_A_WHILE =
  /per[ _-]?(?:minute|second|hour)|\b(?:rpm|tpm|rps|qps|itpm|otpm)\b|rate.?limit|too many requests|concurren/i;
const LASTING_WORDS =
  /not (?:support|allow|exist|found|include|available for|permitted)|unsupported|invalid|unknown|must |missing|exceed|too (?:long|large|many tokens)|context (?:length|window|size)|denied|forbidden|unauthori[sz]ed/i;
const PASSING_WORDS =
  /overloaded|rate.?limit|too many requests|server[_ ]error|internal error|time[d ]?-? ?out|unavailable|try again|temporar|connection|busy|capacity|loading/i;
/** Codes of faults that are no passing ones of the network: certificates, and requests that cannot be. */
const LASTING_CODE = /CERT|^UNABLE_TO|^ERR_(?:INVALID|SSL|TLS|UNESCAPED)|^EPROTO$/;
/** The connection never came about. */
const UNSENT_CODE = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const NETWORK_WORDS = /^(?:terminated|fetch failed|network error|other side closed|aborted)$/i;

/** What a failed request means for the next one. */
export function faultOf(error: unknown, now: number): ModelFault {
  const overlong = causeOf(error, Overlong);
  if (overlong !== null) return plain("permanent", overlong.message);
  if (error instanceof ServerFault) return faultOfServer(error, now);
  if (error instanceof ProxyRefusal) {
    const kind = error.status >= 500 ? "transient" : "permanent";
    return { ...plain(kind, error.message), isFree: true, isOutage: kind === "transient" };
  }
  if (error instanceof Unreadable || error instanceof Unfinished)
    return { ...plain("transient", error.message), isForm: error instanceof Unreadable };
  if (error instanceof Silence) return plain("transient", error.message);
  if (error instanceof Unheard) {
    const fault = faultOf(error.cause, now);
    return fault.kind === "transient" ? { ...fault, isOutage: true } : fault;
  }
  return faultOfNetwork(error);
}

function plain(kind: ModelFault["kind"], words: string): ModelFault {
  return { kind, status: null, summary: oneLine(words), retryAfter: null };
}

function faultOfNetwork(error: unknown): ModelFault {
  const code = error instanceof Error ? systemCode(error) : undefined;
  const isPassing =
    code === undefined
      ? error instanceof Error && NETWORK_WORDS.test(error.message)
      : !LASTING_CODE.test(code);
  return {
    ...plain(isPassing ? "transient" : "permanent", messageOf(sourceOf(error))),
    ...(code !== undefined && UNSENT_CODE.test(code) && { isFree: true }),
  };
}

function faultOfServer(fault: ServerFault, now: number): ModelFault {
  const told = readTold(fault.body);
  const isGranted = fault.status < 400;
  const meaning = meaningOf(told.codes, !isGranted);
  const status = statusOf(fault, told, meaning);
  const retryAfter = retryAfterOf(fault.headers, fault.body, now);
  const summary = oneLine(told.words === "" ? fault.statusText : told.words);
  const isFree = !fault.isBegun;
  const facts = { status, summary, retryAfter, isFree };
  if (isQuota(status, meaning, told, retryAfter)) return { ...facts, kind: "quota" };
  if (status !== null) {
    const kind = isPassingStatus(status) ? "transient" : "permanent";
    return { ...facts, kind, isOutage: isFree && OUTAGE_STATUS.has(status) };
  }
  // Nothing but words is left.
  const lasts = LASTING_WORDS.test(told.words) && !PASSING_WORDS.test(told.words);
  return { ...facts, kind: lasts ? "permanent" : "transient" };
}

/** The status of HTTP, unless it only says that something was granted or went wrong. */
function statusOf(
  { status }: ServerFault,
  told: Told,
  meaning: ReturnType<typeof meaningOf>,
): number | null {
  const coded = typeof meaning === "number" ? meaning : null;
  if (status >= 400 && status < 500)
    return coded !== null && isPassingStatus(coded) ? coded : status;
  const better = told.status ?? coded;
  if (status >= 500) return better ?? status;
  if (status >= 300) return status;
  return better;
}

/** A wait that the server names, and codes of a passing limit, go before words of an empty account. */
function isQuota(
  status: number | null,
  meaning: ReturnType<typeof meaningOf>,
  { words }: Told,
  retryAfter: number | null,
): boolean {
  if (retryAfter !== null && retryAfter >= LONG_AFTER) return true;
  if (meaning === "quota" || status === 402) return true;
  if (status === null || !CREDIT_STATUS.has(status) || !OUT_OF_CREDIT.test(words)) return false;
  return !(
    retryAfter !== null ||
    OF_A_WHILE.test(words) ||
    (meaning === 429 && !/quota|billing/i.test(words))
  );
}

/** A reply that was granted and could not be read may be readable next time. */
function isPassingStatus(status: number): boolean {
  if (status < 300 || PASSING_STATUS.has(status)) return true;
  return status >= 500 && !LASTING_STATUS.has(status);
}

/** The innermost cause of an error of the network tells most. */
function sourceOf(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ""
    ? `${error.message}: ${error.cause.message}`
    : error;
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SUMMARY);
}
