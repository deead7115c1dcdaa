import { MOST_MESSAGE, MOST_TEXT } from "./limits.ts";
import { CALL_KINDS, SLOT_PATTERN, SLOTS } from "./slots.ts";

/**
 * A script for the engine, run before the program: it gives `[bind, ask, askNumbers, describe]`. What
 * they need they hold in variables of their own, and otherwise they use syntax only, so that a
 * program that rewrites the built-ins changes nothing in them.
 *
 * `slots` is the array of `SLOTS`. `bind(entry)` tells which function is asked; `askNumbers()`
 * asks it about the numbers in the slots, `ask(...)` about its parameters. Each turns the result into plain text or a number before it returns, getters and all. A result that is
 * no number is told as `undefined`, `text:` and JSON, `complex:re,im`, or `invalid:` and its type;
 * an exception by its message as JSON.
 *
 * `Math.random` takes a new key from the slots at its first draw in a call. Its generator is sfc32
 * by C. Doty-Humphrey (PractRand, https://pracrand.sourceforge.net).
 */
export const PRELUDE = `(function () {
  "use strict";
  const { isArray } = Array;
  const { stringify } = JSON;
  const { apply, getPrototypeOf } = Reflect;
  const { slice } = String.prototype;
  const toText = String;
  const promises = Promise.prototype;
  const slots = new Float64Array([${SLOT_PATTERN.join()}]);
  const words = new Int32Array(slots.buffer);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const word = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  const begin = () => {
    words[${2 * SLOTS.fresh}] = 0;
    a = words[${2 * SLOTS.key}];
    b = words[${2 * SLOTS.key + 1}];
    c = words[${2 * SLOTS.key + 2}];
    d = words[${2 * SLOTS.key + 3}];
    for (let i = 0; i < 12; i += 1) word();
  };
  Math.random = function random() {
    if (words[${2 * SLOTS.fresh}] !== 0) begin();
    const high = word() >>> 5;
    return (high * 67108864 + (word() >>> 6)) / 9007199254740992;
  };
  const digits = (x) => (x === 0 && 1 / x < 0 ? "-0" : toText(x));
  const explain = (result) => {
    if (result === undefined || result === null) return "undefined";
    if (typeof result === "string")
      return result.length > ${MOST_TEXT} ? "invalid:long text" : "text:" + stringify(result);
    if (typeof result !== "object") return "invalid:" + typeof result;
    if (isArray(result)) return "invalid:list";
    const { re, im } = result;
    if (typeof re === "number" && typeof im === "number")
      return "complex:" + digits(re) + "," + digits(im);
    return getPrototypeOf(result) === promises ? "invalid:promise" : "invalid:object";
  };
  const describe = (thrown) => {
    let text;
    try {
      const holds = typeof thrown === "function" || (typeof thrown === "object" && thrown !== null);
      if (holds) {
        const { name, message } = thrown;
        text = (typeof name === "string" && name !== "" ? name : "exception") + ": ";
        text += typeof message === "string" ? message : typeof thrown;
      } else text = toText(thrown);
    } catch {
      text = "an exception that cannot be read";
    }
    return stringify(apply(slice, text, [0, ${MOST_MESSAGE}]));
  };
  const tell = (result) => {
    if (typeof result === "number") {
      slots[${SLOTS.numbers}] = result;
      slots[${SLOTS.kind}] = ${CALL_KINDS.number};
      return;
    }
    const told = explain(result);
    slots[${SLOTS.kind}] = ${CALL_KINDS.other};
    return told;
  };
  const tellThrown = (thrown) => {
    const told = describe(thrown);
    slots[${SLOTS.kind}] = ${CALL_KINDS.threw};
    return told;
  };
  let entry;
  const bind = (found) => {
    entry = found;
  };
  const ask = (...parameters) => {
    try {
      return tell(apply(entry, undefined, parameters));
    } catch (thrown) {
      return tellThrown(thrown);
    }
  };
  const askNumbers = () => {
    try {
      const count = slots[${SLOTS.count}];
      if (count === 1) return tell(entry(slots[0]));
      if (count === 2) return tell(entry(slots[0], slots[1]));
      if (count === 3) return tell(entry(slots[0], slots[1], slots[2]));
      return tell(entry(slots[0], slots[1], slots[2], slots[3]));
    } catch (thrown) {
      return tellThrown(thrown);
    }
  };
  return [bind, ask, askNumbers, describe];
})()`;
