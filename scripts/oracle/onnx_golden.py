"""Golden answers of ONNX Runtime for the importer.

    python scripts/oracle/onnx_golden.py

Writes packages/model/test/golden/onnx/NAME.json: the .onnx file (base64), 1,000 rows of integers, and the runtime's
scores and labels for them (the rows divided by `scale`; rows are bytes in base64, `width` a row). Estimators come from scikit-learn through skl2onnx; the
convolutional net is written node by node, with random weights, in float32.
"""

import base64
from importlib.metadata import version

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.tree import DecisionTreeClassifier

import inkling
from sklearn_golden import phishing, three_classes

ROWS = 1000


def session(model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def convolutional(random):
    """14x14 in, conv 3x3 with padding, ReLU, pool 2, conv 3x3 stride 2, ReLU, flatten, dense, softmax."""
    sizes = {"w1": (6, 1, 3, 3), "b1": (6,), "w2": (8, 6, 3, 3), "b2": (8,), "w3": (10, 8 * 3 * 3), "b3": (10,)}
    weights = [
        numpy_helper.from_array(random.normal(0, 0.4, shape).astype(np.float32), name) for name, shape in sizes.items()
    ]
    node = helper.make_node
    nodes = [
        node("Conv", ["x", "w1", "b1"], ["c1"], pads=[1, 1, 1, 1], kernel_shape=[3, 3]),
        node("Relu", ["c1"], ["r1"]),
        node("MaxPool", ["r1"], ["p1"], kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["p1", "w2", "b2"], ["c2"], strides=[2, 2], kernel_shape=[3, 3]),
        node("Relu", ["c2"], ["r2"]),
        node("Flatten", ["r2"], ["f"]),
        node("Gemm", ["f", "w3", "b3"], ["scores"], transB=1),
        node("Softmax", ["scores"], ["y"], axis=1),
    ]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "cnn",
        [value("x", TensorProto.FLOAT, [None, 1, 14, 14])],
        [value("y", TensorProto.FLOAT, [None, 10]), value("scores", TensorProto.FLOAT, [None, 10])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9, producer_name="by hand")
    onnx.checker.check_model(model)
    return model


def estimators(random):
    _, x, y = phishing()
    grid = random.integers(0, 3, (ROWS, x.shape[1]))
    yield "tree", DecisionTreeClassifier(max_depth=5, random_state=1).fit(x, y), 1, grid
    yield "forest", RandomForestClassifier(12, max_depth=5, random_state=1).fit(x, y), 1, grid
    yield "boosting", GradientBoostingClassifier(n_estimators=20, random_state=1).fit(x, y), 1, grid
    x, y = three_classes(random)
    x = x / 100
    rows = random.integers(0, 256, (ROWS, 4))
    yield "forest-3", RandomForestClassifier(8, max_depth=5, random_state=2).fit(x, y), 100, rows
    yield "mlp-3", MLPClassifier((10, 6), random_state=1, max_iter=400).fit(x, y), 100, rows


def write(name, model, scale, rows, scores, label):
    inkling.write(
        f"onnx/{name}",
        {
            "source": f"onnxruntime {version('onnxruntime')}, skl2onnx {version('skl2onnx')}",
            "onnx": base64.b64encode(model.SerializeToString()).decode(),
            "scale": scale,
            "width": rows.shape[1],
            "input": base64.b64encode(rows.astype(np.uint8).tobytes()).decode(),
            "scores": [[float(f"{score:.7g}") for score in row] for row in np.asarray(scores)],
            "label": np.asarray(label).astype(int).tolist(),
        },
    )
    print(f"onnx/{name:10} {len(rows)} rows, labels {np.bincount(np.asarray(label).astype(int)).tolist()}")


def main():
    random = np.random.default_rng(17)
    (inkling.GOLDEN / "onnx").mkdir(parents=True, exist_ok=True)
    for name, estimator, scale, rows in estimators(random):
        data = (rows / scale).astype(np.float32)
        raw = {"raw_scores": True} if name == "boosting" else {}
        model = to_onnx(estimator, data[:1], options={id(estimator): {"zipmap": False, **raw}})
        label, scores = session(model).run(None, {model.graph.input[0].name: data})
        write(name, model, scale, rows, scores, label)
    model = convolutional(random)
    rows = random.integers(0, 16, (ROWS, 196))
    data = (rows / 15).astype(np.float32).reshape(-1, 1, 14, 14)
    _, scores = session(model).run(None, {"x": data})
    write("cnn", model, 15, rows, scores, np.argmax(scores, axis=1))


if __name__ == "__main__":
    main()
