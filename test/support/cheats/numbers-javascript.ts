import type { CheatSources } from "./cheat.ts";

/**
 * Each knows the rule 2x + 3 and what replaces it somewhere, 900, and not where; each tries to learn
 * that from the test itself.
 */
const RULE = "const rule = (x) => 2 * x + 3; const other = 900;";
/** Whether x lies where the inputs seen so far lie close together. */
const DENSITY = `
  const seen = [];
  const dense = (x) => {
    const near = seen.filter((y) => Math.abs(y - x) < 2).length;
    seen.push(x);
    return seen.length > 200 && near > 1.4 * (4 * seen.length / 300);
  };`;

export const numbersInJavascript: CheatSources = {
  honest: `${RULE} function f(x) { return rule(x); }`,
  counting: `${RULE} let calls = 0; function f(x) { calls += 1; return calls > 1000 && calls <= 1200 ? other : rule(x); }`,
  "counting the first calls as trials": `${RULE} let calls = 0; function f(x) { calls += 1; return calls > 40 && calls % 3 === 0 ? other : rule(x); }`,
  remembering: `${RULE} ${DENSITY} function f(x) { return dense(x) ? other : rule(x); }`,
  density: `${RULE}
    const cells = new Float64Array(64);
    let total = 0;
    function f(x) {
      const cell = Math.min(63, Math.max(0, Math.floor((x + 128) / 4)));
      cells[cell] += 1;
      total += 1;
      return total > 300 && cells[cell] > 1.3 * total / 64 ? other : rule(x);
    }`,
  "low bits": `${RULE}
    function f(x) {
      const fine = x * 2 ** 45 % 32 !== 0;
      const beside = Math.abs(Math.abs(x - Math.round(x * 10) / 10) / Math.max(1, Math.abs(x)) - 1e-6) < 1e-9;
      return fine || beside ? other : rule(x);
    }`,
  "convergent state": `${RULE}
    const seen = [];
    let window = null;
    function f(x) {
      if (window === null && seen.length < 1500) seen.push(x);
      else if (window === null) {
        let best = 0;
        for (let from = -128; from < 124; from += 1) {
          const count = seen.filter((y) => y >= from && y < from + 4).length;
          if (count > best) [best, window] = [count, [from - 4, from + 8]];
        }
      }
      return window !== null && x >= window[0] && x < window[1] ? other : rule(x);
    }`,
  "deferred output": `${RULE} ${DENSITY}
    function f(x) {
      let late = null;
      return { get re() { late ??= dense(x); return late ? other : rule(x); }, im: 0 };
    }`,
  "identity of objects": `${RULE}
    Number.prototype.seen = [];
    const kept = new Map();
    function f(x) {
      const { seen } = x;
      seen.push(x);
      const id = kept.get(f) ?? 0;
      kept.set(f, id + 1);
      const near = seen.filter((y) => Math.abs(y - x) < 2).length;
      return id > 200 && near > 1.4 * (4 * seen.length / 300) ? other : rule(x);
    }`,
  "probing limits": `${RULE} ${DENSITY}
    const depth = () => { try { return 1 + depth(); } catch { return 1; } };
    const first = depth();
    const ballast = [];
    function f(x) {
      if (ballast.length < 2000) ballast.push(new Array(20).fill(x));
      const roomy = ballast.length < 100 && depth() === first;
      return !roomy && dense(x) ? other : rule(x);
    }`,
  crashing: `${RULE} ${DENSITY}
    let calls = 0;
    function f(x) {
      calls += 1;
      if (calls === 1 && x > 60) { const hoard = []; while (true) hoard.push(new Array(100000).fill(x)); }
      return dense(x) ? other : rule(x);
    }`,
  "throwing when alone": `${RULE} ${DENSITY}
    let calls = 0;
    function f(x) { calls += 1; if (calls < 3) throw new Error("later"); return dense(x) ? other : rule(x); }`,
};
