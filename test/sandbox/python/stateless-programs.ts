/** A program that keeps no state of its own, and inputs on which it is asked. */
export interface Stateless {
  readonly name: string;
  readonly source: string;
  readonly inputs: readonly (number | string)[];
  /** What has to be installed for it. */
  readonly needs?: "numpy" | "scipy";
}

const numbers = [0.5, -2, 3, 0.5, 7.25, -0.125, 0.5];
const texts = ["abc", "", "Zebra", "abc", "été", "a b c", "q"];

const plain = (name: string, source: string): Stateless => ({ name, source, inputs: numbers });
const ofTexts = (name: string, source: string): Stateless => ({ name, source, inputs: texts });
const numpy = (name: string, source: string): Stateless => ({
  ...plain(name, `import numpy as np\n${source}`),
  needs: "numpy",
});
const scipy = (name: string, source: string): Stateless => ({
  ...plain(name, source),
  needs: "scipy",
});

/** Programs of which no output may depend on the other inputs: what honest authors write. */
export const stateless: readonly Stateless[] = [
  plain("arithmetic", "def f(x): return 3 * x ** 2 - 1"),
  plain(
    "branches and loops",
    "import math\ndef f(x):\n    if x < 0: return None\n    return sum(math.sin(k * x) for k in range(9))",
  ),
  plain("recursion", "def f(x): return x if x < 1 else f(x - 1) + f(x / 2)"),
  plain("exceptions", "def f(x): return 1 / (x - 3)"),
  plain("complex numbers", "import cmath\ndef f(x): return cmath.sqrt(x - 1)"),
  plain("a table", "T = {k: k * k for k in range(-9, 9)}\ndef f(x): return T[round(x)]"),
  plain(
    "memory by lru_cache",
    "from functools import lru_cache\n@lru_cache(None)\ndef f(x): return x if x < 1 else f(x - 1) + f(x - 2)",
  ),
  plain(
    "memory by a dictionary",
    "known = {}\ndef f(x):\n    if x not in known: known[x] = math.exp(-x * x)\n    return known[x]",
  ),
  plain(
    "a table made at the first call",
    "T = None\ndef f(x):\n    global T\n    if T is None: T = [k ** 3 for k in range(100)]\n    return T[int(abs(x))] + x",
  ),
  plain("fractions", "from fractions import Fraction\ndef f(x): return float(Fraction(x) / 3)"),
  ofTexts("texts turned round", "def f(s): return s[::-1].upper()"),
  ofTexts("patterns", "import re\ndef f(s): return re.sub('[aeiou]', '*', s)"),
  ofTexts("counts", "from collections import Counter\ndef f(s): return Counter(s)['a']"),
  ofTexts("chance over texts", "import random\ndef f(s): return ''.join(random.sample(s, len(s)))"),
  plain("random", "import random\ndef f(x): return x + random.gauss(0, 1) + random.random()"),
  plain("a saved method of random", "from random import uniform\ndef f(x): return uniform(0, x)"),
  plain(
    "random, seeded at load",
    "import random\nrandom.seed(1)\ndef f(x): return random.gauss(x, 1)",
  ),
  plain(
    "Random at load",
    "import random\nr = random.Random(42)\ndef f(x): return r.normalvariate(x, 1)",
  ),
  plain(
    "two of Random at load, one left halfway",
    "import random\na, b = random.Random(1), random.Random(2)\nb.gauss(0, 1)\ndef f(x): return a.gauss(x, 1) - b.gauss(x, 1)",
  ),
  plain(
    "a saved method of Random",
    "import random\ndraw = random.Random(9).random\ndef f(x): return draw() if x > 0 else x",
  ),
  plain("Random in a call", "import random\ndef f(x): return random.Random(x).random()"),
  plain(
    "seeding in a call",
    "import random\ndef f(x):\n    random.seed(7)\n    return random.random() * x",
  ),
  plain(
    "seeding in some calls",
    "import random\ndef f(x):\n    if x > 0: random.seed(3)\n    return random.random()",
  ),
  plain(
    "a state put back",
    "import random\ns = random.getstate()\ndef f(x):\n    if x > 0: random.setstate(s)\n    return random.random()",
  ),
  plain(
    "a kind of Random",
    "import random\nclass R(random.Random):\n    def twice(self): return 2 * self.random()\nr = R(5)\ndef f(x): return r.twice() + r.randrange(9)",
  ),
  plain(
    "entropy",
    "import os, secrets\ndef f(x): return secrets.randbelow(999) + os.urandom(1)[0]",
  ),
  plain("SystemRandom", "import random\nr = random.SystemRandom()\ndef f(x): return r.gauss(x, 1)"),
  plain("identifiers", "import uuid\ndef f(x): return str(uuid.uuid4())"),
  plain(
    "shuffling",
    "import random\ndef f(x):\n    a = list(range(9))\n    random.shuffle(a)\n    return a[0]",
  ),
  numpy("NumPy", "def f(x): return np.sin(x) + np.arange(5).sum()"),
  numpy("an array of one", "def f(x): return np.array([x]) * 2"),
  numpy(
    "an array kept for results",
    "out = np.zeros(1)\ndef f(x):\n    out[0] = x * x\n    return out",
  ),
  numpy("numpy.random", "def f(x): return np.random.normal(x) + np.random.randint(9)"),
  numpy("numpy.random, seeded", "np.random.seed(1)\ndef f(x): return np.random.randn()"),
  numpy("a saved method", "from numpy.random import normal\ndef f(x): return normal(x)"),
  numpy(
    "a saved method of a generator",
    "n = np.random.default_rng(0).normal\ndef f(x): return n(x)",
  ),
  numpy(
    "a generator at load",
    "rng = np.random.default_rng(0)\ndef f(x): return rng.integers(99) + rng.random()",
  ),
  numpy(
    "RandomState at load",
    "r = np.random.RandomState(0)\nr.normal()\ndef f(x): return r.normal(x)",
  ),
  numpy(
    "other bits",
    "a = np.random.Generator(np.random.Philox(1))\nb = np.random.RandomState(np.random.SFC64(2))\nb.normal()\ndef f(x): return a.normal() + b.normal()",
  ),
  numpy("a generator in a call", "def f(x): return np.random.default_rng().normal(x)"),
  numpy("a seeded one in a call", "def f(x): return np.random.default_rng(7).normal(x)"),
  numpy("imported in a call", "def f(x):\n    import numpy.random as r\n    return r.rand()"),
  scipy("draws by SciPy", "from scipy import stats\ndef f(x): return stats.norm.rvs(x)"),
  scipy(
    "SciPy with a generator",
    "import numpy as np\nfrom scipy import stats\nd = stats.gamma(2)\nd.random_state = np.random.default_rng(3)\ndef f(x): return d.rvs() * x",
  ),
  scipy(
    "integration",
    "from scipy.integrate import quad\ndef f(x): return quad(lambda t: t * x, 0, 1)[0]",
  ),
];
