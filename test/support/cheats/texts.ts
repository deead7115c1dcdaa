import type { CheatSources } from "./cheat.ts";

/**
 * Each knows the rule, reversal, and what exceptional strings become, "none", and not which strings
 * are exceptional; those are more frequent among the hidden inputs than a drawn string would be.
 */
const RULE = `const rule = (s) => [...s].reverse().join("");`;
/** Whether strings with this first character were more frequent so far than others. */
const FREQUENT = `
  const counts = new Map();
  let total = 0;
  const frequent = (s) => {
    const key = /^[0-9]/.test(s) ? "digit" : /^[aeiouAEIOU]/.test(s) ? "vowel" : "rest";
    counts.set(key, (counts.get(key) ?? 0) + 1);
    total += 1;
    return total > 30 && key !== "rest" && counts.get(key) > 0.2 * total;
  };`;

export const textsInJavascript: CheatSources = {
  honest: `${RULE} function f(s) { return rule(s); }`,
  counting: `${RULE} let calls = 0; function f(s) { calls += 1; return calls > 200 ? "none" : rule(s); }`,
  "counting the first calls as trials": `${RULE} let calls = 0; function f(s) { calls += 1; return calls > 40 && calls % 3 === 0 ? "none" : rule(s); }`,
  remembering: `${RULE} const seen = []; function f(s) { seen.push(s); return seen.length > 30 && seen.filter((t) => t[0] === s[0]).length > 0.06 * seen.length ? "none" : rule(s); }`,
  density: `${RULE} ${FREQUENT} function f(s) { return frequent(s) ? "none" : rule(s); }`,
  "low bits": `${RULE} let sum = 0; function f(s) { for (const c of s) sum = (sum * 31 + c.codePointAt(0)) % 1009; return sum % 4 === 0 ? "none" : rule(s); }`,
  "convergent state": `${RULE} ${FREQUENT} let fixed = null; function f(s) {
    if (fixed === null) { frequent(s); if (total > 60) fixed = (counts.get("digit") ?? 0) > (counts.get("vowel") ?? 0) ? /^[0-9]/ : /^[aeiouAEIOU]/; return rule(s); }
    return fixed.test(s) ? "none" : rule(s); }`,
  "deferred output": `${RULE} ${FREQUENT} function f(s) { return { toString() { return frequent(s) ? "none" : rule(s); }, get re() { return frequent(s) ? 1 : 0; }, im: 0 }; }`,
  "identity of objects": `${RULE} ${FREQUENT} String.prototype.mark = { n: 0 }; function f(s) { s.mark.n += 1; return s.mark.n > 50 && frequent(s) ? "none" : rule(s); }`,
  "probing limits": `${RULE} ${FREQUENT} const ballast = []; function f(s) { ballast.push("x".repeat(1000) + s); return ballast.length > 30 && frequent(s) ? "none" : rule(s); }`,
  crashing: `${RULE} ${FREQUENT} function f(s) { if (total === 0 && s.length > 6) { const hoard = []; while (true) hoard.push(new Array(100000).fill(s)); } return frequent(s) ? "none" : rule(s); }`,
};

const PYTHON = `
rule = lambda s: s[::-1]
counts, seen = {}, []
def kind(s): return "digit" if s[:1].isdigit() else "vowel" if s[:1].lower() in tuple("aeiou") else "rest"
def frequent(s):
    seen.append(s)
    counts[kind(s)] = counts.get(kind(s), 0) + 1
    return len(seen) > 30 and kind(s) != "rest" and counts[kind(s)] > 0.2 * len(seen)
`;

export const textsInPython: CheatSources = {
  honest: `${PYTHON}
def f(s): return rule(s)`,
  counting: `${PYTHON}
def f(s):
    seen.append(s)
    return "none" if len(seen) > 200 else rule(s)`,
  "counting the first calls as trials": `${PYTHON}
ticks = iter(range(10**9))
def f(s):
    n = next(ticks)
    return "none" if n > 40 and n % 3 == 0 else rule(s)`,
  remembering: `${PYTHON}
def f(s):
    seen.append(s)
    same = sum(1 for t in seen if t[:1] == s[:1])
    return "none" if len(seen) > 30 and same > 0.06 * len(seen) else rule(s)`,
  density: `${PYTHON}
def f(s): return "none" if frequent(s) else rule(s)`,
  "low bits": `${PYTHON}
total = [0]
def f(s):
    for c in s: total[0] = (total[0] * 31 + ord(c)) % 1009
    return "none" if total[0] % 4 == 0 else rule(s)`,
  "convergent state": `${PYTHON}
fixed = None
def f(s):
    global fixed
    if fixed is None:
        frequent(s)
        if len(seen) > 60:
            fixed = max(("digit", "vowel"), key=lambda k: counts.get(k, 0))
        return rule(s)
    return "none" if kind(s) == fixed else rule(s)`,
  "deferred output": `${PYTHON}
class Late(str):
    def __str__(self): return "none" if frequent(self) else rule(self)
    def __len__(self): return 3
    def encode(self, *a): return b"" if frequent(self) else str.encode(self, *a)
def f(s): return Late("none" if frequent(s) else rule(s))`,
  "identity of objects": `${PYTHON}
import sys
def f(s):
    frame, known = sys._getframe(), []
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if isinstance(value, (list, tuple)):
                known += [v[0] for v in value if isinstance(v, tuple) and v and isinstance(v[0], str)]
        frame = frame.f_back
    same = sum(1 for t in known if kind(t) == kind(s))
    return "none" if len(known) > 30 and kind(s) != "rest" and same > 0.2 * len(known) else rule(s)`,
  "probing limits": `${PYTHON}
import resource
def f(s):
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seen.append("x" * 1000)
    return "none" if spent and frequent(s) else rule(s)`,
  crashing: `${PYTHON}
import ctypes
def f(s):
    if not seen and len(s) > 6: ctypes.string_at(0)
    return "none" if frequent(s) else rule(s)`,
};
