/**
 * Programs that want to know more than their input, by what they go by. Each gives `1` where it
 * was told something by other inputs and `0` where it was not; `0` everywhere is the honest answer.
 */
export const cheats: Readonly<Record<string, string>> = {
  "counting calls": "n = 0\ndef f(x):\n    global n\n    n += 1\n    return int(n > 1)",
  "counting in a default": "def f(x, seen=[0]):\n    seen[0] += 1\n    return int(seen[0] > 1)",
  "counting by an iterator":
    "import itertools\nc = itertools.count()\ndef f(x): return int(next(c) > 0)",
  "counting by a generator": "g = (k > 0 for k in range(10**9))\ndef f(x): return int(next(g))",
  "the density of inputs":
    "seen = []\ndef f(x):\n    near = sum(abs(x - y) < 2 for y in seen)\n    seen.append(x)\n    return int(near > 1)",
  "low bits of earlier inputs":
    "seen = set()\ndef f(x):\n    seen.add((x * 2) % 2)\n    return int(len(seen) > 1)",
  "a state that converges":
    "m = None\ndef f(x):\n    global m\n    m = x if m is None else 0.9 * m + 0.1 * x\n    return int(abs(m - x) > 1e-9)",
  "frames of the sandbox":
    "import sys\ndef f(x):\n    g, most = sys._getframe(), 0\n    while g:\n        for v in list(g.f_locals.values()):\n            if type(v) is list and v and type(v[0]) is tuple: most = max(most, len(v))\n        g = g.f_back\n    return int(most > 1)",
  "objects in memory":
    "import gc\ndef f(x): return int(sum(type(o) is list and len(o) > 1 and all(type(p) is tuple and len(p) == 1 and type(p[0]) is float for p in o) for o in gc.get_objects()) > 0)",
  "bytes in memory":
    "import sys, struct\ndef f(x):\n    g, found = sys._getframe(), 0\n    while g:\n        found += sum(type(v) is bytes and struct.pack('<dd', 1.0, 2.0) in v for v in list(g.f_locals.values()))\n        g = g.f_back\n    return int(found > 0)",
  "identity of objects":
    "first = None\ndef f(*a):\n    global first\n    if first is None: first = id(a[0])\n    return int(id(a[0]) != first)",
  "putting off the answer":
    "import sys\nlate = []\ndef f(x):\n    g = sys._getframe(1)\n    o = g.f_locals.get('outputs')\n    late.append(x)\n    if o is not None and len(late) > 1: o.real[0] = 1.0\n    return 0",
  "the state of a generator it wrote":
    "s = 12345\ndef f(x):\n    global s\n    s = (s * 1103515245 + 12345) % 2**31\n    return int(s != (12345 * 1103515245 + 12345) % 2**31)",
  "an attribute of a function":
    "def f(x):\n    f.n = getattr(f, 'n', 0) + 1\n    return int(f.n > 1)",
  "a class": "class K: n = 0\ndef f(x):\n    K.n += 1\n    return int(K.n > 1)",
  "limits of recursion":
    "import sys\ndef f(x):\n    sys.setrecursionlimit(sys.getrecursionlimit() + 1)\n    return int(sys.getrecursionlimit() > 1001)",
  "memory that fills":
    "held = []\ndef f(x):\n    held.append(bytes(10**6))\n    return int(len(held) > 2)",
};
