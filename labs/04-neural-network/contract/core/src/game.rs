//! The board and its rules: who is next, who has won. Nothing in here knows the network.

pub const EMPTY: u8 = 0;
/// Moves first.
pub const X: u8 = 1;
pub const O: u8 = 2;

const LINES: [[usize; 3]; 8] =
    [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];

/// Why a move is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveError {
    GameOver,
    WrongTurn,
    OutOfRange { cell: u8 },
    Occupied { cell: u8 },
}

/// Nine cells row by row: `EMPTY`, `X` or `O`. Whose turn it is follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Game {
    pub cells: [u8; 9],
}

impl Game {
    pub const NEW: Self = Self { cells: [EMPTY; 9] };

    /// Two bits a cell, the first cell lowest: how the board stands in storage.
    pub fn from_bits(bits: u32) -> Self {
        Self { cells: core::array::from_fn(|cell| (bits >> (2 * cell) & 3) as u8) }
    }

    pub fn bits(&self) -> u32 {
        self.cells.iter().rev().fold(0, |bits, &mark| bits << 2 | u32::from(mark))
    }

    /// `X` or `O`: who moves next, were the game not over.
    pub fn turn(&self) -> u8 {
        let marks = self.cells.iter().filter(|&&mark| mark != EMPTY).count();
        if marks % 2 == 0 { X } else { O }
    }

    /// `X` or `O`, whoever has three in a row; else `EMPTY`.
    pub fn winner(&self) -> u8 {
        let owner = |line: &[usize; 3]| {
            let [a, b, c] = line.map(|cell| self.cells[cell]);
            if a == b && b == c { a } else { EMPTY }
        };
        LINES.iter().map(owner).find(|&side| side != EMPTY).unwrap_or(EMPTY)
    }

    pub fn is_over(&self) -> bool {
        self.winner() != EMPTY || !self.cells.contains(&EMPTY)
    }

    /// Puts the mark of whoever is next. The move has been checked before.
    pub fn mark(&mut self, cell: u8) {
        self.cells[usize::from(cell)] = self.turn();
    }

    /// The board as the network sees it: nine times "mine", nine times "theirs", from whoever is next.
    pub fn view(&self) -> [u8; 18] {
        let mine = self.turn();
        let theirs = X + O - mine;
        core::array::from_fn(|i| u8::from(self.cells[i % 9] == if i < 9 { mine } else { theirs }))
    }
}
