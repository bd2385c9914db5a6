use super::error::{ShapeError, ensure};
use crate::Activation;
use inkling_quant::Rescale;

/// A dense layer; see [`Dense`](crate::Dense). `weights` holds a row for each output, one after the other.
///
/// # Errors
///
/// When `bias` is not as long as `out`, or `weights` not as long as both lengths multiplied.
pub fn dense<W: Copy + Into<i32>, X: Copy + Into<i32>>(
    weights: &[W],
    bias: &[i32],
    activation: Activation,
    rescale: &impl Rescale,
    input: &[X],
    out: &mut [i32],
) -> Result<(), ShapeError> {
    ensure("bias", bias.len(), out.len())?;
    ensure("weights", weights.len(), input.len() * out.len())?;
    for (o, (acc, &bias)) in out.iter_mut().zip(bias).enumerate() {
        *acc = bias;
        for (&w, &x) in weights[o * input.len()..].iter().zip(input) {
            *acc += w.into() * x.into();
        }
        *acc = rescale.apply(o, activation.apply(*acc));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use inkling_quant::Raw;

    #[test]
    fn shapes() {
        let run = |weights: &[i8], bias: &[i32]| {
            let mut out = [0; 2];
            dense(weights, bias, Activation::None, &Raw, &[1, 2, 3], &mut out).map(|()| out)
        };
        assert_eq!(run(&[1, 1, 1, 0, 0, 2], &[0, 5]), Ok([6, 11]));
        assert_eq!(run(&[0; 6], &[0]), Err(ShapeError { what: "bias", expected: 2, actual: 1 }));
        assert_eq!(
            run(&[0; 5], &[0, 0]),
            Err(ShapeError { what: "weights", expected: 6, actual: 5 })
        );
    }

    #[test]
    fn without_an_input_the_bias_goes_on() {
        let mut out = [0; 1];
        dense::<i8, i8>(&[], &[7], Activation::None, &Raw, &[], &mut out).unwrap();
        assert_eq!(out, [7]);
    }
}
