import type { Architecture, SystemCall } from "./system-calls.ts";
import { PROGRAM_CALLS, READER_CALLS, ZYGOTE_CALLS } from "./system-calls.ts";

// Instructions of classic BPF and answers of seccomp, from `linux/bpf_common.h`, `linux/seccomp.h`.
const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const RETURN = 0x06;
const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
/** "No such call": what makes the C library try an older call, where it has one. */
const NOT_THERE = 0x00050000 | 38;

/** Offsets in `struct seccomp_data`; of the second argument, its low half. */
const CALL_NUMBER = 0;
const CALL_ARCHITECTURE = 4;
const SECOND_ARGUMENT = 24;

/** `AUDIT_ARCH_X86_64` and `AUDIT_ARCH_AARCH64`, from `linux/audit.h`. */
const AUDIT_ARCHITECTURE = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;

/** One instruction; `allow` jumps to the last one, which allows the call, when the test holds. */
interface Instruction {
  readonly code: number;
  readonly operand: number;
  readonly jump?: "allow" | { readonly hit: number; readonly miss: number };
}

/** What each kind of process may call. */
const ALLOWED = {
  program: PROGRAM_CALLS,
  reader: [...PROGRAM_CALLS, ...READER_CALLS],
  zygote: [...PROGRAM_CALLS, ...READER_CALLS, ...ZYGOTE_CALLS],
} as const;

/**
 * A seccomp filter that allows the listed system calls and says of every other that there is no
 * such call; a call in another machine's convention ends the process. See seccomp(2).
 */
export function systemCallFilter(
  architecture: Architecture,
  audience: keyof typeof ALLOWED,
): Buffer {
  return assemble([
    { code: LOAD_WORD, operand: CALL_ARCHITECTURE },
    {
      code: JUMP_IF_EQUAL,
      operand: AUDIT_ARCHITECTURE[architecture],
      jump: { hit: 1, miss: 0 },
    },
    { code: RETURN, operand: KILL_PROCESS },
    { code: LOAD_WORD, operand: CALL_NUMBER },
    ...ALLOWED[audience].flatMap((call) => instructionsFor(call, call[architecture])),
    { code: RETURN, operand: NOT_THERE },
    { code: RETURN, operand: ALLOW },
  ]);
}

function instructionsFor({ commands }: SystemCall, number: number | null): readonly Instruction[] {
  if (number === null) return [];
  if (commands === undefined) return [{ code: JUMP_IF_EQUAL, operand: number, jump: "allow" }];
  return [
    {
      code: JUMP_IF_EQUAL,
      operand: number,
      jump: { hit: 0, miss: commands.length + 2 },
    },
    { code: LOAD_WORD, operand: SECOND_ARGUMENT },
    ...commands.map((command): Instruction => {
      return { code: JUMP_IF_EQUAL, operand: command, jump: "allow" };
    }),
    { code: RETURN, operand: NOT_THERE },
  ];
}

/** Eight bytes an instruction: code, two jumps, operand; a jump counts from the next one. */
function assemble(instructions: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * instructions.length);
  instructions.forEach(({ code, operand, jump = { hit: 0, miss: 0 } }, at) => {
    const toAllow = { hit: instructions.length - at - 2, miss: 0 };
    const { hit, miss } = jump === "allow" ? toAllow : jump;
    bytes.writeUInt16LE(code, 8 * at);
    bytes.writeUInt8(hit, 8 * at + 2);
    bytes.writeUInt8(miss, 8 * at + 3);
    bytes.writeUInt32LE(operand, 8 * at + 4);
  });
  return bytes;
}
