import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { QuickJSContext, QuickJSSyncVariant } from "quickjs-emscripten-core";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { LEAST_MEMORY, PAGE_BYTES } from "./limits.ts";
import type { WasmImports, WasmMemory } from "./web-assembly.ts";
import { webAssembly } from "./web-assembly.ts";

/** Thrown through the engine when the program has used up its steps. */
export class OutOfWork extends Error {}

/** Thrown through the engine when the program wants more memory than there is. */
export class OutOfMemory extends Error {}

/**
 * Steps from one look at the work done to the next: `JS_INTERRUPT_COUNTER_INIT` in QuickJS. A step
 * is a function call or a jump; inside a regular expression it is a step of the matcher.
 */
const STEPS_PER_LOOK = 10_000;

/** Bytes of stack; on a thread with 32 MiB of its own, the engine's own check always comes first. */
const STACK_BYTES = 512 * 1024;

/** The engine's C library would otherwise print why it gave up. */
const SILENT = { print: () => undefined, printErr: () => undefined };

interface Parts {
  readonly variant: QuickJSSyncVariant;
  readonly compiled: object;
}

/** What all engines of a thread share: read, compiled and imported once. */
async function loadParts(): Promise<Parts> {
  const path = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  const { QuickJSFFI } = await import("@jitl/quickjs-wasmfile-release-sync/ffi");
  const loader = await import("@jitl/quickjs-wasmfile-release-sync/emscripten-module");
  return {
    variant: {
      type: "sync",
      importFFI: () => Promise.resolve(QuickJSFFI),
      importModuleLoader: () => Promise.resolve(loader),
    },
    compiled: new webAssembly.Module(readFileSync(path)),
  };
}

let parts: Promise<Parts> | undefined;

/**
 * A context in an engine and a memory of its own, so that no program sees what an earlier one left
 * and none needs to be cleaned up after. What goes beyond the limits is thrown as a host exception
 * through the engine's frames: code inside cannot catch it.
 */
export async function freshContext(memory: number, work: number): Promise<QuickJSContext> {
  const { variant, compiled } = await (parts ??= loadParts());
  const maximum = Math.floor(memory / PAGE_BYTES);
  const wasmMemory = new webAssembly.Memory({ initial: LEAST_MEMORY / PAGE_BYTES, maximum });
  const meter: Meter = { looks: 0, mostLooks: Math.ceil((work * 1e6) / STEPS_PER_LOOK) };
  const guard = guardFor(wasmMemory, meter);
  const instantiateWasm = (imports: WasmImports, onSuccess: (instance: object) => void): object => {
    const instance = new webAssembly.Instance(compiled, guarded(imports, guard));
    onSuccess(instance);
    return instance.exports;
  };
  const emscriptenModule = { ...SILENT, instantiateWasm };
  const custom = newVariant(variant, { wasmMemory, emscriptenModule });
  const engine = await newQuickJSWASMModuleFromVariant(custom);
  const runtime = engine.newRuntime({ maxStackSizeBytes: STACK_BYTES });
  runtime.setInterruptHandler(() => {
    meter.looks += 1;
    return meter.looks > meter.mostLooks;
  });
  return runtime.newContext();
}

/** How often the engine looked at the work done, and how often it may. */
interface Meter {
  looks: number;
  readonly mostLooks: number;
}

type Guard = (call: () => unknown) => unknown;

/**
 * Makes a call for the engine, and throws through it where the work is done or where it asked for
 * memory and got none. It asks again for less when it is refused, so that the last answer counts.
 */
function guardFor(memory: WasmMemory, meter: Meter): Guard {
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
    if (meter.looks > meter.mostLooks) throw new OutOfWork();
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
