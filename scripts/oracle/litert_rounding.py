"""Which rounding each of LiteRT's kernels uses: counts differences from four rules, layer by layer.

    python scripts/oracle/litert_rounding.py

Runs the cases of litert_random.py with every layer's values as outputs, recomputes each layer from the values LiteRT
itself gave to it (so that one difference does not make others), and counts for

    spec         ((acc * M + 2^(s-1)) >> s): one rounding, half up; what Inkling does
    twice        first to acc * M / 2^31, then to the rest of the shift, each half up
    twice-away   the same, the second one half away from 0
    float        acc * float32(M / 2^s), half to even

and writes packages/model/test/golden/rounding.json.
"""

from importlib.metadata import version

import numpy as np

import inkling
import litert
import litert_random
from tflite import Builder


class EveryValue(Builder):
    """Gives out every tensor that an operator writes."""

    def finish(self, inputs, outputs):
        return super().finish(inputs, [op.outputs[0] for op in self.graph.operators])


def sums(layer, x):
    weights, bias = inkling.values(layer["weights"]), inkling.values(layer["bias"])
    if layer["type"] == "dense":
        acc = x @ weights.T + bias
    else:
        height, width, depth = layer["input"]
        top, right, bottom, left = layer["padding"]
        padded = np.pad(x.reshape(-1, height, width, depth), ((0, 0), (top, bottom), (left, right), (0, 0)))
        (kh, kw), (sh, sw) = weights.shape[1:3], layer["stride"]
        rows, columns = (padded.shape[1] - kh) // sh + 1, (padded.shape[2] - kw) // sw + 1
        acc = np.zeros((len(x), rows, columns, len(bias)), dtype=np.int64)
        for i in range(rows):
            for j in range(columns):
                window = padded[:, i * sh : i * sh + kh, j * sw : j * sw + kw]
                acc[:, i, j] = np.tensordot(window, weights, axes=([1, 2, 3], [1, 2, 3]))
        acc = (acc + bias).reshape(len(x), -1)
    return np.maximum(acc, 0) if layer["activation"] == "relu" else acc


def rules(acc, how, channels):
    def spread(field):
        values = inkling.values(how[field])
        return np.resize(values if len(values) > 1 else np.repeat(values, channels), acc.shape[1])

    m, s = spread("multiplier"), spread("shift")
    left, right = np.maximum(31 - s, 0), np.maximum(s - 31, 0)
    high = ((acc << left) * m + (1 << 30)) >> 31
    mask = (1 << right) - 1
    results = {
        "spec": (acc * m + (1 << (s - 1))) >> s,
        "twice": (high + ((1 << right) >> 1)) >> right,
        "twice-away": (high >> right) + ((high & mask) > (mask >> 1) + (high < 0)),
        "float": np.rint(acc.astype(np.float32) * (m / 2.0**s).astype(np.float32)).astype(np.int64),
    }
    return {name: np.clip(y + how["zeroPoint"], how["min"], how["max"]) for name, y in results.items()}


def main():
    litert_random.Builder = EveryValue
    counts = {}
    for make in litert_random.CASES.values():
        model, layers, rows, _ = make()
        for kernels in litert.KERNELS:
            x = rows.astype(np.int64)
            for layer, got in zip(layers, litert.run(model, rows, kernels)):
                if layer["type"] != "maxpool2d":
                    channels = layer["weights"]["shape"][0]
                    entry = counts.setdefault(f"{layer['type']}, {kernels}", {"outputs": 0})
                    entry["outputs"] += got.size
                    for rule, want in rules(sums(layer, x), layer["requantize"], channels).items():
                        entry[rule] = entry.get(rule, 0) + int((want != got).sum())
                        if rule == "spec":
                            largest = int(np.abs(want - got).max())
                            entry["largest from spec"] = max(entry.get("largest from spec", 0), largest)
                x = got.astype(np.int64)
    for name, entry in sorted(counts.items()):
        print(f"{name:20} {entry}")
    inkling.write("rounding", {"source": f"LiteRT {version('ai-edge-litert')}", "differences": counts})


if __name__ == "__main__":
    main()
