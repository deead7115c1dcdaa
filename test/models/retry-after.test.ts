import * as fc from "fast-check";
import { expect, it } from "vitest";
import { retryAfterOf } from "../../src/models/retry-after.ts";

const now = Date.parse("2026-03-01T12:00:00Z");

it.each<[string, Readonly<Record<string, string>>, string, number | null]>([
  ["seconds", { "retry-after": "17" }, "", 17_000],
  ["parts of a second", { "retry-after": "0.5" }, "", 500],
  ["milliseconds, which are more exact", { "retry-after-ms": "250", "retry-after": "1" }, "", 250],
  ["a date", { "retry-after": "Sun, 01 Mar 2026 12:01:30 GMT" }, "", 90_000],
  ["a date that has passed", { "retry-after": "Sun, 01 Mar 2026 11:00:00 GMT" }, "", 0],
  ["Google's words", {}, '{"error":{"details":[{"retryDelay": "34s"}]}}', 34_000],
  ["nothing", {}, "", null],
  ["nonsense", { "retry-after": "soon" }, "", null],
  ["a negative number", { "retry-after-ms": "-5" }, "", null],
])("reads %s", (_, headers, body, expected) =>
  expect(retryAfterOf(headers, body, now)).toBe(expected),
);

it("gives no wait that is none, whatever a server says", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (header, exact, body) => {
      const headers = { "retry-after": header, "retry-after-ms": exact };
      const wait = retryAfterOf(headers, body, now);
      expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
