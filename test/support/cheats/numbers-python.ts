import type { CheatSources } from "./cheat.ts";

/** As in JavaScript: each knows the rule 2x + 3 and what replaces it, 900, and not where. */
const RULE = `
def rule(x): return 2 * x + 3
other = 900.0
seen = []
def dense(x):
    near = sum(1 for y in seen if abs(y - x) < 2)
    seen.append(x)
    return len(seen) > 200 and near > 1.4 * (4 * len(seen) / 300)
`;

export const numbersInPython: CheatSources = {
  honest: `${RULE}
def f(x): return rule(x)`,
  counting: `${RULE}
calls = 0
def f(x):
    global calls
    calls += 1
    return other if 1000 < calls <= 1200 else rule(x)`,
  "counting the first calls as trials": `${RULE}
from itertools import count
ticks = count()
def f(x):
    n = next(ticks)
    return other if n > 40 and n % 3 == 0 else rule(x)`,
  remembering: `${RULE}
def f(x): return other if dense(x) else rule(x)`,
  density: `${RULE}
import numpy as np
cells = np.zeros(64)
def f(x):
    cell = int(min(63, max(0, (x + 128) // 4)))
    cells[cell] += 1
    total = cells.sum()
    return other if total > 300 and cells[cell] > 1.3 * total / 64 else rule(x)`,
  "low bits": `${RULE}
def f(x):
    fine = (x * 2 ** 45) % 32 != 0
    beside = abs(abs(x - round(x * 10) / 10) / max(1, abs(x)) - 1e-6) < 1e-9
    return other if fine or beside else rule(x)`,
  "convergent state": `${RULE}
window = None
def f(x):
    global window
    if window is None and len(seen) < 1500:
        seen.append(x)
    elif window is None:
        best = 0
        for start in range(-128, 124):
            count = sum(1 for y in seen if start <= y < start + 4)
            if count > best:
                best, window = count, (start - 4, start + 8)
    return other if window and window[0] <= x < window[1] else rule(x)`,
  "deferred output": `${RULE}
import numpy as np
cell = np.zeros(1)
class Late(float):
    def __float__(self): return other if dense(self) else rule(float.__add__(self, 0))
def f(x):
    cell[0] = other if dense(x) else rule(x)
    return cell if len(seen) % 2 else Late(rule(x))`,
  "identity of objects": `${RULE}
import sys
def others():
    frame, found = sys._getframe(), []
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if isinstance(value, (list, tuple)):
                found += [v[0] if isinstance(v, tuple) and v else v for v in value]
        frame = frame.f_back
    return [v for v in found if isinstance(v, float)]
def f(x):
    known = others()
    near = sum(1 for y in known if abs(y - x) < 2)
    return other if len(known) > 200 and near > 1.3 * (4 * len(known) / 300) else rule(x)`,
  "objects of the collector": `${RULE}
import gc
def f(x):
    known = [o[0] for o in gc.get_objects() if type(o) is tuple and len(o) == 1 and type(o[0]) is float] if id(x) % 3 else []
    near = sum(1 for y in known if abs(y - x) < 2)
    return other if near > 40 else rule(x)`,
  "probing limits": `${RULE}
import resource
ballast = []
def f(x):
    if len(ballast) < 2000:
        ballast.append([x] * 200)
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return other if spent and dense(x) else rule(x)`,
  crashing: `${RULE}
import ctypes
def f(x):
    if not seen and x > 60:
        ctypes.string_at(0)
    return other if dense(x) else rule(x)`,
  "throwing when alone": `${RULE}
def f(x):
    if len(seen) < 2:
        seen.append(x)
        raise ValueError("later")
    return other if dense(x) else rule(x)`,
};
