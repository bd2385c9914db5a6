use crate::model::{
    HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUT_MAX, INPUTS, OUTPUT_BIAS, OUTPUT_WEIGHTS, OUTPUTS,
    PRUNED_WEIGHTS,
};
use crate::{finish, v1, v2, v3, v4, v5, v6, v7, v8};
use inkling_quant::Mulberry32;

type Input = [u8; INPUTS];
type Kernel = fn(&Input) -> Option<[i32; OUTPUTS]>;

const KERNELS: [(&str, Kernel); 7] = [
    ("v1", v1::scores),
    ("v2", v2::scores),
    ("v3", v3::scores),
    ("v4", v4::scores),
    ("v5", v5::scores),
    ("v6", v6::scores),
    ("v7", v7::scores),
];

/// The reference, in 64 bits and without a helper of the kernels but the scale.
fn reference(hidden_weights: &[[i8; INPUTS]], input: &Input) -> [i32; OUTPUTS] {
    let sum = |row: &[i8], bias: i32, x: &[i64]| -> i32 {
        let products = row.iter().zip(x).map(|(&w, &x)| i64::from(w) * x);
        i32::try_from(i64::from(bias) + products.sum::<i64>()).unwrap()
    };
    let x = input.map(i64::from);
    let hidden: [i64; crate::HIDDEN] = core::array::from_fn(|o| {
        finish::scale(o, sum(&hidden_weights[o], HIDDEN_BIAS[o], &x)).into()
    });
    core::array::from_fn(|o| sum(&OUTPUT_WEIGHTS[o], OUTPUT_BIAS[o], &hidden))
}

/// All 0, all at their limit, each alone, what drives a neuron highest and lowest, and random ones.
fn inputs() -> impl Iterator<Item = Input> {
    let one = |i: usize| {
        let mut input = [0; INPUTS];
        input[i] = INPUT_MAX[i];
        input
    };
    let extreme = |row: &[i8; INPUTS], high: bool| -> Input {
        core::array::from_fn(|i| if (row[i] > 0) == high { INPUT_MAX[i] } else { 0 })
    };
    let extremes =
        HIDDEN_WEIGHTS.iter().flat_map(move |row| [extreme(row, true), extreme(row, false)]);
    let mut random = Mulberry32::new(31);
    let random = (0..2_000)
        .map(move |_| core::array::from_fn(|i| random.below(u32::from(INPUT_MAX[i]) + 1) as u8));
    [[0; INPUTS], INPUT_MAX].into_iter().chain((0..INPUTS).map(one)).chain(extremes).chain(random)
}

#[test]
fn every_kernel_equals_the_reference() {
    for input in inputs() {
        let expected = reference(&HIDDEN_WEIGHTS, &input);
        for (name, scores) in KERNELS {
            assert_eq!(scores(&input), Some(expected), "{name} {input:?}");
        }
    }
}

#[test]
fn the_pruned_kernel_equals_its_reference() {
    for input in inputs() {
        assert_eq!(v8::scores(&input), Some(reference(&PRUNED_WEIGHTS, &input)), "{input:?}");
    }
    let zeros =
        |weights: &[[i8; INPUTS]]| weights.as_flattened().iter().filter(|&&w| w == 0).count();
    assert!(zeros(&PRUNED_WEIGHTS) > zeros(&HIDDEN_WEIGHTS));
}

#[test]
fn a_value_that_is_too_large_is_refused() {
    for i in 0..INPUTS {
        for value in [INPUT_MAX[i] + 1, 127, 128, 255] {
            for mut input in [[0; INPUTS], INPUT_MAX] {
                input[i] = value;
                for (name, scores) in KERNELS.into_iter().chain([("v8", v8::scores as Kernel)]) {
                    assert_eq!(scores(&input), None, "{name}: {value} at {i}");
                }
            }
        }
    }
}

#[test]
fn clamps_are_the_same_in_every_lane() {
    use crate::lanes::{clamp_lanes, lane};
    for value in -1024_i64..1024 {
        for other in [-1024_i64, -1, 0, 5, 100, 101, 1023] {
            let word = [value, other, value, other, other]
                .into_iter()
                .enumerate()
                .fold(0, |word, (i, v)| word | ((v + 1024) as u64) << (12 * i));
            let clamped = clamp_lanes::<10, 100, 5>(word);
            for (i, v) in [value, other, value, other, other].into_iter().enumerate() {
                assert_eq!(
                    lane(clamped, 12 * i as u32, 12),
                    v.clamp(0, 100) as u64,
                    "{v} in lane {i}"
                );
            }
        }
    }
}
