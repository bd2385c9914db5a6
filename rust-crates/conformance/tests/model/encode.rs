use super::tensor::tensor;
use serde_json::Value;

const LEAF: i32 = 0x8000;

/// The words of a model file; the layout is in `inkling-interpreter`'s README.
pub fn program(model: &Value) -> Vec<i32> {
    let input = &model["input"];
    let mut words = vec![i32::from(model["output"]["rule"] == "sign")];
    words.push(match input["packing"].as_str().unwrap() {
        "u8" => 0,
        "i8" => 1,
        "u4" => 2,
        other => panic!("packing {other}"),
    });
    words.push(number(&input["length"]));
    words.extend(integers(&input["min"]));
    words.extend(integers(&input["max"]));
    if let Some(layers) = model["layers"].as_array() {
        words.extend([0, layers.len() as i32]);
        for one in layers {
            layer(one, &mut words);
        }
    } else {
        words.push(1);
        forest(model, &mut words);
    }
    words
}

fn layer(layer: &Value, words: &mut Vec<i32>) {
    match layer["type"].as_str().unwrap() {
        "dense" => {
            words.push(0);
            words.extend(integers(&layer["weights"]["shape"]));
            weighted(layer, words);
        }
        "conv2d" => {
            words.push(1);
            words.extend(integers(&layer["input"]));
            let shape = integers(&layer["weights"]["shape"]);
            words.extend([shape[1], shape[2], shape[0]]);
            words.extend(integers(&layer["stride"]));
            words.extend(integers(&layer["padding"]));
            weighted(layer, words);
        }
        "maxpool2d" => {
            words.push(2);
            for field in ["input", "size", "stride"] {
                words.extend(integers(&layer[field]));
            }
        }
        "table" => {
            let values = tensor(&layer["values"]);
            let is_linear = layer["interpolation"] == "linear";
            words.extend([
                3,
                values.len() as i32,
                number(&layer["offset"]),
                number(&layer["shift"]),
            ]);
            words.push(i32::from(is_linear));
            words.extend(values);
        }
        other => panic!("layer {other}"),
    }
}

/// Activation, scale, weights, bias.
fn weighted(layer: &Value, words: &mut Vec<i32>) {
    words.push(i32::from(layer["activation"] == "relu"));
    let scale = &layer["requantize"];
    if scale.is_null() {
        words.push(0);
    } else {
        let (mut multiplier, mut shift) = (tensor(&scale["multiplier"]), tensor(&scale["shift"]));
        // One may be per layer and the other per output.
        let count = multiplier.len().max(shift.len());
        for values in [&mut multiplier, &mut shift] {
            let first = values[0];
            values.resize(count, first);
        }
        words.push(count as i32);
        words.extend(multiplier);
        words.extend(shift);
        words.extend(["zeroPoint", "min", "max"].map(|field| number(&scale[field])));
    }
    words.extend(tensor(&layer["weights"]));
    words.extend(tensor(&layer["bias"]));
}

fn forest(model: &Value, words: &mut Vec<i32>) {
    let trees = model["trees"].as_array().unwrap();
    let count = first_leaf(&trees[0]).len();
    words.push(count as i32);
    if model["base"].is_null() {
        words.extend(vec![0; count]);
    } else {
        words.extend(integers(&model["base"]));
    }
    words.push(trees.len() as i32);
    for one in trees {
        tree(one["nodes"].as_array().unwrap(), words);
    }
}

fn first_leaf(tree: &Value) -> Vec<i32> {
    let nodes = tree["nodes"].as_array().unwrap();
    integers(&nodes.iter().find(|node| !node["scores"].is_null()).unwrap()["scores"])
}

/// Splits and leaves are numbered apart, in the order of the nodes.
fn tree(nodes: &[Value], words: &mut Vec<i32>) {
    let is_leaf = |node: &Value| !node["scores"].is_null();
    let before = |node: &Value, leaf: bool| {
        let end = node.as_u64().unwrap() as usize;
        nodes[..end].iter().filter(|node| is_leaf(node) == leaf).count() as i32
    };
    let child = |node: &Value| {
        let leaf = is_leaf(&nodes[node.as_u64().unwrap() as usize]);
        before(node, leaf) + if leaf { LEAF } else { 0 }
    };
    let (leaves, splits): (Vec<&Value>, Vec<&Value>) = nodes.iter().partition(|node| is_leaf(node));
    words.extend([splits.len() as i32, leaves.len() as i32]);
    for split in splits {
        words.extend([number(&split["feature"]), number(&split["threshold"])]);
        words.extend([child(&split["left"]), child(&split["right"])]);
    }
    for leaf in leaves {
        words.extend(integers(&leaf["scores"]));
    }
}

pub fn integers(value: &Value) -> Vec<i32> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn number(value: &Value) -> i32 {
    i32::try_from(value.as_i64().unwrap()).unwrap()
}
