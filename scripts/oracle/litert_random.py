"""Golden vectors of random int8 models from LiteRT.

    python scripts/oracle/litert_random.py

For each case: draws weights and scales (float32, as a .tflite has them), writes the .tflite by hand, runs it with
LiteRT's three sets of kernels, and writes packages/model/test/golden/litert-NAME.json with the same model as
inkling-model/1 parts, the inputs, LiteRT's outputs, and how many outputs the other sets of kernels give differently.
"""

from importlib.metadata import version

import numpy as np

import inkling
import litert
from tflite import RELU, NONE, Builder

VECTORS = 600
F32 = np.float32


class Layer:
    """Random int8 weights and the scales around them. `factors`: real multipliers from accumulator to output."""

    def __init__(self, random, shape, x_scale, x_zero, relu, channels, target, out_zero):
        outputs = shape[0]
        self.relu, self.x_zero, self.zero = relu, x_zero, out_zero
        self.weights = random.integers(-127, 128, shape)
        self.bias = random.integers(-4000, 4000, outputs)
        count = outputs if channels else 1
        spread = random.uniform(0.5, 2, count) if channels else np.ones(1)
        self.scale = F32(random.uniform(0.02, 0.3))
        self.w_scale = (np.array(target * spread, dtype=np.float64) * self.scale / x_scale).astype(F32)
        # The runtime multiplies in double, with one scale for the layer too.
        products = self.w_scale.astype(np.float64) * np.float64(x_scale)
        self.factors = products / np.float64(self.scale)

    def inkling_requantize(self):
        pairs = [inkling.multiplier(factor) for factor in self.factors]
        return {
            "multiplier": inkling.tensor("i32", [m for m, _ in pairs]),
            "shift": inkling.tensor("u8", [s for _, s in pairs]),
            "zeroPoint": int(self.zero),
            "min": -128,
            "max": 127,
        }

    def inkling(self, **more):
        # Ours has no input zero point: it is folded into the bias.
        folded = self.bias - self.x_zero * self.weights.reshape(len(self.bias), -1).sum(axis=1)
        return {
            **more,
            "weights": inkling.tensor("i8", self.weights),
            "bias": inkling.tensor("i32", folded),
            "activation": "relu" if self.relu else "none",
            "requantize": self.inkling_requantize(),
        }

    def tensors(self, builder, x_scale, out_shape):
        weights = builder.tensor(self.weights.shape, np.int8, self.w_scale, 0, self.weights)
        bias_scale = (self.w_scale.astype(np.float64) * np.float64(x_scale)).astype(F32)
        bias = builder.tensor(self.bias.shape, np.int32, bias_scale, 0, self.bias)
        return weights, bias, builder.tensor(out_shape, np.int8, self.scale, self.zero)


def dense_case(seed, sizes, channels, target, zeros, relu):
    """An MLP of int8 layers. `target`: size of the multipliers; `zeros`: zero points of input and outputs."""
    random = np.random.default_rng(seed)
    x_scale = F32(random.uniform(0.005, 0.05))
    builder = Builder()
    at = entry = builder.tensor([1, sizes[0]], np.int8, x_scale, zeros[0])
    layers, scale = [], x_scale
    for i in range(len(sizes) - 1):
        # A sum of n products is about sqrt(n) as large as one: so outputs fill the range.
        layer = Layer(
            random, (sizes[i + 1], sizes[i]), scale, zeros[i], relu and i < len(sizes) - 2, channels,
            target / np.sqrt(sizes[i]), zeros[i + 1])
        weights, bias, out = layer.tensors(builder, scale, [1, sizes[i + 1]])
        at = builder.fully_connected(at, weights, bias, out, RELU if layer.relu else NONE)
        layers.append(layer.inkling(type="dense"))
        scale = layer.scale
    model = builder.finish([entry], [at])
    return model, layers, corner_rows(random, sizes[0]), "mlp"


def left_shift_case(seed, inputs, outputs, channels):
    """One layer with few, small weights and factors from 1 to 16: the multiplier shifts left."""
    random = np.random.default_rng(seed)
    x_scale = F32(random.uniform(0.5, 2))
    layer = Layer(random, (outputs, inputs), x_scale, 3, False, channels, 4.0, -5)
    layer.weights = random.integers(-1, 2, (outputs, inputs))
    layer.bias = random.integers(-20, 20, outputs)
    assert (layer.factors > 1).all()
    builder = Builder()
    entry = builder.tensor([1, inputs], np.int8, x_scale, 3)
    weights, bias, out = layer.tensors(builder, x_scale, [1, outputs])
    model = builder.finish([entry], [builder.fully_connected(entry, weights, bias, out)])
    return model, [layer.inkling(type="dense")], random.integers(-8, 14, (VECTORS, inputs)), "linear"


def conv_case(seed, image, filters, kernel, stride, same):
    """A convolution with ReLU and one scale a channel, a pool, and a dense layer."""
    random = np.random.default_rng(seed)
    height, width, depth = image
    x_scale = F32(random.uniform(0.005, 0.05))
    builder = Builder()
    entry = builder.tensor([1, height, width, depth], np.int8, x_scale, 0)
    if same:
        rows, columns = -(-height // stride[0]), -(-width // stride[1])
        down = max((rows - 1) * stride[0] + kernel[0] - height, 0)
        across = max((columns - 1) * stride[1] + kernel[1] - width, 0)
        padding = [down // 2, across - across // 2, down - down // 2, across // 2]
    else:
        rows, columns = (height - kernel[0]) // stride[0] + 1, (width - kernel[1]) // stride[1] + 1
        padding = [0, 0, 0, 0]
    conv = Layer(
        random, (filters, *kernel, depth), x_scale, 0, True, True,
        0.02 / np.sqrt(kernel[0] * kernel[1] * depth), 0)
    weights, bias, out = conv.tensors(builder, x_scale, [1, rows, columns, filters])
    at = builder.conv2d(entry, weights, bias, out, stride, same, RELU)
    pooled = (rows - 1, columns - 1, filters)
    at = builder.max_pool(at, builder.tensor([1, *pooled], np.int8, conv.scale, 0), (2, 2), (1, 1))
    flat = pooled[0] * pooled[1] * pooled[2]
    dense = Layer(random, (4, flat), conv.scale, 0, False, True, 0.01 / np.sqrt(flat), 7)
    weights, bias, out = dense.tensors(builder, conv.scale, [1, 4])
    at = builder.fully_connected(at, weights, bias, out)
    layers = [
        conv.inkling(type="conv2d", input=list(image), stride=list(stride), padding=padding),
        {"type": "maxpool2d", "input": [rows, columns, filters], "size": [2, 2], "stride": [1, 1]},
        dense.inkling(type="dense"),
    ]
    return builder.finish([entry], [at]), layers, corner_rows(random, height * width * depth), "cnn"


def corner_rows(random, length):
    rows = random.integers(-128, 128, (VECTORS, length))
    rows[0], rows[1] = -128, 127
    for i in range(min(length, VECTORS - 2)):
        rows[2 + i] = np.where(np.arange(length) == i, 127, -128) if i % 2 else 0
    return rows


CASES = {
    "per-tensor": lambda: dense_case(1, [24, 16, 6], False, 0.02, [0, 0, 0], True),
    "per-tensor-zero-points": lambda: dense_case(2, [24, 16, 6], False, 0.02, [-7, -128, 11], True),
    "per-channel": lambda: dense_case(3, [32, 24, 10], True, 0.02, [0, 0, 0], True),
    "per-channel-zero-points": lambda: dense_case(4, [32, 24, 10], True, 0.02, [5, -128, -3], True),
    "no-relu": lambda: dense_case(5, [20, 20, 20, 5], True, 0.02, [1, -2, 3, -4], False),
    "tiny-multipliers": lambda: dense_case(6, [64, 12], True, 0.001, [0, 0], False),
    "left-shift-per-tensor": lambda: left_shift_case(7, 5, 40, False),
    "left-shift-per-channel": lambda: left_shift_case(8, 5, 40, True),
    "conv-valid": lambda: conv_case(9, (7, 6, 2), 3, (3, 2), (1, 1), False),
    "conv-same-stride": lambda: conv_case(10, (8, 7, 1), 4, (3, 3), (2, 1), True),
}


def main():
    for name, make in CASES.items():
        model, layers, rows, kind = make()
        results = {kernels: litert.run(model, rows, kernels)[0] for kernels in litert.KERNELS}
        # The reference kernel rounds once in dense layers and twice in convolutions; XNNPACK's convolution rounds once.
        source = "default" if kind == "cnn" else "reference"
        golden = results[source]
        low, high = int(rows.min()), int(rows.max())
        outputs = golden.shape[1]
        differ = {kernels: int((result != golden).sum()) for kernels, result in results.items()}
        inside = float(((golden > -128) & (golden < 127)).mean())
        print(f"{name:26} {golden.size:6} outputs, {inside:4.0%} not clamped, differences {differ}")
        inkling.write(f"litert-{name}", {
            "source": f"LiteRT {version('ai-edge-litert')}, {source} kernels",
            "differences": differ,
            "model": {
                "kind": kind,
                "name": f"litert-{name}",
                "input": {
                    "length": rows.shape[1],
                    "packing": "i8",
                    "min": [low] * rows.shape[1],
                    "max": [high] * rows.shape[1],
                    "features": [f"x{i}" for i in range(rows.shape[1])],
                    "scale": {"num": 1, "den": 1},
                },
                "layers": layers,
                "output": {"labels": [f"y{i}" for i in range(outputs)]},
                "provenance": {"oracle": "scripts/oracle/litert_random.py"},
            },
            "input": ["0x" + row.astype(np.int8).tobytes().hex() for row in rows],
            "output": [row.tolist() for row in golden],
        })


if __name__ == "__main__":
    main()
