//! Trained models through the types a contract uses, shapes in the type: the same vectors as in `models.rs`.

mod model;

use inkling_nn::{Activation, Dense, Layer, Then};
use inkling_quant::{PerChannel, Raw, argmax, check_range, sign, unpack_u8};
use inkling_trees::{Boosting, Forest, LEAF, ScalarTree, Split, Tree};
use model::{Case, cases};

/// A model of `packages/model/models`.
fn case(name: &str) -> Case {
    let mut all = cases("packages/model/models");
    let at = all.iter().position(|case| case.name == name);
    all.swap_remove(at.unwrap_or_else(|| panic!("{name} is not among the trained models")))
}

/// Reads the words that stand for a model, as `inkling-interpreter` describes them.
struct Words<'a>(&'a [i32]);

impl Words<'_> {
    fn one(&mut self) -> i32 {
        self.many::<1>()[0]
    }

    fn many<const N: usize>(&mut self) -> [i32; N] {
        let (taken, rest) = self.0.split_first_chunk().unwrap();
        self.0 = rest;
        *taken
    }

    fn rows<const N: usize>(&mut self, count: i32) -> Vec<[i32; N]> {
        (0..count).map(|_| self.many()).collect()
    }
}

fn dense<const I: usize, const O: usize, R>(
    words: &mut Words<'_>,
    activation: Activation,
    rescale: R,
) -> Dense<i8, I, O, R> {
    let weights = words.rows::<I>(O as i32);
    let weights = core::array::from_fn(|o| weights[o].map(|weight| i8::try_from(weight).unwrap()));
    Dense { weights, bias: words.many(), activation, rescale }
}

#[test]
fn digits_as_two_dense_layers() {
    let case = case("digits-8x8-64-32-10");
    let mut words = Words(&case.words);
    assert_eq!(words.many(), [0, 0, 64]);
    let (min, max) = (words.many::<64>(), words.many::<64>());
    // Layers, two of them; dense, 32 by 64, ReLU, a multiplier and a shift for each output.
    assert_eq!(words.many(), [0, 2, 0, 32, 64, 1, 32]);
    let (multiplier, shift) = (words.many(), words.many::<32>());
    let [zero, low, high] = words.many();
    let scale = PerChannel::<32>::new(multiplier, shift.map(|shift| shift as u8), zero, low, high);
    let hidden = dense::<64, 32, _>(&mut words, Activation::Relu, scale);
    assert_eq!(words.many(), [0, 10, 32, 0, 0]);
    let net = Then(hidden, dense::<32, 10, _>(&mut words, Activation::None, Raw));
    for (i, vector) in case.vectors.iter().enumerate() {
        let input = unpack_u8::<64>(&vector.input).unwrap();
        check_range(&input, &min, &max).unwrap();
        let scores: [i32; 10] = net.forward(&input);
        assert_eq!(
            (&scores[..], argmax(&scores)),
            (&vector.scores[..], vector.label),
            "vector {i}"
        );
    }
}

struct TreeWords<const S: usize> {
    root: u16,
    splits: Vec<Split>,
    leaves: Vec<[i32; S]>,
}

fn trees<const S: usize>(words: &mut Words<'_>) -> Vec<TreeWords<S>> {
    let small = |word: i32| u16::try_from(word).unwrap();
    (0..words.one())
        .map(|_| {
            let [splits, leaves] = words.many();
            let table = words.rows(splits).into_iter().map(|[feature, threshold, left, right]| {
                Split { feature: small(feature), threshold, left: small(left), right: small(right) }
            });
            let splits: Vec<Split> = table.collect();
            TreeWords {
                root: if splits.is_empty() { LEAF } else { 0 },
                splits,
                leaves: words.rows(leaves),
            }
        })
        .collect()
}

/// Behind the head of a model with `F` bytes as features.
fn body<const F: usize>(case: &Case, is_sign: bool) -> Words<'_> {
    let mut words = Words(&case.words);
    assert_eq!(words.many(), [i32::from(is_sign), 0, F as i32]);
    words.many::<F>();
    words.many::<F>();
    assert_eq!(words.one(), 1);
    words
}

#[test]
fn phishing_as_a_forest() {
    let case = case("phishing-forest-32x6");
    let mut words = body::<9>(&case, true);
    assert_eq!(words.one(), 1);
    let base = words.many::<1>();
    let tables = trees::<1>(&mut words);
    let trees: Vec<Tree<'_, 9, 1>> =
        tables.iter().map(|t| Tree::try_new(t.root, &t.splits, &t.leaves).unwrap()).collect();
    let forest = Forest::try_new(base, &trees).unwrap();
    for (i, vector) in case.vectors.iter().enumerate() {
        let scores = forest.scores(&unpack_u8::<9>(&vector.input).unwrap());
        assert_eq!(
            (&scores[..], sign(scores[0])),
            (&vector.scores[..], vector.label),
            "vector {i}"
        );
    }
}

#[test]
fn phishing_as_gradient_boosting() {
    let case = case("phishing-boosted-100");
    let mut words = body::<9>(&case, true);
    assert_eq!(words.one(), 1);
    let base = words.many::<1>();
    let tables = trees::<1>(&mut words);
    let trees: Vec<ScalarTree<'_>> = tables
        .iter()
        .map(|t| ScalarTree {
            score: 0,
            root: t.root,
            splits: &t.splits,
            leaves: t.leaves.as_flattened(),
        })
        .collect();
    let model = Boosting::<9, 1>::try_new(base, &trees).unwrap();
    for (i, vector) in case.vectors.iter().enumerate() {
        let scores = model.scores(&unpack_u8::<9>(&vector.input).unwrap());
        assert_eq!(
            (&scores[..], sign(scores[0])),
            (&vector.scores[..], vector.label),
            "vector {i}"
        );
    }
}
