/** A WebAssembly memory; `grow` throws where the maximum would be passed. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Functions handed to a WebAssembly module, by the module's two-part names. */
export type WasmImports = Record<string, Record<string, unknown>>;

interface WebAssemblyGlobal {
  readonly Memory: new (pages: { initial: number; maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: WasmImports) => { readonly exports: object };
}

// Node has it, its type declarations for version 20 do not.
declare const WebAssembly: WebAssemblyGlobal;

/** The engine's WebAssembly, as far as it is used here. */
export const webAssembly: WebAssemblyGlobal = WebAssembly;
