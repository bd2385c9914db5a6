"""Golden answers of XGBoost and LightGBM for the importer.

    python scripts/oracle/boosting_golden.py

Writes packages/model/test/golden/boosting/NAME.json: the model as the library saves it, 1,200 rows of integers, and
the library's raw scores and labels for them (the rows divided by `scale`).
"""

import json
import tempfile
from importlib.metadata import version
from pathlib import Path

import lightgbm
import numpy as np
import xgboost

import inkling
from sklearn_golden import phishing, three_classes

ROWS = 1200


def xgboost_case(x, y, names, rows, scale, **settings):
    booster = xgboost.train(
        {"seed": 1, "nthread": 1, **settings},
        xgboost.DMatrix(x, label=y, feature_names=names),
        num_boost_round=settings.pop("rounds", 20),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        booster.save_model(path)
        model = json.loads(path.read_text())
    for tree in model["learner"]["gradient_booster"]["model"]["trees"]:
        for key in ("loss_changes", "sum_hessian", "base_weights", "parents"):
            tree.pop(key, None)
    data = xgboost.DMatrix((rows / scale).astype(np.float32), feature_names=names)
    return "xgboost", model, booster.predict(data, output_margin=True)


def lean(value):
    """Without what no prediction needs, most of the file: gains, counts and weights of the training rows."""
    if isinstance(value, list):
        return [lean(item) for item in value]
    if not isinstance(value, dict):
        return value
    drop = ("split_gain", "internal_value", "internal_weight", "internal_count", "leaf_weight", "leaf_count",
            "feature_importances", "feature_infos", "pandas_categorical", "monotone_constraints")
    return {key: lean(item) for key, item in value.items() if key not in drop}


def lightgbm_case(x, y, names, rows, scale, **settings):
    data = lightgbm.Dataset(x, label=y, feature_name=names)
    settings = {"seed": 1, "num_threads": 1, "verbosity": -1, "deterministic": True, **settings}
    booster = lightgbm.train(settings, data, num_boost_round=20)
    return "lightgbm", lean(booster.dump_model()), booster.predict(rows / scale, raw_score=True)


def cases(random):
    names, x, y = phishing()
    grid = random.integers(0, 3, (ROWS, len(names)))
    yield "xgboost", 1, grid, xgboost_case(x, y, names, grid, 1, objective="binary:logistic", max_depth=5)
    yield "lightgbm", 1, grid, lightgbm_case(x, y, names, grid, 1, objective="binary", num_leaves=15)
    x, y = three_classes(random)
    # Fitted on fractions: the bytes over 100, so that thresholds fall between and on values single precision rounds.
    x, names = x / 100, ["a", "b", "c", "d"]
    rows = random.integers(0, 256, (ROWS, 4))
    yield "xgboost-3", 100, rows, xgboost_case(
        x.astype(np.float32), y, names, rows, 100, objective="multi:softprob", num_class=3, max_depth=4, tree_method="exact"
    )
    yield "lightgbm-3", 100, rows, lightgbm_case(
        x, y, names, rows, 100, objective="multiclass", num_class=3, num_leaves=12, min_data_in_leaf=5
    )


def main():
    random = np.random.default_rng(11)
    (inkling.GOLDEN / "boosting").mkdir(parents=True, exist_ok=True)
    for name, scale, rows, (library, model, scores) in cases(random):
        scores = np.asarray(scores, dtype=float)
        label = np.argmax(scores, axis=1) if scores.ndim == 2 else (scores > 0).astype(int)
        inkling.write(
            f"boosting/{name}",
            {
                "source": f"{library} {version('xgboost-cpu' if library == 'xgboost' else library)}",
                "library": library,
                "model": model,
                "scale": scale,
                "input": rows.tolist(),
                "scores": scores.tolist(),
                "label": label.tolist(),
            },
        )
        print(f"boosting/{name:12} {len(rows)} rows, labels {np.bincount(label).tolist()}")


if __name__ == "__main__":
    main()
