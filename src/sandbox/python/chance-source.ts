/** Bytes of a key, which decides what a program sees as chance while it loads or in one call. */
export const KEY_BYTES = 16;

/**
 * Python for the trusted process: chance that keys decide, one for loading and one for each call.
 * A generator of the library that was made while loading starts anew in every call, from the
 * call's key and from the state in which loading left it, so that no call learns from another; one
 * that is made in a call keeps its seed. Python's own generators and NumPy's global one look at
 * the call when they are used; NumPy's others cannot be made to and are told before each call.
 */
export const CHANCE_SOURCE = String.raw`
import array, gc, importlib.machinery, os, random, sys, zlib


class Moment:
    """Which call is in work, counted from 1; 0 while the program loads."""

    call = 0
    keys = bytes(${KEY_BYTES})

    def key(self):
        at = ${KEY_BYTES} * (self.call or 0)
        return int.from_bytes(self.keys[at:at + ${KEY_BYTES}], "little")

    def words(self):
        at = ${KEY_BYTES} * (self.call or 0)
        return list(array.array("I", self.keys[at:at + ${KEY_BYTES}]))


moment = Moment()
plain_seed, plain_setstate = random.Random.seed, random.Random.setstate
plain_getstate, plain_gauss = random.Random.getstate, random.Random.gauss
plain_random, plain_bits = random.Random.random, random.Random.getrandbits


def note(generator):
    """What tells it from others: the state in which loading left it, before a call changes that."""
    if generator._left is None and generator._call == 0 and moment.call:
        generator._left = zlib.crc32(array.array("I", plain_getstate(generator)[1]).tobytes())


def renew(generator):
    """Starts one of Python's generators anew for this call."""
    note(generator)
    plain_seed(generator, moment.key() << 64 | (generator._left or 0))
    generator._call = moment.call


def current(method):
    """A method of Python's generators that draws what is of this call."""

    def drawing(self, *values, **named):
        if self._call != moment.call:
            renew(self)
        return method(self, *values, **named)

    return named_as(drawing, method)


def named_as(made, original):
    for name in ("__name__", "__qualname__", "__doc__"):
        setattr(made, name, getattr(original, name))
    return made


def draw(self):
    if self._call != moment.call:
        renew(self)
    return plain_random(self)


def draw_bits(self, k):
    if self._call != moment.call:
        renew(self)
    return plain_bits(self, k)


def seed_anew(self, a=None, version=2):
    note(self)
    plain_seed(self, entropy.getrandbits(128) if a is None else a, version)
    self._call = moment.call


def set_state(self, state):
    note(self)
    plain_setstate(self, state)
    self._call = moment.call


def tame_chance():
    global entropy
    kind = random.Random
    # On the class: when it was last started, and what tells it from others, once that is known.
    kind._call, kind._left = -1, None
    kind.random, kind.getrandbits = named_as(draw, plain_random), named_as(draw_bits, plain_bits)
    kind.gauss, kind.getstate = current(plain_gauss), current(plain_getstate)
    kind.seed, kind.setstate = named_as(seed_anew, plain_seed), named_as(set_state, plain_setstate)
    for name, value in list(vars(random).items()):
        if getattr(value, "__self__", None) is random._inst:
            setattr(random, name, getattr(random._inst, value.__name__))
    entropy = random.Random(0)
    entropy._left = 1 << 32
    os.urandom = random._urandom = bytes_of_chance
    os.getrandom = lambda size, flags=0: bytes_of_chance(size)
    sys.meta_path.insert(0, TamedNumpy)


def bytes_of_chance(size):
    return entropy.getrandbits(8 * size).to_bytes(size, "little") if size else b""


def begin_chance(keys):
    """Sets the keys of loading and of each call; what is drawn first starts its generator anew."""
    moment.call, moment.keys = 0, keys
    entropy._call = random._inst._call = -1
    if "numpy.random.mtrand" in sys.modules:
        sys.modules["numpy.random.mtrand"]._rand._call = -1


class TamedNumpy:
    """Imports numpy.random so that it does not matter when, and without spending chance."""

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
                plain_setstate(entropy, state)
                replace_global(module, sys.modules["numpy.random.mtrand"])

            spec.loader.exec_module = exec_module
        return spec


def replace_global(module, mtrand):
    """Puts a generator that looks at the call in place of NumPy's global one."""
    plain = mtrand.RandomState

    class GlobalState(plain):
        _call, _left = -1, None

        def note(self):
            if self._left is None and self._call == 0 and moment.call:
                self._left = digest(plain.get_state(self, legacy=False))

        def renew(self):
            self.note()
            plain.seed(self, moment.words() + [self._left or 0])
            self._call = moment.call

    def setting(method):
        def set_anew(self, *values, **named):
            self.note()
            result = method(self, *values, **named)
            self._call = moment.call
            return result

        return named_as(set_anew, method)

    def drawing(method):
        def draw_now(self, *values, **named):
            if self._call != moment.call:
                self.renew()
            return method(self, *values, **named)

        return named_as(draw_now, method)

    for name in dir(plain):
        method = getattr(plain, name)
        if callable(method) and not name.startswith("_"):
            whole = name == "seed" or name == "set_state"
            setattr(GlobalState, name, setting(method) if whole else drawing(method))
    named_as(GlobalState, plain).__module__ = plain.__module__
    old, new = mtrand._rand, GlobalState(mtrand._MT19937(0))
    for space in (module, mtrand):
        for name, value in list(vars(space).items()):
            if getattr(value, "__self__", None) is old:
                setattr(space, name, getattr(new, value.__name__))
    mtrand._rand = new


def digest(state):
    """Tells states of NumPy's generators apart: the same for the same, whenever they were made."""
    if isinstance(state, dict):
        return zlib.crc32(repr([(name, digest(state[name])) for name in sorted(state)]).encode())
    return zlib.crc32(state.tobytes() if hasattr(state, "tobytes") else repr(state).encode())


def generators_of_numpy():
    """What starts each of NumPy's generators that loading has made anew, from a call's words."""
    package = sys.modules.get("numpy.random")
    if package is None:
        return []
    states, bits = package.RandomState, package.BitGenerator
    shared = package.mtrand._rand
    found = [one for one in gc.get_objects() if issubclass(type(one), (states, bits))]
    found = [one for one in found if one is not shared and one is not shared._bit_generator]
    renewals = []
    for one in found:
        try:
            renewals.append(renewal_of(states, one) if isinstance(one, states) else renewal_of_bits(one))
        except (NotImplementedError, TypeError, ValueError):
            pass
    return renewals


def renewal_of(kind, one):
    left = digest(kind.get_state(one, legacy=False))
    if type(one._bit_generator).__name__ == "MT19937":
        return lambda words: kind.seed(one, words + [left])
    # Its bits are renewed by themselves; here it forgets the second of a pair of normal numbers.
    unpaired = {"has_gauss": 0, "gauss": 0.0}
    return lambda words: kind.set_state(one, {**kind.get_state(one, legacy=False), **unpaired})


def renewal_of_bits(bits):
    left = digest(bits.state)

    def renew_bits(words):
        bits.state = type(bits)(words + [left]).state

    return renew_bits
`;
