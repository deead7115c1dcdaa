/**
 * Python for the trusted process: a clock that stands still, in UTC, and chance that a seed
 * decides. It replaces what Python code asks; native code that asks the kernel is not reached.
 */
export const WORLD_SOURCE = String.raw`
import datetime, importlib.machinery, os, random, sys, time

# 2000-01-01T00:00:00Z, as in the sandbox for JavaScript.
INSTANT = 946684800
entropy = random.Random(0)
chance_words = [0]


def freeze_time():
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, lambda: float(INSTANT))
        setattr(time, name + "_ns", lambda: INSTANT * 10**9)
    time.clock_gettime = lambda clock: float(INSTANT)
    time.clock_gettime_ns = lambda clock: INSTANT * 10**9
    time.sleep = lambda seconds: None
    for name in ("gmtime", "localtime", "ctime"):
        setattr(time, name, at_instant(getattr(time, name), INSTANT))
    time.asctime = at_instant(time.asctime, time.gmtime())
    time.strftime = (lambda original: lambda format, when=None: original(
        format, time.gmtime() if when is None else when))(time.strftime)
    datetime.date, datetime.datetime = frozen_classes()


def at_instant(original, instant):
    return lambda when=None: original(instant if when is None else when)


def frozen_classes():
    # Named and placed as the originals, which stay their bases.
    class date(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(INSTANT)

    class datetime_(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(INSTANT, tz)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(INSTANT)

        @classmethod
        def utcnow(cls):
            return cls.utcfromtimestamp(INSTANT)

    for kind, name in ((date, "date"), (datetime_, "datetime")):
        kind.__name__ = kind.__qualname__ = name
        kind.__module__ = "datetime"
    return date, datetime_


def tame_chance():
    os.urandom = random._urandom = bytes_of_chance
    os.getrandom = lambda size, flags=0: bytes_of_chance(size)
    original = random.Random.seed

    def seed(self, a=None, version=2):
        return original(self, entropy.getrandbits(128) if a is None else a, version)

    random.Random.seed = seed
    random.seed = random._inst.seed
    sys.meta_path.insert(0, SeededNumpy)


def bytes_of_chance(size):
    return entropy.getrandbits(8 * size).to_bytes(size, "little") if size else b""


def seed_chance(words):
    chance_words[:] = words
    number = sum(word << 32 * place for place, word in enumerate(words))
    entropy.seed(number ^ 1)
    random.seed(number)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed(words)


class SeededNumpy:
    """Imports numpy.random so that it does not matter when: seeded, and without spending chance."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "numpy.random":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None:
            original = spec.loader.exec_module

            def exec_module(module):
                state = entropy.getstate()
                original(module)
                entropy.setstate(state)
                module.seed(chance_words)

            spec.loader.exec_module = exec_module
        return spec
`;
