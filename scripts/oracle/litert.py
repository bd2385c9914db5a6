"""Runs a .tflite with each of LiteRT's three sets of kernels."""

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

KERNELS = {
    # The portable reference, one loop an operator.
    "reference": OpResolverType.BUILTIN_REF,
    # The optimized kernels for the processor, without XNNPACK.
    "builtin": OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
    # What a user gets: XNNPACK takes the operators it knows.
    "default": OpResolverType.AUTO,
}


def run(model, rows, kernels):
    """Outputs for each row, as a list with one array (rows x values) for each output of the graph."""
    interpreter = Interpreter(
        model_content=model, experimental_op_resolver_type=KERNELS[kernels], num_threads=1)
    interpreter.allocate_tensors()
    entry = interpreter.get_input_details()[0]
    outputs = interpreter.get_output_details()
    results = [[] for _ in outputs]
    for row in rows:
        interpreter.set_tensor(entry["index"], np.asarray(row, dtype=entry["dtype"]).reshape(entry["shape"]))
        interpreter.invoke()
        for i, output in enumerate(outputs):
            results[i].append(interpreter.get_tensor(output["index"]).reshape(-1).copy())
    return [np.array(result) for result in results]
