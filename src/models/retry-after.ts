type Headers = Readonly<Record<string, string>>;

const RETRY_INFO = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/;
const MINUTE = 60_000;

/**
 * Milliseconds that a server wants to be left alone, from its headers (`retry-after` in seconds or
 * as a date, https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, or `retry-after-ms`), from its
 * body as Google says it (`retryDelay`), from the reset of the limit that was reached, as OpenAI,
 * Anthropic and Groq send it, or from its words; `null` where it says nothing that can be read.
 */
export function retryAfterOf(headers: Headers, body: string, now: number): number | null {
  const exact = counted(headers["retry-after-ms"], 1);
  if (exact !== null) return exact;
  const header = headers["retry-after"];
  const seconds = counted(header, 1000);
  if (seconds !== null) return seconds;
  const date = header === undefined ? NaN : Date.parse(header);
  if (Number.isFinite(date)) return Math.max(0, date - now);
  return counted(RETRY_INFO.exec(body)?.[1], 1000) ?? resetOf(headers, now) ?? inWords(body);
}

function counted(text: string | undefined, unit: number): number | null {
  if (text === undefined || !/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return null;
  const value = Number(text) * unit;
  return Number.isFinite(value) ? value : null;
}

const RESET = /^(?:x-ratelimit-reset-(.+)|anthropic-ratelimit-(.+)-reset)$/;

/** When the limit that has nothing left begins anew: `6m0s`, or a date. */
function resetOf(headers: Headers, now: number): number | null {
  const waits = Object.entries(headers).flatMap(([name, value]) => {
    const [, ours, theirs] = RESET.exec(name) ?? [];
    const left =
      ours === undefined
        ? headers[`anthropic-ratelimit-${theirs}-remaining`]
        : headers[`x-ratelimit-remaining-${ours}`];
    if (left?.trim() !== "0") return [];
    const wait = durationOf(value) ?? Date.parse(value) - now;
    return Number.isFinite(wait) && wait >= 0 ? [wait] : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

const IN_WORDS =
  /(?:retry|try again|reset|available|wait)(?:s|ing)?[^.\d]{0,20}?(?:in|after|for)\s+((?:\d+(?:\.\d+)?\s*(?:ms|milliseconds?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|days?|d)\b[\s,]*(?:and\s+)?)+)/i;

/** `Please try again in 6m0s`, as OpenAI, Groq and Google write it. */
function inWords(body: string): number | null {
  const told = IN_WORDS.exec(body)?.[1];
  return told === undefined ? null : durationOf(told);
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milli)/i, 1],
  [/^d/i, 24 * 60 * MINUTE],
  [/^h/i, 60 * MINUTE],
  [/^m/i, MINUTE],
  [/^s/i, 1000],
];

/** `1h2m3.5s`, `20 seconds`, `120ms`; `null` where it is nothing of the kind. */
function durationOf(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|milli\w*|[dhms]\w*)/gi)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, count, unit = ""]) => {
    const [, worth = 0] = UNITS.find(([form]) => form.test(unit)) ?? [];
    return sum + Number(count) * worth;
  }, 0);
}
