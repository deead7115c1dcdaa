/**
 * Python for the trusted process: a clock that stands still, in UTC. It replaces what Python code
 * asks; native code that asks the kernel is not reached.
 */
export const WORLD_SOURCE = String.raw`
import datetime, sys, time

# 2000-01-01T00:00:00Z, as in the sandbox for JavaScript.
INSTANT = 946684800


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
    sys.modules["_uuid"] = None  # Without it uuid1 goes by this clock and by chance.


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
`;
