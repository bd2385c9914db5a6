"""Writes .tflite files by hand: the few tensors and operators the oracle needs, with every scale chosen by the caller.

The schema is the one inside the `ai-edge-litert` wheel (`schema_py_generated`), so nothing is converted or optimized
on the way: what stands in the file is what the runtime computes.
"""

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema

TYPES = {
    np.dtype(np.float32): schema.TensorType.FLOAT32,
    np.dtype(np.int8): schema.TensorType.INT8,
    np.dtype(np.int32): schema.TensorType.INT32,
}
NONE = schema.ActivationFunctionType.NONE
RELU = schema.ActivationFunctionType.RELU


class Builder:
    """One graph. `tensor` and the operator methods return tensor numbers."""

    def __init__(self):
        self.model = schema.ModelT()
        self.model.version = 3
        self.model.description = "oracle"
        self.model.buffers = [schema.BufferT()]
        self.model.operatorCodes = []
        self.graph = schema.SubGraphT()
        self.graph.tensors, self.graph.operators = [], []
        self.graph.inputs, self.graph.outputs = [], []
        self.model.subgraphs = [self.graph]

    def tensor(self, shape, dtype, scale=None, zero=0, data=None, axis=0):
        """`scale`: a number, or a list with one for each index of dimension `axis`."""
        t = schema.TensorT()
        t.name = f"t{len(self.graph.tensors)}"
        t.shape = list(shape)
        t.type = TYPES[np.dtype(dtype)]
        t.buffer = 0
        if scale is not None:
            scales = list(scale) if isinstance(scale, (list, tuple, np.ndarray)) else [scale]
            q = schema.QuantizationParametersT()
            q.scale = [float(np.float32(s)) for s in scales]
            q.zeroPoint = [int(zero)] * len(scales)
            q.quantizedDimension = axis if len(scales) > 1 else 0
            t.quantization = q
        if data is not None:
            buffer = schema.BufferT()
            raw = np.ascontiguousarray(data, dtype=dtype).tobytes()
            buffer.data = np.frombuffer(raw, dtype=np.uint8)
            t.buffer = len(self.model.buffers)
            self.model.buffers.append(buffer)
        self.graph.tensors.append(t)
        return len(self.graph.tensors) - 1

    def _operator(self, code, version, inputs, outputs, kind, options):
        entry = schema.OperatorCodeT()
        entry.builtinCode = code
        entry.deprecatedBuiltinCode = code
        entry.version = version
        self.model.operatorCodes.append(entry)
        op = schema.OperatorT()
        op.opcodeIndex = len(self.model.operatorCodes) - 1
        op.inputs, op.outputs = list(inputs), list(outputs)
        op.builtinOptionsType, op.builtinOptions = kind, options
        self.graph.operators.append(op)

    def fully_connected(self, x, weights, bias, out, activation=NONE):
        o = schema.FullyConnectedOptionsT()
        o.fusedActivationFunction = activation
        self._operator(
            schema.BuiltinOperator.FULLY_CONNECTED, 5, [x, weights, bias], [out],
            schema.BuiltinOptions.FullyConnectedOptions, o)
        return out

    def conv2d(self, x, weights, bias, out, stride, same, activation=NONE):
        o = schema.Conv2DOptionsT()
        o.padding = schema.Padding.SAME if same else schema.Padding.VALID
        o.strideH, o.strideW = stride
        o.dilationHFactor = o.dilationWFactor = 1
        o.fusedActivationFunction = activation
        self._operator(
            schema.BuiltinOperator.CONV_2D, 3, [x, weights, bias], [out],
            schema.BuiltinOptions.Conv2DOptions, o)
        return out

    def max_pool(self, x, out, size, stride):
        o = schema.Pool2DOptionsT()
        o.padding = schema.Padding.VALID
        o.filterHeight, o.filterWidth = size
        o.strideH, o.strideW = stride
        o.fusedActivationFunction = NONE
        self._operator(
            schema.BuiltinOperator.MAX_POOL_2D, 2, [x], [out],
            schema.BuiltinOptions.Pool2DOptions, o)
        return out

    def finish(self, inputs, outputs):
        self.graph.inputs, self.graph.outputs = list(inputs), list(outputs)
        builder = flatbuffers.Builder(1024)
        builder.Finish(self.model.Pack(builder), b"TFL3")
        return bytes(builder.Output())
