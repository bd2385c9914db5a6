"""Exports a fitted scikit-learn classifier as plain JSON, for `importSklearn` of @inkling/model.

As a module:      from sklearn_export import export; export(model, features, "model.json")
From a pickle:    python scripts/oracle/sklearn_export.py model.pickle model.json   (your own pickles only)

The JSON, format `inkling-sklearn/1`; every number is the double scikit-learn holds, written so that it reads back the
same. Features are in the units of the data. A pipeline of StandardScaler, MinMaxScaler or MaxAbsScaler and a linear model
or net is taken too: scaling is affine, so it goes into the first layer's weights and bias. Trees need no scaling.

    {
      "format": "inkling-sklearn/1",
      "sklearn": "1.9.1",                      version that fitted it
      "estimator": "RandomForestClassifier",   class name
      "features": ["a", "b"],                  one name an input
      "classes": ["0", "1"],                   labels in scikit-learn's order, as text

      trees: DecisionTreeClassifier, RandomForestClassifier, ExtraTreesClassifier, GradientBoostingClassifier
      "trees": [{
        "left": [1, -1, -1], "right": [2, -1, -1],       node numbers; -1 in a leaf
        "feature": [0, -2, -2], "threshold": [0.5, 0, 0], x[feature] <= threshold goes left
        "value": [[..], [..], [..]],                      rows of each class (weighted) in a node;
                                                          boosting: one number, in log odds, learning rate not applied
        "score": 0                                        boosting only: which class's score it adds to
      }],
      "learningRate": 0.1, "init": [0.3],                 boosting only: score = init + learningRate * sum of the trees

      nets: LogisticRegression, LinearSVC, RidgeClassifier, SGDClassifier, Perceptron, MLPClassifier (ReLU)
      "layers": [{"weights": [[..], [..]], "bias": [..]}] weights[output][input]; ReLU between layers, none at the end
    }

Two classes have one score, and class 1 is above 0; more have one score each. A net's scores are what `decision_function`
gives (an MLP's: its outputs before softmax or logistic).
"""

import json
import math
import pickle
import sys

import numpy as np
import sklearn

TREES = ("DecisionTreeClassifier", "ExtraTreeClassifier")
FORESTS = ("RandomForestClassifier", "ExtraTreesClassifier")
SCALERS = ("StandardScaler", "MinMaxScaler", "MaxAbsScaler")
LINEAR = ("LogisticRegression", "LinearSVC", "RidgeClassifier", "SGDClassifier", "Perceptron")


def tree_parts(tree, counts):
    """`counts`: turn scikit-learn's shares of each class into weighted numbers of rows."""
    value = tree.value[:, 0, :]
    if counts:
        value = np.round(value * tree.weighted_n_node_samples[:, None], 6)
    return {
        "left": tree.children_left.tolist(),
        "right": tree.children_right.tolist(),
        "feature": tree.feature.tolist(),
        "threshold": tree.threshold.tolist(),
        "value": value.tolist(),
    }


def boosting_parts(model):
    trees = [
        {**tree_parts(estimator.tree_, False), "score": score}
        for stage in model.estimators_
        for score, estimator in enumerate(stage)
    ]
    # The raw score of the initial estimator is whatever the trees do not explain of the score of any row.
    row = np.zeros((1, model.n_features_in_))
    total = np.atleast_1d(model.decision_function(row)[0]).astype(float)
    for stage in model.estimators_:
        for score, estimator in enumerate(stage):
            total[score] -= model.learning_rate * estimator.predict(row)[0]
    return {"trees": trees, "learningRate": float(model.learning_rate), "init": total.tolist()}


def mlp_parts(model):
    if model.activation != "relu":
        raise SystemExit(f"MLPClassifier with activation {model.activation}: only relu can be imported")
    return [{"weights": w.T.tolist(), "bias": b.tolist()} for w, b in zip(model.coefs_, model.intercepts_)]


def unscaled(layer, scaler):
    """The first layer for data that were not scaled: w * (x * a + c) + b is (w * a) * x + (w * c + b)."""
    zero = np.zeros((1, scaler.n_features_in_))
    shift = scaler.transform(zero)[0]
    factor = scaler.transform(zero + 1)[0] - shift
    weights = np.array(layer["weights"])
    return {
        "weights": (weights * factor).tolist(),
        "bias": (np.array(layer["bias"]) + weights @ shift).tolist(),
    }


def pipeline_parts(pipeline):
    *scalers, model = (step for _, step in pipeline.steps)
    for scaler in scalers:
        # With clip=True a MinMaxScaler is not affine.
        if type(scaler).__name__ not in SCALERS or getattr(scaler, "clip", False):
            raise SystemExit(f"a pipeline with {type(scaler).__name__} cannot be exported; known are {', '.join(SCALERS)}")
    result = parts(model)
    if scalers and "layers" not in result:
        raise SystemExit(f"{type(model).__name__} needs no scaling: fit it on the data themselves")
    for scaler in reversed(scalers):
        result["layers"][0] = unscaled(result["layers"][0], scaler)
    return result


def parts(model):
    name = type(model).__name__
    if name == "Pipeline":
        return pipeline_parts(model)
    if name in TREES:
        return {"trees": [tree_parts(model.tree_, True)]}
    if name in FORESTS:
        return {"trees": [tree_parts(estimator.tree_, True) for estimator in model.estimators_]}
    if name == "GradientBoostingClassifier":
        if model.init is not None:
            raise SystemExit("GradientBoostingClassifier with an init estimator of its own cannot be exported")
        return boosting_parts(model)
    if name in LINEAR:
        return {"layers": [{"weights": model.coef_.tolist(), "bias": np.atleast_1d(model.intercept_).tolist()}]}
    if name == "MLPClassifier":
        return {"layers": mlp_parts(model)}
    raise SystemExit(f"{name} cannot be exported; known are {', '.join((*TREES, *FORESTS, *LINEAR))}, "
                     "GradientBoostingClassifier, MLPClassifier")


def export(model, features=None, path=None):
    """The JSON as a dict; written to `path` when one is given."""
    names = features if features is not None else getattr(model, "feature_names_in_", None)
    if names is None:
        names = [f"x{i}" for i in range(model.n_features_in_)]
    result = {
        "format": "inkling-sklearn/1",
        "sklearn": sklearn.__version__,
        "estimator": type(model[-1] if hasattr(model, "steps") else model).__name__,
        "features": [str(name) for name in names],
        "classes": [str(label) for label in model.classes_],
        **parts(model),
    }
    check(result)
    if path:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(result, file, separators=(",", ":"), allow_nan=False)
            file.write("\n")
    return result


def check(value, path="model"):
    if isinstance(value, dict):
        for key, item in value.items():
            check(item, f"{path}.{key}")
    elif isinstance(value, list):
        for i, item in enumerate(value):
            check(item, f"{path}[{i}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise SystemExit(f"{path} is {value}: the model was not fitted to finite numbers")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    with open(sys.argv[1], "rb") as source:
        export(pickle.load(source), None, sys.argv[2])
