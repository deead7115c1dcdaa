type Headers = Readonly<Record<string, string>>;

const RETRY_INFO = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/;

/**
 * Milliseconds that a server wants to be left alone, from its headers (`retry-after` in seconds or
 * as a date, https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, or `retry-after-ms`) or, as
 * Google does, from its body; `null` where it says nothing that can be read.
 */
export function retryAfterOf(headers: Headers, body: string, now: number): number | null {
  const exact = counted(headers["retry-after-ms"], 1);
  if (exact !== null) return exact;
  const header = headers["retry-after"];
  const seconds = counted(header, 1000);
  if (seconds !== null) return seconds;
  const date = header === undefined ? NaN : Date.parse(header);
  if (Number.isFinite(date)) return Math.max(0, date - now);
  return counted(RETRY_INFO.exec(body)?.[1], 1000);
}

function counted(text: string | undefined, unit: number): number | null {
  if (text === undefined || !/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return null;
  const value = Number(text) * unit;
  return Number.isFinite(value) ? value : null;
}
