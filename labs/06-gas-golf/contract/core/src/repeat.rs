//! Loops that the compiler writes out. `over_8!(go!(a, b))` becomes `go!(a, b; 0 1 2 3 4 5 6 7)`, and a macro that
//! takes such a list can repeat a piece of code for each number in it: `$( ... $i ... )*`.

macro_rules! over_4 {
    ($go:ident!($($args:tt)*)) => { $go!($($args)*; 0 1 2 3) };
}

macro_rules! over_8 {
    ($go:ident!($($args:tt)*)) => { $go!($($args)*; 0 1 2 3 4 5 6 7) };
}

macro_rules! over_10 {
    ($go:ident!($($args:tt)*)) => { $go!($($args)*; 0 1 2 3 4 5 6 7 8 9) };
}

macro_rules! over_32 {
    ($go:ident!($($args:tt)*)) => {
        $go!($($args)*;
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)
    };
}

/// The first of each pair of 64.
macro_rules! over_pairs {
    ($go:ident!($($args:tt)*)) => {
        $go!($($args)*;
            0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62)
    };
}

macro_rules! over_64 {
    ($go:ident!($($args:tt)*)) => {
        $go!($($args)*;
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
            32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63)
    };
}
