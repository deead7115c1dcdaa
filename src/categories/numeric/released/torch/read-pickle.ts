import { badFile } from "./bad-file.ts";
import { ByteReader } from "./byte-reader.ts";
import { called, namedGlobal, storageOf } from "./pickle-calls.ts";
import { PickleStack } from "./pickle-stack.ts";
import { sortOf } from "./pickle-value.ts";
import type { PickleDictionary, PickleValue } from "./pickle-value.ts";

/**
 * A step takes at least one byte and puts at most one value, so that this bounds steps, stack and
 * memo alike; the pickle of a released network has 579 bytes.
 */
const MOST_BYTES = 65_536;
const LONGEST_TEXT = 1024;
const PROTOCOL = 0x80;
const STOP = 0x2e;

interface Machine {
  readonly reader: ByteReader;
  readonly stack: PickleStack;
  readonly memo: Map<number, PickleValue>;
}

type Operation = (machine: Machine) => void;

/** Every opcode that PyTorch writes for a state dictionary, under its name in `pickletools`. */
const operations: ReadonlyMap<number, Operation> = new Map<number, Operation>([
  [0x28, ({ stack }) => stack.mark()], // MARK
  [0x29, ({ stack }) => stack.push(tuple([]))], // EMPTY_TUPLE
  [0x4a, ({ stack, reader }) => stack.push(reader.int32())], // BININT
  [0x4b, ({ stack, reader }) => stack.push(reader.uint8())], // BININT1
  [0x4d, ({ stack, reader }) => stack.push(reader.uint16())], // BININT2
  [0x51, ({ stack }) => stack.push(storageOf(stack.pop()))], // BINPERSID
  [0x52, reduce], // REDUCE
  [0x58, ({ stack, reader }) => stack.push(text(reader))], // BINUNICODE
  [0x62, build], // BUILD
  [0x63, ({ stack, reader }) => stack.push(namedGlobal(line(reader), line(reader)))], // GLOBAL
  [0x68, (machine) => recall(machine, machine.reader.uint8())], // BINGET
  [0x6a, (machine) => recall(machine, machine.reader.uint32())], // LONG_BINGET
  [0x71, ({ memo, stack, reader }) => memo.set(reader.uint8(), stack.top())], // BINPUT
  [0x72, ({ memo, stack, reader }) => memo.set(reader.uint32(), stack.top())], // LONG_BINPUT
  [0x73, ({ stack }) => setItems(stack, stack.popSeveral(2))], // SETITEM
  [0x74, ({ stack }) => stack.push(tuple(stack.popToMark()))], // TUPLE
  [0x75, ({ stack }) => setItems(stack, stack.popToMark())], // SETITEMS
  [0x7d, ({ stack }) => stack.push({ kind: "dictionary", entries: new Map() })], // EMPTY_DICT
  [0x85, ({ stack }) => stack.push(tuple(stack.popSeveral(1)))], // TUPLE1
  [0x86, ({ stack }) => stack.push(tuple(stack.popSeveral(2)))], // TUPLE2
  [0x87, ({ stack }) => stack.push(tuple(stack.popSeveral(3)))], // TUPLE3
  [0x88, ({ stack }) => stack.push(true)], // NEWTRUE
  [0x89, ({ stack }) => stack.push(false)], // NEWFALSE
]);

/**
 * The value that a pickle of protocol 2 describes, within the subset that PyTorch writes for a
 * state dictionary; any other opcode or name is refused with `bad-data`, and nothing is ever run.
 * Opcodes: https://github.com/python/cpython/blob/3.12/Lib/pickletools.py
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  if (bytes.length > MOST_BYTES) {
    throw badFile(`a pickle of at most ${MOST_BYTES} bytes`, `${bytes.length}`);
  }
  const machine = { reader: new ByteReader(bytes), stack: new PickleStack(), memo: new Map() };
  const { reader, stack } = machine;
  if (reader.uint8() !== PROTOCOL || reader.uint8() !== 2) {
    throw badFile("a pickle of protocol 2", "something else");
  }
  for (let opcode = reader.uint8(); opcode !== STOP; opcode = reader.uint8()) {
    const operate = operations.get(opcode);
    if (operate === undefined) {
      const shown = `0x${opcode.toString(16).padStart(2, "0")} at byte ${reader.at - 1}`;
      throw badFile("pickle opcodes that a state dictionary needs", `${shown}, which is refused`);
    }
    operate(machine);
  }
  if (!reader.atEnd) throw badFile("the end of the pickle after its stop", "more bytes");
  return stack.result();
}

function reduce({ stack }: Machine): void {
  const args = stack.pop();
  stack.push(called(stack.pop(), args));
}

/** Attributes on a dictionary, such as PyTorch's `_metadata`, say nothing about the tensors. */
function build({ stack }: Machine): void {
  dictionary(stack.pop());
  dictionary(stack.top());
}

function recall({ memo, stack }: Machine, index: number): void {
  const value = memo.get(index);
  if (value === undefined) throw badFile(`a value under ${index} in the pickle's memo`, "none");
  stack.push(value);
}

function setItems(stack: PickleStack, items: readonly PickleValue[]): void {
  const { entries } = dictionary(stack.top());
  for (let i = 0; i < items.length; i += 2) {
    const [key, value] = items.slice(i, i + 2);
    if (typeof key !== "string" || value === undefined || entries.has(key)) {
      throw badFile("names in a dictionary, each once and with a value", `a ${sortOf(key)}`);
    }
    entries.set(key, value);
  }
}

function dictionary(value: PickleValue): PickleDictionary {
  if (typeof value === "object" && value.kind === "dictionary") return value;
  throw badFile("a dictionary in the pickle", `a ${sortOf(value)}`);
}

function tuple(items: readonly PickleValue[]): PickleValue {
  return { kind: "tuple", items };
}

function text(reader: ByteReader): string {
  const length = reader.uint32();
  if (length > LONGEST_TEXT) throw badFile(`texts of at most ${LONGEST_TEXT} bytes`, `${length}`);
  return reader.text(length);
}

/** The bytes up to the next line feed, each as one character. */
function line(reader: ByteReader): string {
  let out = "";
  for (let byte = reader.uint8(); byte !== 0x0a; byte = reader.uint8()) {
    out += String.fromCharCode(byte);
    if (out.length > LONGEST_TEXT)
      throw badFile(`names of at most ${LONGEST_TEXT} bytes`, "a longer one");
  }
  return out;
}
