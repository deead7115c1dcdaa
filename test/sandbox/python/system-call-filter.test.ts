import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemCallFilter } from "../../../src/sandbox/python/system-call-filter.ts";
import {
  PROGRAM_CALLS,
  READER_CALLS,
  ZYGOTE_CALLS,
} from "../../../src/sandbox/python/system-calls.ts";

const architectures = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
const NOT_THERE = 0x00050000 + 38;
const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;

interface Call {
  readonly number: number;
  readonly architecture: number;
  readonly second?: number;
}

/** Runs a filter as the kernel does: the instructions of classic BPF that filters are made of. */
function verdict(filter: Buffer, { number, architecture, second = 0 }: Call): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number, 0);
  data.writeUInt32LE(architecture, 4);
  data.writeUInt32LE(second, 24);
  let accumulator = 0;
  for (let at = 0; ; at += 8) {
    const operand = filter.readUInt32LE(at + 4);
    const code = filter.readUInt16LE(at);
    if (code === 0x06) return operand;
    if (code === 0x20) accumulator = data.readUInt32LE(operand);
    else if (code === 0x15) at += 8 * filter.readUInt8(at + (accumulator === operand ? 2 : 3));
    else throw new Error(`an unknown instruction ${code}`);
  }
}

const wordArbitrary = fc.oneof(fc.nat(500), fc.integer({ min: 0, max: 0xffffffff }));

describe.each(["x64", "arm64"] as const)("the filter for %s", (name) => {
  const architecture = architectures[name];
  const program = systemCallFilter(name, "program");
  const reader = systemCallFilter(name, "reader");
  const zygote = systemCallFilter(name, "zygote");
  const find = (number: number) => PROGRAM_CALLS.find((call) => call[name] === number);

  it("allows a program what the table lists, and nothing else", () =>
    fc.assert(
      fc.property(wordArbitrary, wordArbitrary, (number, second) => {
        const call = find(number);
        const listed = call !== undefined && (call.commands?.includes(second) ?? true);
        expect(verdict(program, { number, architecture, second })).toBe(listed ? ALLOW : NOT_THERE);
      }),
      { numRuns: 2000 },
    ));

  it("allows the listed commands of a call", () => {
    const listed = PROGRAM_CALLS.flatMap((call) =>
      (call.commands ?? [0]).map((second) => ({ number: call[name], architecture, second })),
    );
    const refused = listed.filter(
      ({ number, ...call }) => number !== null && verdict(program, { number, ...call }) !== ALLOW,
    );
    expect(refused).toEqual([]);
  });

  it("allows the trusted process more, and a program none of that", () => {
    for (const call of [...READER_CALLS, ...ZYGOTE_CALLS]) {
      if (call[name] === null) continue;
      expect(verdict(zygote, { number: call[name], architecture })).toBe(ALLOW);
      expect(verdict(program, { number: call[name], architecture })).toBe(NOT_THERE);
    }
  });

  it("allows a reader what it forks and bounds with, and none of what starts Python", () => {
    const verdicts = (calls: typeof READER_CALLS) =>
      calls.flatMap((call) => {
        const number = call[name];
        return number === null ? [] : [verdict(reader, { number, architecture })];
      });
    expect(new Set(verdicts(READER_CALLS))).toEqual(new Set([ALLOW]));
    expect(new Set(verdicts(ZYGOTE_CALLS))).toEqual(new Set([NOT_THERE]));
  });

  it("ends whoever calls in the convention of another machine", () =>
    fc.assert(
      fc.property(wordArbitrary, wordArbitrary, (number, other) => {
        fc.pre(other !== architecture);
        for (const filter of [program, reader, zygote])
          expect(verdict(filter, { number, architecture: other })).toBe(KILL_PROCESS);
      }),
    ));

  it("knows no x32 call, which has bit 30 in its number", () =>
    fc.assert(
      fc.property(fc.nat(1000), (number) => {
        const call = { number: number + 0x40000000, architecture };
        expect(verdict(zygote, call)).toBe(NOT_THERE);
      }),
    ));
});
