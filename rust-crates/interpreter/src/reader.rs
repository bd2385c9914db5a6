use crate::ProgramError;

/// Words that have not been read yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a>(pub(crate) &'a [i32]);

impl<'a> Reader<'a> {
    pub(crate) fn word(&mut self) -> Result<i32, ProgramError> {
        let (&word, rest) = self.0.split_first().ok_or(ProgramError::Truncated)?;
        self.0 = rest;
        Ok(word)
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [i32], ProgramError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ProgramError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number from 0 to `most`.
    pub(crate) fn count(&mut self, most: usize) -> Result<usize, ProgramError> {
        let word = self.word()?;
        usize::try_from(word).ok().filter(|&count| count <= most).ok_or(ProgramError::Unknown(word))
    }

    pub(crate) fn counts<const N: usize>(
        &mut self,
        most: usize,
    ) -> Result<[usize; N], ProgramError> {
        let mut counts = [0; N];
        for count in &mut counts {
            *count = self.count(most)?;
        }
        Ok(counts)
    }

    /// 0 or 1.
    pub(crate) fn choice(&mut self) -> Result<bool, ProgramError> {
        match self.word()? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(ProgramError::Unknown(other)),
        }
    }
}
