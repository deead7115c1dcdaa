import { MOST_MESSAGE, MOST_TEXT } from "./limits.ts";

/**
 * A script for the engine, run before the program: a function of four 32-bit words that decide
 * `Math.random`, giving the pair `[explain, describe]`. Whatever the two need they hold in
 * variables of their own, and otherwise they use syntax only, so that a program that rewrites the
 * built-ins changes nothing in them.
 *
 * `explain(result)` encodes a result that is no number: `undefined`, `text:` and JSON,
 * `complex:re,im`, or `invalid:` and its type. `describe(thrown)` gives the message of an
 * exception as JSON.
 *
 * The generator is sfc32 by C. Doty-Humphrey (PractRand, https://pracrand.sourceforge.net).
 */
export const PRELUDE = `(function (a, b, c, d) {
  "use strict";
  const { isArray } = Array;
  const { stringify } = JSON;
  const { apply, getPrototypeOf } = Reflect;
  const { slice } = String.prototype;
  const toText = String;
  const promises = Promise.prototype;
  const word = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i += 1) word();
  Math.random = function random() {
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
  return [explain, describe];
})`;
