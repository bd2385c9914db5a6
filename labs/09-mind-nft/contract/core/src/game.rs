//! Share or take, sixteen times: the game that minds play.

use crate::{Dna, think};

/// A mind's last move, as the other sees it and as it remembers it.
pub const SHARED: i32 = 1;
pub const TOOK: i32 = -1;
/// Before the first move.
pub const NOTHING: i32 = 0;

pub const ROUNDS: usize = 16;

/// Every situation a mind can be in: its own last move, and the other's.
pub const SITUATIONS: [(i32, i32); 5] =
    [(NOTHING, NOTHING), (SHARED, SHARED), (SHARED, TOOK), (TOOK, SHARED), (TOOK, TOOK)];

/// Whether the mind shares, in each of the situations. That is its whole character.
pub fn habits(dna: &Dna) -> [bool; 5] {
    SITUATIONS.map(|(mine, theirs)| think(dna, mine, theirs).score > 0)
}

/// The points of both after all rounds. Both share: 3 each. Both take: 1 each. One takes from one who shares: 5 and 0.
pub fn play(a: &Dna, b: &Dna) -> [u32; 2] {
    let (a, b) = (habits(a), habits(b));
    let (mut place_a, mut place_b) = (0, 0);
    let mut points = [0, 0];
    for _ in 0..ROUNDS {
        let (shares_a, shares_b) = (a[place_a], b[place_b]);
        let [for_a, for_b] = match (shares_a, shares_b) {
            (true, true) => [3, 3],
            (true, false) => [0, 5],
            (false, true) => [5, 0],
            (false, false) => [1, 1],
        };
        points = [points[0] + for_a, points[1] + for_b];
        (place_a, place_b) = (situation(shares_a, shares_b), situation(shares_b, shares_a));
    }
    points
}

/// Where in [`SITUATIONS`] a mind is after a round.
fn situation(mine: bool, theirs: bool) -> usize {
    1 + 2 * usize::from(!mine) + usize::from(!theirs)
}
