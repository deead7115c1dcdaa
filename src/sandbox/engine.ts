import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { QuickJSContext, QuickJSSyncVariant } from "quickjs-emscripten-core";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { LEAST_MEMORY, PAGE_BYTES } from "./limits.ts";
import { layoutOf } from "./memory-image.ts";
import type { MemoryLayout } from "./memory-image.ts";
import { WorkMeter } from "./work-meter.ts";
import type { WasmImports, WasmMemory } from "./web-assembly.ts";
import { webAssembly } from "./web-assembly.ts";

/** Thrown through the engine when the program has used up its steps. */
export class OutOfWork extends Error {}

/** Thrown through the engine when the program wants more memory than there is. */
export class OutOfMemory extends Error {}

/** Bytes of stack; on a thread with 32 MiB of its own, the engine's own check always comes first. */
const STACK_BYTES = 512 * 1024;

/** Bytes of stack that the engine's functions may take below the last check. */
const BELOW_STACK_BYTES = 256 * 1024;

/** The engine's C library would otherwise print why it gave up. */
const SILENT = { print: () => undefined, printErr: () => undefined };

type Ffi = Awaited<ReturnType<QuickJSSyncVariant["importFFI"]>>;
type Functions = InstanceType<Ffi>;

/** The functions of an engine that are called without going through a handle. */
export type RawFunctions = Pick<
  Functions,
  "QTS_Call" | "QTS_FreeCString" | "QTS_FreeValuePointer" | "QTS_GetString"
>;

/** What there is of an engine once it has been started. */
interface Started {
  readonly functions: Functions;
  readonly allocate: (bytes: number) => number;
}

interface Parts {
  readonly functions: Ffi;
  readonly loader: Awaited<ReturnType<QuickJSSyncVariant["importModuleLoader"]>>;
  readonly compiled: object;
}

/** What all engines of a thread share: read, compiled and imported once. */
async function loadParts(): Promise<Parts> {
  const path = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  const { QuickJSFFI } = await import("@jitl/quickjs-wasmfile-release-sync/ffi");
  const loader = await import("@jitl/quickjs-wasmfile-release-sync/emscripten-module");
  return {
    functions: QuickJSFFI,
    loader: loader.default,
    compiled: new webAssembly.Module(readFileSync(path)),
  };
}

let parts: Promise<Parts> | undefined;

/** QuickJS in a memory of its own, with one context. */
export interface Engine {
  readonly context: QuickJSContext;
  /** The address of the context. */
  readonly address: Parameters<RawFunctions["QTS_Call"]>[0];
  readonly raw: RawFunctions;
  /** All of its memory, which never grows: it has its full size from the start. */
  readonly bytes: Uint8Array;
  readonly layout: MemoryLayout;
  readonly meter: WorkMeter;
}

/**
 * Starts an engine. What goes beyond the limits is thrown as a host exception through the engine's
 * frames: code inside cannot catch it, and the engine is of no more use.
 */
export async function startEngine(memory: number): Promise<Engine> {
  layout ??= await findLayout();
  const { allocate: _, ...engine } = await instantiate(memory);
  return { ...engine, layout };
}

let layout: MemoryLayout | undefined;

async function findLayout(): Promise<MemoryLayout> {
  const { bytes, allocate } = await instantiate(LEAST_MEMORY);
  return layoutOf(bytes, allocate, STACK_BYTES + BELOW_STACK_BYTES);
}

interface Instance extends Omit<Engine, "layout"> {
  /** The engine's `malloc`. */
  readonly allocate: (bytes: number) => number;
}

async function instantiate(memory: number): Promise<Instance> {
  const { compiled, functions, loader } = await (parts ??= loadParts());
  const pages = Math.floor(memory / PAGE_BYTES);
  // Full from the start, so that what is there never depends on what was asked for before.
  const wasmMemory = new webAssembly.Memory({ initial: pages, maximum: pages });
  const meter = new WorkMeter();
  const guard = guardFor(wasmMemory, meter);
  const instantiateWasm = (imports: WasmImports, onSuccess: (instance: object) => void): object => {
    const instance = new webAssembly.Instance(compiled, guarded(imports, guard));
    onSuccess(instance);
    return instance.exports;
  };
  let started: Started | undefined;
  class Captured extends functions {
    constructor(module: ConstructorParameters<Ffi>[0]) {
      super(module);
      started = { functions: this, allocate: (bytes) => module._malloc(bytes) };
    }
  }
  const variant: QuickJSSyncVariant = {
    type: "sync",
    importFFI: () => Promise.resolve(Captured),
    importModuleLoader: () => Promise.resolve(loader),
  };
  const emscriptenModule = { ...SILENT, instantiateWasm };
  const custom = newVariant(variant, { wasmMemory, emscriptenModule });
  const engine = await newQuickJSWASMModuleFromVariant(custom);
  if (started === undefined) throw new Error("QuickJS was not started");
  const raw = started.functions;
  let address: Engine["address"] | undefined;
  const newContext = raw.QTS_NewContext;
  raw.QTS_NewContext = (...parameters) => (address = newContext(...parameters));
  const runtime = engine.newRuntime({ maxStackSizeBytes: STACK_BYTES });
  runtime.setInterruptHandler(() => meter.look());
  const context = runtime.newContext();
  if (address === undefined) throw new Error("QuickJS gave no context");
  const bytes = new Uint8Array(wasmMemory.buffer);
  return { context, address, raw, bytes, meter, allocate: started.allocate };
}

type Guard = (call: () => unknown) => unknown;

/**
 * Makes a call for the engine, and throws through it where the work is done or where it asked for
 * memory and got none. It asks again for less when it is refused, so that the last answer counts.
 */
function guardFor(memory: WasmMemory, meter: WorkMeter): Guard {
  const grow = memory.grow.bind(memory);
  let refused = false;
  memory.grow = (pages) => {
    refused = true;
    const before = grow(pages);
    refused = false;
    return before;
  };
  return (call) => {
    refused = false;
    const result = call();
    if (refused) throw new OutOfMemory();
    if (meter.over) throw new OutOfWork();
    return result;
  };
}

/** Every function that the engine imports, called through `guard`. */
function guarded(imports: WasmImports, guard: Guard): WasmImports {
  const wrap = (part: unknown): unknown =>
    typeof part === "function"
      ? (...parameters: unknown[]) => guard(() => Reflect.apply(part, undefined, parameters))
      : part;
  return mapValues(imports, (module) => mapValues(module, wrap));
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
