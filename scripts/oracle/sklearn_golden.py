"""Golden answers of scikit-learn for trees and for imported models.

    python scripts/oracle/sklearn_golden.py

Writes
  packages/model/test/golden/sklearn/ESTIMATOR.json   a fitted estimator as sklearn_export.py gives it, quantized inputs,
                                                      and scikit-learn's scores and labels for them
  packages/model/test/golden/sklearn-trees.json       our committed tree models, their trees put into scikit-learn's own
                                                      evaluator, and its sums for the models' vectors
"""

import csv
import json
from importlib.metadata import version

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.tree._tree import Tree

import inkling
from sklearn_export import export

VECTORS = 1000


def phishing():
    """The table with its values doubled: integers 0, 1, 2."""
    with open(inkling.ROOT / "labs/01-decision-tree/data/phishing.csv", newline="") as file:
        names, *rows = list(csv.reader(file))
    data = np.array(rows, dtype=float)
    return names[:-1], (data[:, :-1] * 2).astype(int), data[:, -1].astype(int)


def three_classes(random):
    """A table with fractions in it, and labels from three bumps."""
    x = random.integers(0, 256, (600, 4))
    score = np.stack([x[:, 0] + x[:, 1], 300 - x[:, 1] + x[:, 2], x[:, 3] * 2], axis=1)
    return x, np.argmax(score + random.normal(0, 20, score.shape), axis=1)


def estimators(random):
    names, x, y = phishing()
    grid = random.integers(0, 3, (VECTORS, len(names)))
    yield "tree", DecisionTreeClassifier(max_depth=6, random_state=1).fit(x, y), names, grid
    yield "forest", RandomForestClassifier(24, max_depth=6, random_state=1).fit(x, y), names, grid
    yield "boosting", GradientBoostingClassifier(n_estimators=40, random_state=1).fit(x, y), names, grid
    yield "logistic", LogisticRegression().fit(x, y), names, grid
    yield "mlp", MLPClassifier((12,), random_state=1, max_iter=300).fit(x, y), names, grid
    x, y = three_classes(random)
    bytes_ = random.integers(0, 256, (VECTORS, 4))
    names = ["a", "b", "c", "d"]
    yield "tree-3", DecisionTreeClassifier(max_depth=7, random_state=2).fit(x, y), names, bytes_
    yield "forest-3", RandomForestClassifier(20, max_depth=6, random_state=2).fit(x, y), names, bytes_
    yield "boosting-3", GradientBoostingClassifier(n_estimators=15, random_state=2).fit(x, y), names, bytes_
    yield "logistic-3", LogisticRegression(max_iter=5000).fit(x / 64, y), names, bytes_


def scores(model, x):
    if isinstance(model, (DecisionTreeClassifier, RandomForestClassifier)):
        return model.predict_proba(x)
    if isinstance(model, MLPClassifier):
        p = model.predict_proba(x)
        return np.log(p[:, 1] / p[:, 0]) if p.shape[1] == 2 else np.log(p)
    return model.decision_function(x)


def imported(random):
    (inkling.GOLDEN / "sklearn").mkdir(parents=True, exist_ok=True)
    for name, model, features, x in estimators(random):
        # logistic-3 was fitted on the bytes over 64: its input has the scale 64 / 1.
        scale = 64 if name == "logistic-3" else 1
        data = x / scale
        result = {
            "source": f"scikit-learn {version('scikit-learn')}",
            "export": export(model, features),
            "scale": scale,
            "input": x.tolist(),
            "scores": np.asarray(scores(model, data)).tolist(),
            "label": model.predict(data).tolist(),
        }
        inkling.write(f"sklearn/{name}", result)
        print(f"sklearn/{name:12} {len(x)} vectors, labels {np.bincount(result['label']).tolist()}")


def as_sklearn(tree, features, scores):
    """A tree of a model file inside scikit-learn's evaluator: int32 leaves are exact in its doubles."""
    fitted = DecisionTreeRegressor().fit(np.zeros((2, features)), np.zeros(2))
    state = fitted.tree_.__getstate__()
    nodes = np.zeros(len(tree["nodes"]), dtype=state["nodes"].dtype)
    values = np.zeros((len(nodes), scores, 1))
    for i, node in enumerate(tree["nodes"]):
        leaf = "scores" in node
        nodes[i]["left_child"] = -1 if leaf else node["left"]
        nodes[i]["right_child"] = -1 if leaf else node["right"]
        nodes[i]["feature"] = -2 if leaf else node["feature"]
        nodes[i]["threshold"] = -2 if leaf else node["threshold"]
        if leaf:
            values[i, :, 0] = node["scores"]
    result = Tree(features, np.ones(scores, dtype=np.intp), scores)
    result.__setstate__({"max_depth": 64, "node_count": len(nodes), "nodes": nodes, "values": values})
    return result


def committed():
    models = {}
    for path in sorted(inkling.MODELS.glob("*.model.json")):
        model = json.loads(path.read_text())
        if "trees" not in model:
            continue
        vectors = json.loads((inkling.MODELS / f"{model['name']}.vectors.json").read_text())
        entry = model["input"]
        x = np.array([inkling.unpack(row, entry["packing"], entry["length"]) for row in vectors["input"]])
        count = len(model["base"]) if "base" in model else len(model["output"]["labels"])
        total = np.array(model.get("base", [0] * count), dtype=float)
        for tree in model["trees"]:
            total = total + as_sklearn(tree, entry["length"], count).predict(x.astype(np.float32)).reshape(len(x), count)
        models[model["name"]] = {"sha256": model["sha256"], "scores": total.astype(int).tolist()}
        print(f"{model['name']:24} {len(x)} vectors, {len(model['trees'])} trees")
    inkling.write("sklearn-trees", {"source": f"scikit-learn {version('scikit-learn')}", "models": models})


if __name__ == "__main__":
    imported(np.random.default_rng(6))
    committed()
