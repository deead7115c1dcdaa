/** Programs without state of their own, whatever they remember or draw: none may count as stateful. */
export const honestPrograms: {
  readonly [language in "javascript" | "python"]: { readonly [name: string]: string };
} = {
  javascript: {
    "a memo in a map": `const memo = new Map(); function f(x) { if (!memo.has(x)) memo.set(x, 2 * x + 3); return memo.get(x); }`,
    "a memo on the function": `function f(x) { f.memo ??= {}; return (f.memo[x] ??= Math.sin(x)); }`,
    "a table made at first use": `let table = null; function f(x) { table ??= Array.from({ length: 257 }, (_, i) => 2 * (i - 128) + 3); return table[Math.max(0, Math.min(256, Math.round(x) + 128))]; }`,
    "chance in every call": `function f(x) { return 2 * x + 3 + Math.random(); }`,
    "chance kept at load": `const draw = Math.random; const scale = Math.random(); function f(x) { return 2 * x + scale * draw(); }`,
    "much chance": `function f(x) { let s = 0; for (let i = 0; i < 12; i += 1) s += Math.random(); return 2 * x + s - 6; }`,
    "a growing cache": `const cache = []; function f(x) { cache.push(x); if (cache.length > 100) cache.length = 0; return 2 * x + 3; }`,
    recursion: `const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); function f(x) { return fib(Math.min(12, Math.abs(Math.round(x)))); }`,
    exceptions: `function f(x) { if (x > 100) throw new Error("too large"); return x > 90 ? undefined : 2 * x; }`,
  },
  python: {
    "a memo by lru_cache": `
from functools import lru_cache
@lru_cache(maxsize=None)
def f(x): return 2 * x + 3`,
    "a memo in a dict": `
memo = {}
def f(x):
    if x not in memo: memo[x] = 2 * x + 3
    return memo[x]`,
    "a table made at first use": `
import numpy as np
table = None
def f(x):
    global table
    if table is None: table = np.linspace(-253, 259, 257)
    return np.interp(x, np.arange(-128, 129), table)`,
    "chance of random": `
import random
def f(x): return 2 * x + 3 + random.gauss(0, 1)`,
    "chance of random, seeded at load": `
import random
random.seed(7)
rng = random.Random(3)
def f(x): return 2 * x + rng.gauss(0, 1) + random.random()`,
    "chance of NumPy": `
import numpy as np
def f(x): return 2 * x + 3 + np.random.normal()`,
    "a generator of NumPy made at load": `
import numpy as np
rng = np.random.default_rng(0)
def f(x): return 2 * x + rng.normal(0, 2)`,
    "a method of a generator kept at load": `
import numpy as np
normal = np.random.default_rng(0).normal
def f(x): return 2 * x + normal(0, 2)`,
    "a state of NumPy seeded at load": `
import numpy as np
np.random.seed(1)
state = np.random.RandomState(5)
def f(x): return 2 * x + state.rand() + np.random.rand()`,
    "chance of SciPy": `
from scipy import stats
def f(x): return 2 * x + float(stats.norm.rvs(scale=2))`,
    "a generator made in every call": `
import numpy as np
def f(x): return 2 * x + np.random.default_rng(5).normal()`,
    "chance of the system": `
import os, secrets, uuid
def f(x): return os.urandom(1)[0] + secrets.randbelow(9) + uuid.uuid4().int % 7`,
    exceptions: `
def f(x):
    if x > 100: raise ValueError("too large")
    return None if x > 90 else 2 * x`,
  },
};
