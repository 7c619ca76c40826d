"""Clears the weights of an ONNX file that are too small to matter: prepare.py FROM TO [LETTERS]

Training leaves some channels with weights of 1e-38 and less ("subnormal" numbers). They change no result, but processors
multiply them a hundred times more slowly: in the detector two of eighty layers took a third of the time.

With LETTERS, a file with one letter a line, these are written into the file as its metadata "character", where the
program looks for what the recognizer's labels mean.

Knows just enough of the file format (protocol buffers, onnx.proto) to find the weights; everything else stays as it is.
"""

import array
import sys

NEGLIGIBLE = 1e-20  # sums of products of ordinary size do not notice it in 32-bit floating point
GRAPH, INITIAL_VALUE, DATA_TYPE, RAW_DATA = 7, 5, 2, 9  # numbers of fields
METADATA, KEY, VALUE = 14, 1, 2
FLOAT = 1  # value of DATA_TYPE for 32-bit floating point


def varint(data, at):
    """A number of variable length, seven bits a byte, lowest first; and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def fields(data, start, end):
    """The fields of a message: number, and a whole number or the place of its bytes."""
    at = start
    while at < end:
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            content, at = varint(data, at)
        else:
            length, at = varint(data, at) if kind == 2 else ({1: 8, 5: 4}[kind], at)
            content, at = (at, at + length), at + length
        yield key >> 3, content


def inside(data, place, number):
    return [content for n, content in fields(data, *place) if n == number and isinstance(content, tuple)]


def prepare(data):
    for graph in inside(data, (0, len(data)), GRAPH):
        for tensor in inside(data, graph, INITIAL_VALUE):
            if (DATA_TYPE, FLOAT) not in list(fields(data, *tensor)):
                continue
            for start, end in inside(data, tensor, RAW_DATA):
                weights = array.array("f", bytes(data[start:end]))
                if sys.byteorder == "big":
                    weights.byteswap()
                for i, weight in enumerate(weights):
                    if -NEGLIGIBLE < weight < NEGLIGIBLE:
                        weights[i] = 0.0
                if sys.byteorder == "big":
                    weights.byteswap()
                data[start:end] = weights.tobytes()
    return data


def number(value):
    """A whole number in variable length."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def field(n, content):
    return number(n << 3 | 2) + number(len(content)) + content


def with_letters(data, letters):
    """Messages may be continued at their end: one more entry of metadata."""
    return data + field(METADATA, field(KEY, b"character") + field(VALUE, letters.rstrip("\n").encode()))


if __name__ == "__main__":
    source, target, *letters = sys.argv[1:]
    with open(source, "rb") as file:
        prepared = bytes(prepare(bytearray(file.read())))
    for path in letters:
        with open(path, encoding="utf-8") as file:
            prepared = with_letters(prepared, file.read())
    with open(target, "wb") as file:
        file.write(prepared)
