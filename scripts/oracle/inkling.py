"""Reads and writes the parts of an `inkling-model/1` file the oracle needs."""

import base64
import json
import math
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "packages/model/models"
GOLDEN = ROOT / "packages/model/test/golden"
DTYPES = {"i8": "<i1", "u8": "<u1", "i16": "<i2", "i32": "<i4"}


def tensor(dtype, values):
    values = np.asarray(values)
    data = base64.b64encode(np.ascontiguousarray(values, dtype=DTYPES[dtype]).tobytes()).decode()
    return {"dtype": dtype, "shape": list(values.shape), "data": data}


def values(tensor):
    raw = np.frombuffer(base64.b64decode(tensor["data"]), dtype=DTYPES[tensor["dtype"]])
    return raw.reshape(tensor["shape"]).astype(np.int64)


def multiplier(factor):
    """A factor as M / 2^s with M in [2^30, 2^31): how TFLite's documentation of quantization has it."""
    mantissa, exponent = math.frexp(factor)
    m = int(math.floor(mantissa * 2**31 + 0.5))
    if m == 2**31:
        m //= 2
        exponent += 1
    shift = 31 - exponent
    assert 1 <= shift <= 62, f"factor {factor} has shift {shift}"
    return m, shift


def unpack(text, packing, length):
    """Values of packed 0x-hex input."""
    raw = np.frombuffer(bytes.fromhex(text[2:]), dtype=np.uint8)
    if packing == "u8":
        return raw.astype(np.int64)
    if packing == "i8":
        return raw.view(np.int8).astype(np.int64)
    return np.stack([raw & 15, raw >> 4], axis=1).reshape(-1)[:length].astype(np.int64)


def write(name, value):
    """Compact JSON, the longest lists one item a line."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    lines = []
    for key, item in value.items():
        text = json.dumps(item, separators=(",", ":"))
        if isinstance(item, list) and len(text) > 200:
            text = "[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in item) + "\n]"
        lines.append(f"{json.dumps(key)}: {text}")
    (GOLDEN / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
