import { MOST_BATCH_TEXT, MOST_MESSAGE, MOST_TEXT } from "../limits.ts";
import { InputKind, OutputKind } from "./columns.ts";

/**
 * Python for the program's process: inputs from columns and results into columns (columns.ts).
 * Types are asked of the type and read by the built-in types' own methods, so that no method of
 * a result is called.
 */
export const VALUE_SOURCE = String.raw`
import array, json, struct, sys

TEXTUAL = (${InputKind.text}, ${InputKind.texts})
LONG = "long text"
name_of = type.__dict__["__name__"].__get__


def read_inputs(body, count):
    kinds = body[:count]
    sizes = array.array("I", body[count:5 * count])
    numbers = sum(sizes[i] for i in range(count) if kinds[i] not in TEXTUAL) if any(kinds) else count
    doubles = array.array("d", body[5 * count:5 * count + 8 * numbers])
    if not any(kinds):
        return [(x,) for x in doubles]
    rest, texts, inputs = iter(doubles), 5 * count + 8 * numbers, []
    for kind, size in zip(kinds, sizes):
        if kind in TEXTUAL:
            text = text_of(body[texts:texts + 2 * size])
            inputs.append((text,) if kind == ${InputKind.text} else tuple(json.loads(text)))
            texts += 2 * size
        else:
            inputs.append(tuple(next(rest) for _ in range(size)))
    return inputs


def text_of(units):
    return units.decode("utf-16-le", "surrogatepass")


def units_of(text):
    return text.encode("utf-16-le", "surrogatepass")


class Outputs:
    """What the program gave, in columns; every input counts as a number until told otherwise."""

    def __init__(self, count):
        self.kinds = bytearray([${OutputKind.number}]) * count
        self.real = array.array("d", bytes(8 * count))
        self.imaginary = array.array("d", bytes(8 * count))
        self.texts = {}
        self.room = 2 * ${MOST_BATCH_TEXT}

    def take(self, index, result):
        if result is None:
            self.kinds[index] = ${OutputKind.undefined}
            return
        result = plain(result)
        kind = type(result)
        if issubclass(kind, float):
            self.real[index] = float.__float__(result)
        elif issubclass(kind, int):
            self.take_integer(index, int.__index__(result))
        elif issubclass(kind, complex):
            self.kinds[index] = ${OutputKind.complex}
            self.real[index] = complex.real.__get__(result)
            self.imaginary[index] = complex.imag.__get__(result)
        elif issubclass(kind, str):
            self.take_text(index, str.__str__(result))
        else:
            self.say(index, ${OutputKind.invalid}, name_of(kind))

    def take_integer(self, index, result):
        try:
            self.real[index] = result
        except OverflowError:
            self.kinds[index] = ${OutputKind.undefined}

    def take_text(self, index, text):
        if len(text) > ${MOST_TEXT}:
            return self.say(index, ${OutputKind.invalid}, LONG)
        units = units_of(text)
        if len(units) > min(2 * ${MOST_TEXT}, self.room):
            return self.say(index, ${OutputKind.invalid}, LONG)
        self.keep(index, ${OutputKind.text}, units)

    def say(self, index, kind, text):
        units = units_of(str.__str__(text)[:${MOST_MESSAGE}])[:2 * ${MOST_MESSAGE}]
        self.keep(index, kind, units if len(units) <= self.room else b"")

    def keep(self, index, kind, units):
        self.kinds[index] = kind
        self.texts[index] = units
        self.room -= len(units)

    def columns(self):
        sizes = array.array("I", bytes(4 * len(self.kinds)))
        places = sorted(self.texts)
        for index in places:
            sizes[index] = len(self.texts[index]) // 2
        yield bytes(self.kinds)
        yield self.real.tobytes()
        yield self.imaginary.tobytes()
        yield sizes.tobytes()
        yield b"".join([self.texts[index] for index in places])


def plain(result):
    """What stands in a NumPy number or in an array of one element; anything else as it is."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return result
    kind = type(result)
    if issubclass(kind, numpy.generic):
        base = numpy.generic
    elif issubclass(kind, numpy.ndarray) and numpy.ndarray.size.__get__(result) == 1:
        base = numpy.ndarray
    else:
        return result
    letter = base.dtype.__get__(result).kind
    if letter not in "biufcUO":
        return result
    item = base.item(result)
    if letter == "f" and not issubclass(type(item), float):
        return float(item)
    if letter == "c" and not issubclass(type(item), complex):
        return complex(item)
    return item


def message_of(error):
    name = name_of(type(error))
    try:
        text = str.__str__(str(error))
    except BaseException:
        text = "an exception that cannot be read"
    return name + ": " + text if text else name
`;
