//! Kernel 3, unrolled: no loop. Every weight is part of an instruction, and every value stays in a local.

use crate::finish::{pixels, scale};
use crate::model::{
    HIDDEN, HIDDEN_BIAS, HIDDEN_WEIGHTS, INPUTS, OUTPUT_BIAS, OUTPUT_WEIGHTS, OUTPUTS,
};

/// The sum of neuron `$o`, written out. `$i` goes over the numbers of its inputs: `$( ... $i ... )*` repeats.
macro_rules! sum {
    ($x:ident, $weights:ident, $bias:ident, $o:literal; $($i:literal)*) => {
        // #region task-6-3
        $bias[$o] $(+ $weights[$o][$i] as i32 * $x[$i])*
        // #endregion task-6-3
        //|         // TODO(6.3): the bias, and for each input: plus its weight, widened, times its value.
        //|         {
        //|             let _ = ($x[0], $weights[$o], $bias[$o], [$($i),*]);
        //|             missing!(0; todo!("6.3 no loops"))
        //|         }
    };
}

macro_rules! neurons {
    ($x:ident; $($o:literal)*) => {
        [$(scale($o, over_64!(sum!($x, HIDDEN_WEIGHTS, HIDDEN_BIAS, $o)))),*]
    };
}

macro_rules! digits {
    ($h:ident; $($o:literal)*) => { [$(over_32!(sum!($h, OUTPUT_WEIGHTS, OUTPUT_BIAS, $o))),*] };
}

pub fn scores(image: &[u8; INPUTS]) -> Option<[i32; OUTPUTS]> {
    let x = pixels(image)?.map(|pixel| pixel as i32);
    let hidden: [i32; HIDDEN] = over_32!(neurons!(x));
    Some(over_10!(digits!(hidden)))
}
