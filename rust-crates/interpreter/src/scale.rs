use crate::{MAX_VALUES, ProgramError, reader::Reader};
use inkling_quant::{PureShift, Requantize, Rescale};

/// A layer's requantization, read while the program runs and checked when it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scale<'a> {
    Raw,
    Shift(PureShift),
    Scaled { multiplier: &'a [i32], shift: &'a [i32], zero_point: i32, min: i32, max: i32 },
}

impl<'a> Scale<'a> {
    pub(crate) fn read(reader: &mut Reader<'a>, outputs: usize) -> Result<Self, ProgramError> {
        let n = reader.count(MAX_VALUES)?;
        if n == 0 {
            return Ok(Self::Raw);
        }
        if n != 1 && n != outputs {
            return Err(ProgramError::Unknown(n as i32));
        }
        let (multiplier, shift) = (reader.take(n)?, reader.take(n)?);
        let (zero_point, min, max) = (reader.word()?, reader.word()?, reader.word()?);
        for (&m, &s) in multiplier.iter().zip(shift) {
            Requantize::try_new(m, s as u32, zero_point, min, max)?;
        }
        // A pure shift has an operator of its own; it must give the same.
        if n == 1 && multiplier[0] == 1 && shift[0] <= 31 && zero_point == 0 {
            return Ok(Self::Shift(PureShift::try_new(shift[0] as u32, min, max)?));
        }
        Ok(Self::Scaled { multiplier, shift, zero_point, min, max })
    }
}

impl Rescale for Scale<'_> {
    fn apply(&self, channel: usize, acc: i32) -> i32 {
        match *self {
            Self::Raw => acc,
            Self::Shift(shift) => shift.apply(acc),
            Self::Scaled { multiplier, shift, zero_point, min, max } => {
                let i = if multiplier.len() == 1 { 0 } else { channel };
                Requantize::new(multiplier[i], shift[i] as u32, zero_point, min, max).apply(acc)
            }
        }
    }
}
