"""Golden outputs of the committed dense models from LiteRT.

    python scripts/oracle/litert_models.py [NAME ...]

Takes packages/model/models/NAME.model.json (every linear model and MLP when no name is given) with its vectors, builds
each layer as .tflite operators with exactly the model's multipliers, and writes
packages/model/test/golden/models/NAME.json: values of every layer for at least 500 vectors.

A .tflite has float32 scales, not multipliers. One channel is one operator here: then the scale of its weights and the
scale of its output are both free, and a pair is searched whose quotient becomes the model's 31-bit multiplier. Scores
without requantization run as a float operator, which is exact as long as no sum reaches 2^24; the script checks that.
"""

import json
import sys
from importlib.metadata import version

import numpy as np

import inkling
import litert
from tflite import NONE, RELU, Builder

ROWS = 500


def scales_for(m, s, random):
    """Float32 scales (weights, output) whose quotient gives the multiplier m / 2^s."""
    factor = m / 2.0**s
    m_normal, s_normal = inkling.multiplier(factor)
    for _ in range(100_000):
        out = np.float32(random.uniform(1, 2))
        weights = np.float32(factor * float(out))
        if inkling.multiplier(float(weights) / float(out)) == (m_normal, s_normal):
            return weights, out
    raise SystemExit(f"no float32 scales for {m} / 2^{s}")


def offset(low, high):
    """What to subtract so that low..high fits int8."""
    if high <= 127 and low >= -128:
        return 0
    assert high - low <= 255, f"{low}..{high} does not fit int8"
    return low + 128


def requantized(layer, x, low, high, random):
    weights, bias, how = inkling.values(layer["weights"]), inkling.values(layer["bias"]), layer["requantize"]
    m = np.broadcast_to(inkling.values(how["multiplier"]), len(bias))
    s = np.broadcast_to(inkling.values(how["shift"]), len(bias))
    x_offset = offset(low, high)
    # With ReLU the runtime clamps at the zero point, as we do; the model's own clamp to min..max follows below.
    y_offset = offset(how["min"], how["max"]) if how["max"] > 127 or how["min"] < -128 else 0
    builder = Builder()
    entry = builder.tensor([1, weights.shape[1]], np.int8, 1.0, -x_offset)
    outs = []
    for o in range(len(bias)):
        w_scale, out_scale = scales_for(int(m[o]), int(s[o]), random)
        w = builder.tensor([1, weights.shape[1]], np.int8, w_scale, 0, weights[o])
        b = builder.tensor([1], np.int32, w_scale, 0, bias[o : o + 1])
        out = builder.tensor([1, 1], np.int8, out_scale, how["zeroPoint"] - y_offset)
        activation = RELU if layer["activation"] == "relu" else NONE
        outs.append(builder.fully_connected(entry, w, b, out, activation))
    results = litert.run(builder.finish([entry], outs), x - x_offset, "reference")
    return np.clip(np.concatenate(results, axis=1).astype(np.int64) + y_offset, how["min"], how["max"])


def scores(layer, x, low, high):
    weights, bias = inkling.values(layer["weights"]), inkling.values(layer["bias"])
    reach = (np.abs(weights).sum(axis=1) * max(abs(low), abs(high)) + np.abs(bias)).max()
    assert reach < 2**24, f"sums up to {reach} are not exact in float32"
    builder = Builder()
    entry = builder.tensor([1, weights.shape[1]], np.float32)
    w = builder.tensor(weights.shape, np.float32, data=weights)
    b = builder.tensor(bias.shape, np.float32, data=bias)
    out = builder.tensor([1, len(bias)], np.float32)
    activation = RELU if layer["activation"] == "relu" else NONE
    model = builder.finish([entry], [builder.fully_connected(entry, w, b, out, activation)])
    return litert.run(model, x, "reference")[0].astype(np.int64)


def main():
    names = sys.argv[1:] or sorted(path.name[: -len(".model.json")] for path in inkling.MODELS.glob("*.model.json"))
    for name in names:
        model = json.loads((inkling.MODELS / f"{name}.model.json").read_text())
        if model["kind"] not in ("linear", "mlp"):
            continue
        if any(layer["weights"]["dtype"] != "i8" for layer in model["layers"] if layer["type"] == "dense"):
            print(f"{name:32} skipped: weights wider than int8")
            continue
        vectors = json.loads((inkling.MODELS / f"{name}.vectors.json").read_text())
        entry = model["input"]
        count = len(vectors["input"])
        numbers = sorted({round(i * (count - 1) / (ROWS - 1)) for i in range(ROWS)}) if count > ROWS else range(count)
        x = np.array([inkling.unpack(vectors["input"][i], entry["packing"], entry["length"]) for i in numbers])
        low, high = min(entry["min"]), max(entry["max"])
        random = np.random.default_rng(1)
        layers = []
        for layer in model["layers"]:
            if layer["type"] != "dense":
                break
            how = layer.get("requantize")
            x = requantized(layer, x, low, high, random) if how else scores(layer, x, low, high)
            layers.append([row.tolist() for row in x])
            low, high = (how["min"], how["max"]) if how else (0, 0)
        (inkling.GOLDEN / "models").mkdir(parents=True, exist_ok=True)
        inkling.write(f"models/{name}", {
            "source": f"LiteRT {version('ai-edge-litert')}, reference kernels",
            "sha256": model["sha256"],
            "vectors": list(numbers),
            **{f"layer{i}": rows for i, rows in enumerate(layers)},
        })
        print(f"{name:32} {len(x)} vectors, {len(layers)} of {len(model['layers'])} layers")


if __name__ == "__main__":
    main()
