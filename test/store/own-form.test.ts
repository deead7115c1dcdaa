import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/core/index.ts";
import { modelRecordSchema, runEventSchema } from "../../src/store/index.ts";
import { encodeLine } from "../../src/store/line-codec.ts";
import { ownEvent } from "../../src/store/own-event.ts";
import { ownModelRecord } from "../../src/store/own-model-record.ts";
import { anyEvent, anyEventOf } from "./arbitraries.ts";
import { anyRecordOf } from "./model-arbitraries.ts";

/** What hostile or careless hands may put in the place of a part. */
const anyOddity: fc.Arbitrary<() => unknown> = fc.constantFrom<(() => unknown)[]>(
  () => NaN,
  () => Infinity,
  () => -0,
  () => -1,
  () => 0.5,
  () => 2 ** 60,
  () => undefined,
  () => null,
  () => "",
  () => "x",
  () => true,
  () => [],
  () => [undefined],
  () => Array<unknown>(2),
  () => ({}),
  () => JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as unknown,
  () => new Date(0),
  () => new Map([["a", 1]]),
  () => Object.create({ inherited: 1 }) as unknown,
  () => ({ toJSON: () => "another" }),
  () => 1n,
  () => Symbol("s"),
  () => () => 1,
  () => "2026-13-01T00:00:00.000Z",
  () => "2026-12-01T24:00:00.000Z",
  () => "called",
  () => "note-taken",
);

/** The value with a part at a drawn place replaced, taken out, or set beside another. */
function spoiled(value: unknown, draws: readonly number[], oddity: unknown): unknown {
  const [draw = 0, ...rest] = draws;
  if (typeof value !== "object" || value === null || draws.length === 0) return oddity;
  const keys = Object.keys(value);
  const key = keys[draw % (keys.length + 2)];
  if (Array.isArray(value))
    return key === undefined
      ? [...(value as unknown[]), oddity]
      : (value as unknown[]).map((part, at) =>
          String(at) === key ? spoiled(part, rest, oddity) : part,
        );
  if (key === undefined) return { ...value, [draw % 2 === 0 ? "more" : "__proto__x"]: oddity };
  const parts = Object.entries(value);
  if (rest.length === 0 && draw % 3 === 0)
    return Object.fromEntries(parts.filter(([name]) => name !== key));
  return Object.fromEntries(
    parts.map(([name, part]) => [name, name === key ? spoiled(part, rest, oddity) : part]),
  );
}

const anyDraws = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });

/** The line that a schema makes of a value; `null` where it refuses it. */
function lineOf(schema: Parameters<typeof encodeLine>[0], value: unknown): string | null {
  try {
    return encodeLine(schema, value);
  } catch {
    return null;
  }
}

describe.each([
  ["event", anyEvent as fc.Arbitrary<unknown>, ownEvent, runEventSchema],
  [
    "record of a call",
    fc.oneof(...Object.values(anyRecordOf)) as fc.Arbitrary<unknown>,
    ownModelRecord,
    modelRecordSchema,
  ],
] as const)("an own %s", (_, anyRecord, own, schema) => {
  const agrees = (value: unknown): boolean => {
    const copy = own(value);
    if (copy === null) return false;
    const line = lineOf(schema, value);
    expect(line).not.toBeNull();
    expect(canonicalJson(copy)).toBe(canonicalJson(JSON.parse(line ?? "")));
    // As it is read again, it is what it was: nothing is lost on the way to the disk.
    expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
    return true;
  };

  it("is what the schema makes of it", () => {
    let known = 0;
    fc.assert(
      fc.property(anyRecord, (record) => void (known += agrees(record) ? 1 : 0)),
      {
        numRuns: 500,
      },
    );
    expect(known).toBeGreaterThan(50);
  });

  it("is none where the schema refuses it, whatever is put into it", () => {
    fc.assert(
      fc.property(anyRecord, anyDraws, anyOddity, (record, draws, oddity) => {
        const value = spoiled(record, draws, oddity());
        // It is none, or what the schema makes of it.
        expect(own(value) === null || agrees(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is a copy that nobody else holds", () => {
    const shared: unknown[] = [];
    fc.assert(
      fc.property(anyRecord, (record) => {
        const copy = own(record);
        if (copy !== null && sharesPart(record, copy)) shared.push(copy);
      }),
    );
    expect(shared).toEqual([]);
  });
});

function sharesPart(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return false;
  return (
    a === b || Object.keys(a).some((key) => sharesPart(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

it("reads each part once, so that nobody can change it between two looks", () => {
  let looks = 0;
  const note = {
    topic: "doubt",
    get text() {
      looks += 1;
      return looks === 1 ? "first" : (NaN as unknown as string);
    },
  };
  fc.assert(
    fc.property(anyEventOf["problem-started"], (started) => {
      looks = 0;
      const copy = ownEvent({
        ...started,
        at: "2026-12-01T10:00:00.000Z",
        kind: "note-taken",
        note,
      });
      expect(copy).toMatchObject({ note: { text: "first" } });
      expect(looks).toBe(1);
    }),
    { numRuns: 20 },
  );
});
