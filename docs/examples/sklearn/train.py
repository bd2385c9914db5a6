"""Fits four classifiers of scikit-learn to the wine table and exports each of them.

    python docs/examples/sklearn/train.py     with the packages of scripts/oracle/requirements.txt

Writes beside itself: `wine-train.csv` and `wine-test.csv`, an export `NAME.json` a classifier, and `expected.json`, the
label that scikit-learn gives each row of the test. The files are committed, so nobody needs Python to read the guide
`docs/guides/sklearn-to-contract.md`.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.append(str(ROOT / "scripts/oracle"))
from sklearn_export import export  # noqa: E402

with open(ROOT / "packages/model/data/wine.csv", newline="") as file:
    header, *rows = list(csv.reader(file))
train, test = train_test_split(rows, test_size=0.3, random_state=7, stratify=[row[-1] for row in rows])


def numbers(rows):
    table = np.array(rows, dtype=float)
    return table[:, :-1], table[:, -1].astype(int)


x, y = numbers(train)
x_test, _ = numbers(test)

# #region fit
models = {
    "tree": DecisionTreeClassifier(max_depth=4, random_state=7),
    "forest": RandomForestClassifier(n_estimators=16, max_depth=4, random_state=7),
    "logistic": make_pipeline(StandardScaler(), LogisticRegression()),
    "mlp": make_pipeline(StandardScaler(), MLPClassifier((16,), max_iter=2000, random_state=7)),
}
for name, model in models.items():
    model.fit(x, y)
    export(model, header[:-1], HERE / f"{name}.json")
# #endregion fit

for name, part in {"wine-train.csv": train, "wine-test.csv": test}.items():
    with open(HERE / name, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *part])
with open(HERE / "expected.json", "w") as file:
    json.dump({name: model.predict(x_test).tolist() for name, model in models.items()}, file)
    file.write("\n")
