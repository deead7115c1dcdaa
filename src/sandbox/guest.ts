import type { QuickJSContext, QuickJSHandle, VmCallResult } from "quickjs-emscripten-core";
import type { StreamKey } from "../core/index.ts";
import { OutOfMemory } from "./engine.ts";
import { PRELUDE } from "./prelude.ts";

/** What evaluating or calling gave: a value, or the exception's message on one line. */
export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "threw"; readonly message: string };

/** A context in which untrusted code runs; what goes beyond its limits is thrown out of it. */
export interface Guest {
  readonly context: QuickJSContext;
  /** Runs a script. */
  evaluate(source: string): Attempt<QuickJSHandle>;
  /** Calls a function. */
  call(callee: QuickJSHandle, parameters: QuickJSHandle[]): Attempt<QuickJSHandle>;
  /** Says what a result is that is no number, in the code of the prelude. */
  explain(result: QuickJSHandle): Attempt<string>;
}

const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** Sets up a context for a program whose chance the key decides. */
export function guestIn(context: QuickJSContext, key: StreamKey): Guest {
  const script = { type: "global" } as const;
  const words = key.map((word) => context.newNumber(word));
  const prelude = context.unwrapResult(context.evalCode(PRELUDE, "prelude.js", script));
  const pair = context.unwrapResult(context.callFunction(prelude, context.undefined, words));
  const [explain, describe] = [context.getProp(pair, 0), context.getProp(pair, 1)];

  const describing = (thrown: QuickJSHandle): string => {
    const described = context.callFunction(describe, context.undefined, thrown);
    thrown.dispose();
    const text: unknown = JSON.parse(context.getString(context.unwrapResult(described)));
    return String(text).replace(LINE_BREAKS, " ");
  };
  const attempt = (result: VmCallResult<QuickJSHandle>): Attempt<QuickJSHandle> => {
    if (result.error === undefined) return { kind: "done", value: result.value };
    const message = describing(result.error);
    // One request beyond what the engine can address is refused without asking for memory.
    if (message === "InternalError: out of memory") throw new OutOfMemory();
    return { kind: "threw", message };
  };
  const call: Guest["call"] = (callee, parameters) =>
    attempt(context.callFunction(callee, context.undefined, parameters));
  return {
    context,
    evaluate: (source) => attempt(context.evalCode(source, "program.js", script)),
    call,
    explain: (result) => {
      const explained = call(explain, [result]);
      if (explained.kind === "threw") return explained;
      const text = context.getString(explained.value);
      explained.value.dispose();
      return { kind: "done", value: text };
    },
  };
}
