//! A transformer of one layer as tables and code. What a letter and a position add is bytes, of which a letter has the
//! 128 that is 0; the sums behind the attention are as wide as their weights and ranges ask for.
//!
//! Generated from the model `names-attention` by `npm run bench:kernels -- --generate`; not to be edited.
#![allow(clippy::all, clippy::pedantic)]

use crate::weight::clamped;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Numbers of a query, a key and a value, all heads together.
pub(crate) const WIDTH: usize = 48;
/// Heads, each with its part of them.
pub(crate) const HEADS: usize = 4;
/// Words of a query: three numbers each.
pub(crate) const TRIPLES: usize = 16;
/// An attention score is a product shifted by this.
pub(crate) const SCORE_SHIFT: u32 = 5;

/// Bytes of a letter or a position.
pub(crate) type Row = [u64; 34];

/// Zeroed memory, so no data segment; atomics because a safe `static` that is written has to be, and on wasm32 a relaxed
/// store is an `i64.store`.
static LETTERS: [[AtomicU64; 34]; 27] =
    [const { [const { AtomicU64::new(0) }; 34] }; 27];
static POSITIONS: [[AtomicU64; 34]; 12] =
    [const { [const { AtomicU64::new(0) }; 34] }; 12];

/// Writes the tables; a second time changes nothing.
#[inline]
pub(crate) fn store() {
    LETTERS[0][0].store(0x202001010008080, Relaxed);
    LETTERS[0][1].store(0x202001010008080, Relaxed);
    LETTERS[0][2].store(0x202001010008080, Relaxed);
    LETTERS[0][3].store(0x202001010008080, Relaxed);
    LETTERS[0][4].store(0x202001010008080, Relaxed);
    LETTERS[0][5].store(0x202001010008080, Relaxed);
    LETTERS[0][6].store(0x202001010008080, Relaxed);
    LETTERS[0][7].store(0x202001010008080, Relaxed);
    LETTERS[0][8].store(0x1c3000ef020aadb, Relaxed);
    LETTERS[0][9].store(0x21e6c0baf2091ac, Relaxed);
    LETTERS[0][10].store(0x122340ed0605395, Relaxed);
    LETTERS[0][11].store(0x121dc0c4f0059b2, Relaxed);
    LETTERS[0][12].store(0x2b61c1554206ca7, Relaxed);
    LETTERS[0][13].store(0x1f95008d7809697, Relaxed);
    LETTERS[0][14].store(0x1f1f416e9a06e89, Relaxed);
    LETTERS[0][15].store(0x255f81556804686, Relaxed);
    LETTERS[0][16].store(0x6e706f7c438787a0, Relaxed);
    LETTERS[0][17].store(0xa43a446d8b807790, Relaxed);
    LETTERS[0][18].store(0x826a5e6b928b4dac, Relaxed);
    LETTERS[0][19].store(0x829d99ae946e986a, Relaxed);
    LETTERS[0][20].store(0x72614e8ea9867884, Relaxed);
    LETTERS[0][21].store(0x5e94855caab96e97, Relaxed);
    LETTERS[0][22].store(0x8080808076807d80, Relaxed);
    LETTERS[0][23].store(0x8080808080808080, Relaxed);
    LETTERS[0][24].store(0x8080806c80808080, Relaxed);
    LETTERS[0][25].store(0x80808e807c808080, Relaxed);
    LETTERS[0][26].store(0x8080808080808080, Relaxed);
    LETTERS[0][27].store(0x8080787c80808080, Relaxed);
    LETTERS[0][28].store(0x807e80807e78797e, Relaxed);
    LETTERS[0][29].store(0x8080648080808080, Relaxed);
    LETTERS[0][30].store(0x887f7c7e97817c6a, Relaxed);
    LETTERS[0][31].store(0x748086798e96718d, Relaxed);
    LETTERS[0][32].store(0x7e7a6f7d898e6c86, Relaxed);
    LETTERS[0][33].store(0x71746c, Relaxed);
    LETTERS[1][0].store(0x1b90c1293e0816d, Relaxed);
    LETTERS[1][1].store(0x1d2801412a06f79, Relaxed);
    LETTERS[1][2].store(0x1edcc12f3005b95, Relaxed);
    LETTERS[1][3].store(0x212940e910096a1, Relaxed);
    LETTERS[1][4].store(0x1e288116d20569e, Relaxed);
    LETTERS[1][5].store(0x191f41432a0915f, Relaxed);
    LETTERS[1][6].store(0x296000ed320648a, Relaxed);
    LETTERS[1][7].store(0x242800ecc80816e, Relaxed);
    LETTERS[1][8].store(0x1a21413ad8094ae, Relaxed);
    LETTERS[1][9].store(0x21d700cad607a84, Relaxed);
    LETTERS[1][10].store(0x1d1cc13d4807467, Relaxed);
    LETTERS[1][11].store(0x1da200f6ea09264, Relaxed);
    LETTERS[1][12].store(0x20e6413b5208b75, Relaxed);
    LETTERS[1][13].store(0x221a40dd120717d, Relaxed);
    LETTERS[1][14].store(0x1ee901011006ca7, Relaxed);
    LETTERS[1][15].store(0x1f5fc154e606e70, Relaxed);
    LETTERS[1][16].store(0x6e95b0b47e6f54b3, Relaxed);
    LETTERS[1][17].store(0x9579924fa1d36ba6, Relaxed);
    LETTERS[1][18].store(0xcd81507d5a659dcd, Relaxed);
    LETTERS[1][19].store(0xc2b02391597c99b9, Relaxed);
    LETTERS[1][20].store(0x989b5f6ea9b0523f, Relaxed);
    LETTERS[1][21].store(0x4975d2a67186976f, Relaxed);
    LETTERS[1][22].store(0x85867c9c895a57a6, Relaxed);
    LETTERS[1][23].store(0x5565998b806f9663, Relaxed);
    LETTERS[1][24].store(0x697759a07a6e6e7e, Relaxed);
    LETTERS[1][25].store(0x9078876695949266, Relaxed);
    LETTERS[1][26].store(0x8e84676a807d9260, Relaxed);
    LETTERS[1][27].store(0x8c81746a67996c9b, Relaxed);
    LETTERS[1][28].store(0x6c67886586685f8f, Relaxed);
    LETTERS[1][29].store(0x6e73ac676b6a8593, Relaxed);
    LETTERS[1][30].store(0x7783788885806c87, Relaxed);
    LETTERS[1][31].store(0x728280727c788578, Relaxed);
    LETTERS[1][32].store(0x71868c727f877f7e, Relaxed);
    LETTERS[1][33].store(0x878d80, Relaxed);
    LETTERS[2][0].store(0x1ee500eae807c83, Relaxed);
    LETTERS[2][1].store(0x226140eafe0617b, Relaxed);
    LETTERS[2][2].store(0x1e2380b11008287, Relaxed);
    LETTERS[2][3].store(0x1ce140eb1007558, Relaxed);
    LETTERS[2][4].store(0x225c00f33a07f7a, Relaxed);
    LETTERS[2][5].store(0x1a9ec0fcd208584, Relaxed);
    LETTERS[2][6].store(0x246380f4fa09377, Relaxed);
    LETTERS[2][7].store(0x1c1f40f9220668f, Relaxed);
    LETTERS[2][8].store(0x1be380df1207560, Relaxed);
    LETTERS[2][9].store(0x19604148e406e9e, Relaxed);
    LETTERS[2][10].store(0x1f9d40f6f608687, Relaxed);
    LETTERS[2][11].store(0x1bde00d8f007a90, Relaxed);
    LETTERS[2][12].store(0x211dc1012208a73, Relaxed);
    LETTERS[2][13].store(0x1fa340d6d005f86, Relaxed);
    LETTERS[2][14].store(0x2619c0f8a008a95, Relaxed);
    LETTERS[2][15].store(0x2121810eec08576, Relaxed);
    LETTERS[2][16].store(0xa1a9bf446d8d4e6b, Relaxed);
    LETTERS[2][17].store(0x5a8955998c727b94, Relaxed);
    LETTERS[2][18].store(0x7ba3a3a8916d9058, Relaxed);
    LETTERS[2][19].store(0x60979e63955e6889, Relaxed);
    LETTERS[2][20].store(0xa3628649778b5456, Relaxed);
    LETTERS[2][21].store(0xcd608a8d37aab887, Relaxed);
    LETTERS[2][22].store(0x7f856f82847f9987, Relaxed);
    LETTERS[2][23].store(0x8a94798b5e7f6c7d, Relaxed);
    LETTERS[2][24].store(0x8176797b887d8e88, Relaxed);
    LETTERS[2][25].store(0x798d847c91939395, Relaxed);
    LETTERS[2][26].store(0x7e8c7f9787817c78, Relaxed);
    LETTERS[2][27].store(0x8f807c897e7e8468, Relaxed);
    LETTERS[2][28].store(0x8aa0707f8687866c, Relaxed);
    LETTERS[2][29].store(0x8e9888727a889076, Relaxed);
    LETTERS[2][30].store(0x7b7d927e7f907781, Relaxed);
    LETTERS[2][31].store(0x837f7e7e7d81877d, Relaxed);
    LETTERS[2][32].store(0x7b7d867c7f8b7f7f, Relaxed);
    LETTERS[2][33].store(0x7f787f, Relaxed);
    LETTERS[3][0].store(0x201f80fb0007a97, Relaxed);
    LETTERS[3][1].store(0x1ce2c11b2a09286, Relaxed);
    LETTERS[3][2].store(0x19e000c6e60a37b, Relaxed);
    LETTERS[3][3].store(0x2562010eda0746d, Relaxed);
    LETTERS[3][4].store(0x24dcc0fd0a05c8a, Relaxed);
    LETTERS[3][5].store(0x1a6080d2d807283, Relaxed);
    LETTERS[3][6].store(0x1a9e0108cc0916c, Relaxed);
    LETTERS[3][7].store(0x205cc12ce608482, Relaxed);
    LETTERS[3][8].store(0x1f9b010b1c07c8b, Relaxed);
    LETTERS[3][9].store(0x161e80d6d609c7d, Relaxed);
    LETTERS[3][10].store(0x23df010eca0858a, Relaxed);
    LETTERS[3][11].store(0x1eddc110c808498, Relaxed);
    LETTERS[3][12].store(0x271f00c11208091, Relaxed);
    LETTERS[3][13].store(0x1fdf81450607893, Relaxed);
    LETTERS[3][14].store(0x202080e31e0a296, Relaxed);
    LETTERS[3][15].store(0x259f40f116090a8, Relaxed);
    LETTERS[3][16].store(0xa6ab65713a8d5590, Relaxed);
    LETTERS[3][17].store(0x944b6f8c746acd8e, Relaxed);
    LETTERS[3][18].store(0x8e9b7bc98954abb0, Relaxed);
    LETTERS[3][19].store(0xaa9ed18b6b48847c, Relaxed);
    LETTERS[3][20].store(0xad9b7a60ba586cb3, Relaxed);
    LETTERS[3][21].store(0x6fd1728199507984, Relaxed);
    LETTERS[3][22].store(0x90a573a38f7cb588, Relaxed);
    LETTERS[3][23].store(0x845387908a927da3, Relaxed);
    LETTERS[3][24].store(0x777e937283818874, Relaxed);
    LETTERS[3][25].store(0x91999e7a818d8770, Relaxed);
    LETTERS[3][26].store(0x679a72877380828f, Relaxed);
    LETTERS[3][27].store(0xb0736578726871aa, Relaxed);
    LETTERS[3][28].store(0x7d6784828794a77c, Relaxed);
    LETTERS[3][29].store(0x708d817d81846e78, Relaxed);
    LETTERS[3][30].store(0x7d817f817f7d7c79, Relaxed);
    LETTERS[3][31].store(0x857f7c80937f7b93, Relaxed);
    LETTERS[3][32].store(0x7f7d84827777887f, Relaxed);
    LETTERS[3][33].store(0x7f8e80, Relaxed);
    LETTERS[4][0].store(0x202400b92806580, Relaxed);
    LETTERS[4][1].store(0x1c620114c8073a7, Relaxed);
    LETTERS[4][2].store(0x23e0c10f0e07d78, Relaxed);
    LETTERS[4][3].store(0x195cc12aec08b65, Relaxed);
    LETTERS[4][4].store(0x255f80f70a06276, Relaxed);
    LETTERS[4][5].store(0x2bdfc0f30e08178, Relaxed);
    LETTERS[4][6].store(0x1d618112e808986, Relaxed);
    LETTERS[4][7].store(0x20a4c1090209b7e, Relaxed);
    LETTERS[4][8].store(0x1dd7c0f31a07c84, Relaxed);
    LETTERS[4][9].store(0x21a581011007788, Relaxed);
    LETTERS[4][10].store(0x22d7c104f607f72, Relaxed);
    LETTERS[4][11].store(0x16a04113160715c, Relaxed);
    LETTERS[4][12].store(0x1d5e40ff2c08174, Relaxed);
    LETTERS[4][13].store(0x1ce180d7040a9ae, Relaxed);
    LETTERS[4][14].store(0x1adb00f2fe09878, Relaxed);
    LETTERS[4][15].store(0x22190134f807f73, Relaxed);
    LETTERS[4][16].store(0x365d894d758db0cb, Relaxed);
    LETTERS[4][17].store(0x4286aa929b5e8365, Relaxed);
    LETTERS[4][18].store(0x8f6f609e81a48427, Relaxed);
    LETTERS[4][19].store(0x79657f7a9572819d, Relaxed);
    LETTERS[4][20].store(0x65888f977d478696, Relaxed);
    LETTERS[4][21].store(0x3d6065a08682677e, Relaxed);
    LETTERS[4][22].store(0x898e8c859471ad79, Relaxed);
    LETTERS[4][23].store(0x689a71697e809579, Relaxed);
    LETTERS[4][24].store(0x668f818ea5906e78, Relaxed);
    LETTERS[4][25].store(0x87737f73836b6a86, Relaxed);
    LETTERS[4][26].store(0x8b7f8498697b8970, Relaxed);
    LETTERS[4][27].store(0x768b769a7c67796d, Relaxed);
    LETTERS[4][28].store(0x969488838e9d9d80, Relaxed);
    LETTERS[4][29].store(0x7d7b7e808b767e85, Relaxed);
    LETTERS[4][30].store(0x7f7989947f79837c, Relaxed);
    LETTERS[4][31].store(0x907f807c787b7c78, Relaxed);
    LETTERS[4][32].store(0x877c7a7a848d807e, Relaxed);
    LETTERS[4][33].store(0x7c897e, Relaxed);
    LETTERS[5][0].store(0x265cc138cc0975d, Relaxed);
    LETTERS[5][1].store(0x1bda41330a08873, Relaxed);
    LETTERS[5][2].store(0x1b1ac1051007c9b, Relaxed);
    LETTERS[5][3].store(0x20da01114009593, Relaxed);
    LETTERS[5][4].store(0x29ddc0af1c06175, Relaxed);
    LETTERS[5][5].store(0x166080f0e808e84, Relaxed);
    LETTERS[5][6].store(0x1ed7c1050408eb2, Relaxed);
    LETTERS[5][7].store(0x23dd40b6f608388, Relaxed);
    LETTERS[5][8].store(0x216340e2d608777, Relaxed);
    LETTERS[5][9].store(0x231d01011607e8e, Relaxed);
    LETTERS[5][10].store(0x239d80eef207360, Relaxed);
    LETTERS[5][11].store(0x1f2641130c08973, Relaxed);
    LETTERS[5][12].store(0x15ac8116f205c9b, Relaxed);
    LETTERS[5][13].store(0x1e97c0f32c08982, Relaxed);
    LETTERS[5][14].store(0x22e04104f204aa6, Relaxed);
    LETTERS[5][15].store(0x21e4c128ea06b83, Relaxed);
    LETTERS[5][16].store(0x649353777c95c04d, Relaxed);
    LETTERS[5][17].store(0x5d58ad7a66a471a8, Relaxed);
    LETTERS[5][18].store(0x899595389047549b, Relaxed);
    LETTERS[5][19].store(0x92759cbe479f56b9, Relaxed);
    LETTERS[5][20].store(0x90485b5b87449776, Relaxed);
    LETTERS[5][21].store(0x81a9b366717cab93, Relaxed);
    LETTERS[5][22].store(0x5c5a818e7258568b, Relaxed);
    LETTERS[5][23].store(0x7c5d686a84858f6f, Relaxed);
    LETTERS[5][24].store(0x53836c7160944f91, Relaxed);
    LETTERS[5][25].store(0x4e8888aab66a677a, Relaxed);
    LETTERS[5][26].store(0xa678894f56696881, Relaxed);
    LETTERS[5][27].store(0x85749f7f679f7d65, Relaxed);
    LETTERS[5][28].store(0x82709b6c748a6074, Relaxed);
    LETTERS[5][29].store(0x9963968b6d928287, Relaxed);
    LETTERS[5][30].store(0x847a6d7a72837e7e, Relaxed);
    LETTERS[5][31].store(0x897c857e7e797a7b, Relaxed);
    LETTERS[5][32].store(0x7f887f87837a797d, Relaxed);
    LETTERS[5][33].store(0x7d8985, Relaxed);
    LETTERS[6][0].store(0x212880ecee06c84, Relaxed);
    LETTERS[6][1].store(0x1f6481070408187, Relaxed);
    LETTERS[6][2].store(0x1edcc0dcfe07e80, Relaxed);
    LETTERS[6][3].store(0x1f62c1050007f67, Relaxed);
    LETTERS[6][4].store(0x231e80e6fa06969, Relaxed);
    LETTERS[6][5].store(0x231c80ef1a07182, Relaxed);
    LETTERS[6][6].store(0x1fa100f71209183, Relaxed);
    LETTERS[6][7].store(0x20e341130a06b82, Relaxed);
    LETTERS[6][8].store(0x2258c120f00727c, Relaxed);
    LETTERS[6][9].store(0x1b5e41030807177, Relaxed);
    LETTERS[6][10].store(0x1b61c10b0e06b76, Relaxed);
    LETTERS[6][11].store(0x23a080eb0e07d85, Relaxed);
    LETTERS[6][12].store(0x219f00d0e40a473, Relaxed);
    LETTERS[6][13].store(0x1ba8c0aeb007e7f, Relaxed);
    LETTERS[6][14].store(0x266041153409d8c, Relaxed);
    LETTERS[6][15].store(0x136640f11409390, Relaxed);
    LETTERS[6][16].store(0x8488c6c3927bba49, Relaxed);
    LETTERS[6][17].store(0x816d6c9e8a6aaf88, Relaxed);
    LETTERS[6][18].store(0x749795b3959c938a, Relaxed);
    LETTERS[6][19].store(0x4db68f87a696456c, Relaxed);
    LETTERS[6][20].store(0x79602d7c5e983899, Relaxed);
    LETTERS[6][21].store(0x868e469783a44b54, Relaxed);
    LETTERS[6][22].store(0x78727b717c979283, Relaxed);
    LETTERS[6][23].store(0x7b7d798274708a81, Relaxed);
    LETTERS[6][24].store(0x7d8d71777c7b757e, Relaxed);
    LETTERS[6][25].store(0xa282898b718c797b, Relaxed);
    LETTERS[6][26].store(0x77837c7b7b7b6e6f, Relaxed);
    LETTERS[6][27].store(0x89829895857b7e79, Relaxed);
    LETTERS[6][28].store(0x8390847e9b86817a, Relaxed);
    LETTERS[6][29].store(0x8484747f767c778b, Relaxed);
    LETTERS[6][30].store(0x829883798080897a, Relaxed);
    LETTERS[6][31].store(0x767c7e82807f8b7b, Relaxed);
    LETTERS[6][32].store(0x7d7e76847f8c807d, Relaxed);
    LETTERS[6][33].store(0x7f7681, Relaxed);
    LETTERS[7][0].store(0x22aa0130f406681, Relaxed);
    LETTERS[7][1].store(0x1f6700cef208c75, Relaxed);
    LETTERS[7][2].store(0x1d23c1073208082, Relaxed);
    LETTERS[7][3].store(0x1d5d4110f209692, Relaxed);
    LETTERS[7][4].store(0x1d9ac1130009d6d, Relaxed);
    LETTERS[7][5].store(0x2b258123020758d, Relaxed);
    LETTERS[7][6].store(0x24dc01051008180, Relaxed);
    LETTERS[7][7].store(0x1b61c0cf1407668, Relaxed);
    LETTERS[7][8].store(0x1c9e81150806383, Relaxed);
    LETTERS[7][9].store(0x165ac103220737f, Relaxed);
    LETTERS[7][10].store(0x1fea01151c06293, Relaxed);
    LETTERS[7][11].store(0x2c1dc1370006e8d, Relaxed);
    LETTERS[7][12].store(0x225b40eef009c7f, Relaxed);
    LETTERS[7][13].store(0x1ca100f32807d8a, Relaxed);
    LETTERS[7][14].store(0x2261012ee407c4b, Relaxed);
    LETTERS[7][15].store(0x1fa100df2005d8a, Relaxed);
    LETTERS[7][16].store(0x6580986042b9857a, Relaxed);
    LETTERS[7][17].store(0x8f805eaa7ac69949, Relaxed);
    LETTERS[7][18].store(0x887367babab2677a, Relaxed);
    LETTERS[7][19].store(0x8a43b786b6676ba9, Relaxed);
    LETTERS[7][20].store(0x5e689a7b7f91bd48, Relaxed);
    LETTERS[7][21].store(0xa062839e91a98e5d, Relaxed);
    LETTERS[7][22].store(0x8b688176979b838a, Relaxed);
    LETTERS[7][23].store(0x7d8a848d7b678f94, Relaxed);
    LETTERS[7][24].store(0x6e817e897f737e76, Relaxed);
    LETTERS[7][25].store(0x728b7c6d938aa18d, Relaxed);
    LETTERS[7][26].store(0x727174808ba0759c, Relaxed);
    LETTERS[7][27].store(0x8c966b848a93849f, Relaxed);
    LETTERS[7][28].store(0x7c74797b6e899980, Relaxed);
    LETTERS[7][29].store(0x7e88876e75737d7c, Relaxed);
    LETTERS[7][30].store(0x857e817d7e7a867f, Relaxed);
    LETTERS[7][31].store(0x838d82837e7d8091, Relaxed);
    LETTERS[7][32].store(0x8a7b887b7e787f7d, Relaxed);
    LETTERS[7][33].store(0x7c6c7e, Relaxed);
    LETTERS[8][0].store(0x1a248128e407d99, Relaxed);
    LETTERS[8][1].store(0x21de40e12208078, Relaxed);
    LETTERS[8][2].store(0x1de1010b2408f7d, Relaxed);
    LETTERS[8][3].store(0x281581230809596, Relaxed);
    LETTERS[8][4].store(0x21e040d6e206796, Relaxed);
    LETTERS[8][5].store(0x1ca480daf80709a, Relaxed);
    LETTERS[8][6].store(0x1f65c104f20897e, Relaxed);
    LETTERS[8][7].store(0x25a1c10aee08861, Relaxed);
    LETTERS[8][8].store(0x259c81511e08f73, Relaxed);
    LETTERS[8][9].store(0x219f8100f006066, Relaxed);
    LETTERS[8][10].store(0x1ba580fb0606f75, Relaxed);
    LETTERS[8][11].store(0x1f1f010b1a08679, Relaxed);
    LETTERS[8][12].store(0x23278120e407c8c, Relaxed);
    LETTERS[8][13].store(0x21a2c0e6c608074, Relaxed);
    LETTERS[8][14].store(0x2155c1250807a6c, Relaxed);
    LETTERS[8][15].store(0x1b6140fcfe09178, Relaxed);
    LETTERS[8][16].store(0x6f766c8d9a7e828e, Relaxed);
    LETTERS[8][17].store(0x6f4f266aca4aa277, Relaxed);
    LETTERS[8][18].store(0x794e94a2617ba237, Relaxed);
    LETTERS[8][19].store(0x507993667da1997a, Relaxed);
    LETTERS[8][20].store(0x73a2b57c61d79740, Relaxed);
    LETTERS[8][21].store(0x5a9f7a8188799fa2, Relaxed);
    LETTERS[8][22].store(0x7388888f74808481, Relaxed);
    LETTERS[8][23].store(0x939d8778938d958f, Relaxed);
    LETTERS[8][24].store(0x8d858c7f83747381, Relaxed);
    LETTERS[8][25].store(0x85848a9a797c826e, Relaxed);
    LETTERS[8][26].store(0x8e867166886f866c, Relaxed);
    LETTERS[8][27].store(0x7f84866a87739893, Relaxed);
    LETTERS[8][28].store(0x938a8b8b97848987, Relaxed);
    LETTERS[8][29].store(0x85918996877f858e, Relaxed);
    LETTERS[8][30].store(0x83808d7c7c859a86, Relaxed);
    LETTERS[8][31].store(0x797e86837f80807b, Relaxed);
    LETTERS[8][32].store(0x7a8088877a7d7f7e, Relaxed);
    LETTERS[8][33].store(0x7f6a80, Relaxed);
    LETTERS[9][0].store(0x1d5580d8fe09a6c, Relaxed);
    LETTERS[9][1].store(0x20988140f007b7e, Relaxed);
    LETTERS[9][2].store(0x186a4118fc08fa1, Relaxed);
    LETTERS[9][3].store(0x1fe5c10cf606865, Relaxed);
    LETTERS[9][4].store(0x22a580ab2609478, Relaxed);
    LETTERS[9][5].store(0x212280ff0a07470, Relaxed);
    LETTERS[9][6].store(0x1c2500b7440946e, Relaxed);
    LETTERS[9][7].store(0x201e40eec407176, Relaxed);
    LETTERS[9][8].store(0x1de900fd3005472, Relaxed);
    LETTERS[9][9].store(0x26a300eb2e07b8a, Relaxed);
    LETTERS[9][10].store(0x179c01191c08984, Relaxed);
    LETTERS[9][11].store(0x2be3c0cb220927d, Relaxed);
    LETTERS[9][12].store(0x256341092a07366, Relaxed);
    LETTERS[9][13].store(0x225d00eef008a91, Relaxed);
    LETTERS[9][14].store(0x1c1d00eee806372, Relaxed);
    LETTERS[9][15].store(0x276641090007967, Relaxed);
    LETTERS[9][16].store(0x79bd9189bd946282, Relaxed);
    LETTERS[9][17].store(0x8f55ce5176c09c77, Relaxed);
    LETTERS[9][18].store(0x7962ba4f5c6994a4, Relaxed);
    LETTERS[9][19].store(0xaa884378787e9cb8, Relaxed);
    LETTERS[9][20].store(0x49905173a360b492, Relaxed);
    LETTERS[9][21].store(0xb6689454a5898bd3, Relaxed);
    LETTERS[9][22].store(0x868d6e57788d896f, Relaxed);
    LETTERS[9][23].store(0x9b8d76609b6b7761, Relaxed);
    LETTERS[9][24].store(0x8c778e7f699487a6, Relaxed);
    LETTERS[9][25].store(0x6a7e7360927d8f91, Relaxed);
    LETTERS[9][26].store(0x8374985c4f9e7e7b, Relaxed);
    LETTERS[9][27].store(0x677aa295749069a2, Relaxed);
    LETTERS[9][28].store(0x858d64746a618481, Relaxed);
    LETTERS[9][29].store(0x5c6d909a7a718469, Relaxed);
    LETTERS[9][30].store(0x81897e7994717c7e, Relaxed);
    LETTERS[9][31].store(0x7a8b7f8d81807674, Relaxed);
    LETTERS[9][32].store(0x7a80768c8f8d8186, Relaxed);
    LETTERS[9][33].store(0x847d86, Relaxed);
    LETTERS[10][0].store(0x209d40f3000807b, Relaxed);
    LETTERS[10][1].store(0x1dde41270607783, Relaxed);
    LETTERS[10][2].store(0x24df4108e40817b, Relaxed);
    LETTERS[10][3].store(0x1f60c0f30a0827d, Relaxed);
    LETTERS[10][4].store(0x1e9f0100f807e75, Relaxed);
    LETTERS[10][5].store(0x1edfc10cf20848a, Relaxed);
    LETTERS[10][6].store(0x20200114fc08482, Relaxed);
    LETTERS[10][7].store(0x1de301091a07a7d, Relaxed);
    LETTERS[10][8].store(0x255a81111008d6d, Relaxed);
    LETTERS[10][9].store(0x22a1013f4207675, Relaxed);
    LETTERS[10][10].store(0x1a17c0d50c0af7d, Relaxed);
    LETTERS[10][11].store(0x216000fd000729f, Relaxed);
    LETTERS[10][12].store(0x1c9881350008587, Relaxed);
    LETTERS[10][13].store(0x219fc0dcf60658a, Relaxed);
    LETTERS[10][14].store(0x21d940db140697a, Relaxed);
    LETTERS[10][15].store(0x1b97810cfe0828a, Relaxed);
    LETTERS[10][16].store(0x80684f73c8a6367c, Relaxed);
    LETTERS[10][17].store(0x6fba617890a26d77, Relaxed);
    LETTERS[10][18].store(0x7ba778a3a973ae78, Relaxed);
    LETTERS[10][19].store(0x7998615455708269, Relaxed);
    LETTERS[10][20].store(0x7667979c8674d8b0, Relaxed);
    LETTERS[10][21].store(0x8b6866959a2cab62, Relaxed);
    LETTERS[10][22].store(0x777a867585837d81, Relaxed);
    LETTERS[10][23].store(0x8686827c81767d81, Relaxed);
    LETTERS[10][24].store(0x90857f7e8483848b, Relaxed);
    LETTERS[10][25].store(0x8879838078867e7b, Relaxed);
    LETTERS[10][26].store(0x797b8183817b7883, Relaxed);
    LETTERS[10][27].store(0x8183807f7f768384, Relaxed);
    LETTERS[10][28].store(0x908881827e7f807b, Relaxed);
    LETTERS[10][29].store(0x818580808172897a, Relaxed);
    LETTERS[10][30].store(0x808083827f7f8380, Relaxed);
    LETTERS[10][31].store(0x8d837f7f7f807d7b, Relaxed);
    LETTERS[10][32].store(0x7f7f867f7d7c8080, Relaxed);
    LETTERS[10][33].store(0x807d80, Relaxed);
    LETTERS[11][0].store(0x255d00e90407d8a, Relaxed);
    LETTERS[11][1].store(0x225f811ee40968c, Relaxed);
    LETTERS[11][2].store(0x241980e4f408383, Relaxed);
    LETTERS[11][3].store(0x20604134fe07170, Relaxed);
    LETTERS[11][4].store(0x25a380fae807e61, Relaxed);
    LETTERS[11][5].store(0x1ae140f9180899d, Relaxed);
    LETTERS[11][6].store(0x1be380dd0808b84, Relaxed);
    LETTERS[11][7].store(0x1a9f011ed408b99, Relaxed);
    LETTERS[11][8].store(0x219dc0e6e80888b, Relaxed);
    LETTERS[11][9].store(0x2520c0f91a09775, Relaxed);
    LETTERS[11][10].store(0x221cc11b0c08c85, Relaxed);
    LETTERS[11][11].store(0x23e401211208b7f, Relaxed);
    LETTERS[11][12].store(0x1c5e00daf608698, Relaxed);
    LETTERS[11][13].store(0x2462015f4007587, Relaxed);
    LETTERS[11][14].store(0x299d40df1009288, Relaxed);
    LETTERS[11][15].store(0x1e6300d8e607e7d, Relaxed);
    LETTERS[11][16].store(0xa475a4613b7a9aa3, Relaxed);
    LETTERS[11][17].store(0x9d86466b75817e7a, Relaxed);
    LETTERS[11][18].store(0x81c9907e977a7058, Relaxed);
    LETTERS[11][19].store(0x7d7d8680ba738e90, Relaxed);
    LETTERS[11][20].store(0x7dbe864f905b6c8d, Relaxed);
    LETTERS[11][21].store(0x5d7b59757b53a085, Relaxed);
    LETTERS[11][22].store(0x89898e7f86858c81, Relaxed);
    LETTERS[11][23].store(0x8387836c7b7f7379, Relaxed);
    LETTERS[11][24].store(0x777e9276857d7a80, Relaxed);
    LETTERS[11][25].store(0x847581748a7b8384, Relaxed);
    LETTERS[11][26].store(0x80727d89836f75a1, Relaxed);
    LETTERS[11][27].store(0x807a727c7674838a, Relaxed);
    LETTERS[11][28].store(0x8a7f76777b778384, Relaxed);
    LETTERS[11][29].store(0x8a907e9d8177867b, Relaxed);
    LETTERS[11][30].store(0x7e7f827f7e7c8785, Relaxed);
    LETTERS[11][31].store(0x82837b83887e787b, Relaxed);
    LETTERS[11][32].store(0x817e7e7d827f847e, Relaxed);
    LETTERS[11][33].store(0x7f847f, Relaxed);
    LETTERS[12][0].store(0x22e080c6c6092a1, Relaxed);
    LETTERS[12][1].store(0x1fe400f30006a82, Relaxed);
    LETTERS[12][2].store(0x29218102fa08757, Relaxed);
    LETTERS[12][3].store(0x251f00f2ee08a91, Relaxed);
    LETTERS[12][4].store(0x1c9ec0d8f20888a, Relaxed);
    LETTERS[12][5].store(0x24db8116fc08c74, Relaxed);
    LETTERS[12][6].store(0x245e01330a09a67, Relaxed);
    LETTERS[12][7].store(0x1f6bc0d50c06474, Relaxed);
    LETTERS[12][8].store(0x1c980101200a48a, Relaxed);
    LETTERS[12][9].store(0x23e640caa209691, Relaxed);
    LETTERS[12][10].store(0x156400f0e809476, Relaxed);
    LETTERS[12][11].store(0x2924812afe06398, Relaxed);
    LETTERS[12][12].store(0x212100d8e40738b, Relaxed);
    LETTERS[12][13].store(0x1c2580d6ce06f60, Relaxed);
    LETTERS[12][14].store(0x15e20106ea06aa0, Relaxed);
    LETTERS[12][15].store(0x1ddb812d340856f, Relaxed);
    LETTERS[12][16].store(0x62756a90d059645c, Relaxed);
    LETTERS[12][17].store(0x3e8494c52d6a71b3, Relaxed);
    LETTERS[12][18].store(0x965b7a5a6b8b8f41, Relaxed);
    LETTERS[12][19].store(0xc93487828a826751, Relaxed);
    LETTERS[12][20].store(0x69abb8975f644590, Relaxed);
    LETTERS[12][21].store(0x65a8565fbdc87e71, Relaxed);
    LETTERS[12][22].store(0x80738e8b66755e71, Relaxed);
    LETTERS[12][23].store(0x8ba17a6c759b846a, Relaxed);
    LETTERS[12][24].store(0x81778653898d6d96, Relaxed);
    LETTERS[12][25].store(0x899c69757291936f, Relaxed);
    LETTERS[12][26].store(0x828391ac947f857e, Relaxed);
    LETTERS[12][27].store(0x5b7550a0906e807c, Relaxed);
    LETTERS[12][28].store(0x6aa46b72637860a5, Relaxed);
    LETTERS[12][29].store(0x7e8f7e9f7d948168, Relaxed);
    LETTERS[12][30].store(0x7b8e8e8783858678, Relaxed);
    LETTERS[12][31].store(0x917f7795827b7a82, Relaxed);
    LETTERS[12][32].store(0x7e937a807f667982, Relaxed);
    LETTERS[12][33].store(0x778f7a, Relaxed);
    LETTERS[13][0].store(0x1d9980cf1807c7d, Relaxed);
    LETTERS[13][1].store(0x25230114ee08089, Relaxed);
    LETTERS[13][2].store(0x225bc1130408180, Relaxed);
    LETTERS[13][3].store(0x20a240f53007265, Relaxed);
    LETTERS[13][4].store(0x1f5c810eb00576a, Relaxed);
    LETTERS[13][5].store(0x23a100fd100798e, Relaxed);
    LETTERS[13][6].store(0x21630108f008577, Relaxed);
    LETTERS[13][7].store(0x1e1e811b0407872, Relaxed);
    LETTERS[13][8].store(0x1b2580d91e0666f, Relaxed);
    LETTERS[13][9].store(0x1d5f00f2dc07da3, Relaxed);
    LETTERS[13][10].store(0x245d010cd208690, Relaxed);
    LETTERS[13][11].store(0x2b9f8100fa0915c, Relaxed);
    LETTERS[13][12].store(0x201e8100ec07e69, Relaxed);
    LETTERS[13][13].store(0x1ca4010edc097ac, Relaxed);
    LETTERS[13][14].store(0x216040bd160706d, Relaxed);
    LETTERS[13][15].store(0x1fa1c0d11a08673, Relaxed);
    LETTERS[13][16].store(0x93b06f7d8781c788, Relaxed);
    LETTERS[13][17].store(0x7850326e9f9779ab, Relaxed);
    LETTERS[13][18].store(0x605d908d94d0b2c5, Relaxed);
    LETTERS[13][19].store(0x4e7ebb536d74922b, Relaxed);
    LETTERS[13][20].store(0xaba56747987e8e8b, Relaxed);
    LETTERS[13][21].store(0x854d9d7d94615d7e, Relaxed);
    LETTERS[13][22].store(0x73927291706fa66a, Relaxed);
    LETTERS[13][23].store(0x77926b786a825d76, Relaxed);
    LETTERS[13][24].store(0xaa8e7a787c7a8f82, Relaxed);
    LETTERS[13][25].store(0x847f7b6b6c838185, Relaxed);
    LETTERS[13][26].store(0x707d9f839d86788a, Relaxed);
    LETTERS[13][27].store(0x728e9d748278936d, Relaxed);
    LETTERS[13][28].store(0x6e968b8e6f857587, Relaxed);
    LETTERS[13][29].store(0xa49b707389878e5b, Relaxed);
    LETTERS[13][30].store(0x7981867c7e857e83, Relaxed);
    LETTERS[13][31].store(0x8880967e7d7d8279, Relaxed);
    LETTERS[13][32].store(0x7c79897c7d74828e, Relaxed);
    LETTERS[13][33].store(0x7e837f, Relaxed);
    LETTERS[14][0].store(0x1dd700fd1e06976, Relaxed);
    LETTERS[14][1].store(0x1d5dc0e89004e61, Relaxed);
    LETTERS[14][2].store(0x211bc0f50a08b7f, Relaxed);
    LETTERS[14][3].store(0x205c00f8f206f9c, Relaxed);
    LETTERS[14][4].store(0x211dc0b4be0a383, Relaxed);
    LETTERS[14][5].store(0x1d9e410ad60689d, Relaxed);
    LETTERS[14][6].store(0x1d9140fb260657a, Relaxed);
    LETTERS[14][7].store(0x269c01032a0a36d, Relaxed);
    LETTERS[14][8].store(0x23e1814f1209087, Relaxed);
    LETTERS[14][9].store(0x2da700cd4609d75, Relaxed);
    LETTERS[14][10].store(0x29a0811efe0628d, Relaxed);
    LETTERS[14][11].store(0x1cdb011cd007f80, Relaxed);
    LETTERS[14][12].store(0x1d2900fd1407475, Relaxed);
    LETTERS[14][13].store(0x201d411b2405c76, Relaxed);
    LETTERS[14][14].store(0x1ee500f31e0b493, Relaxed);
    LETTERS[14][15].store(0x1bdd00e0de0728a, Relaxed);
    LETTERS[14][16].store(0x81744d8655863ec9, Relaxed);
    LETTERS[14][17].store(0x33c293745f4085c8, Relaxed);
    LETTERS[14][18].store(0x6b749c78857d64bd, Relaxed);
    LETTERS[14][19].store(0x888f52787a8d7d5b, Relaxed);
    LETTERS[14][20].store(0x9099ad5d7094bf8d, Relaxed);
    LETTERS[14][21].store(0x9f90483e56826197, Relaxed);
    LETTERS[14][22].store(0xa9688a838a9d6167, Relaxed);
    LETTERS[14][23].store(0x858388866a729166, Relaxed);
    LETTERS[14][24].store(0x898b969a929d868a, Relaxed);
    LETTERS[14][25].store(0x7a526e9e698e726f, Relaxed);
    LETTERS[14][26].store(0x64807d91698f6f4d, Relaxed);
    LETTERS[14][27].store(0x70836956a4838675, Relaxed);
    LETTERS[14][28].store(0x99816fa48b78a377, Relaxed);
    LETTERS[14][29].store(0x867d6a8b8c776294, Relaxed);
    LETTERS[14][30].store(0x887e919584788577, Relaxed);
    LETTERS[14][31].store(0x83927b807b877a75, Relaxed);
    LETTERS[14][32].store(0x7f80868e6f7d7e7e, Relaxed);
    LETTERS[14][33].store(0x82817b, Relaxed);
    LETTERS[15][0].store(0x1d1dc0dd120937e, Relaxed);
    LETTERS[15][1].store(0x1d5b013b0c04d74, Relaxed);
    LETTERS[15][2].store(0x27a580e92206a7c, Relaxed);
    LETTERS[15][3].store(0x222040cefa0a3a2, Relaxed);
    LETTERS[15][4].store(0x226080f3160acaf, Relaxed);
    LETTERS[15][5].store(0x1f98c107060977b, Relaxed);
    LETTERS[15][6].store(0x23a840fad804b8b, Relaxed);
    LETTERS[15][7].store(0x29d1c104da09377, Relaxed);
    LETTERS[15][8].store(0x1ddc8110fc07f79, Relaxed);
    LETTERS[15][9].store(0x229bc102ae07e6b, Relaxed);
    LETTERS[15][10].store(0x235880dac207a6e, Relaxed);
    LETTERS[15][11].store(0x1da000f4d00a49a, Relaxed);
    LETTERS[15][12].store(0x1d1c0158d206e7e, Relaxed);
    LETTERS[15][13].store(0x225f81350c08a8c, Relaxed);
    LETTERS[15][14].store(0x19ec013ada04f72, Relaxed);
    LETTERS[15][15].store(0x261e01191207c75, Relaxed);
    LETTERS[15][16].store(0x7a57c871795ea47e, Relaxed);
    LETTERS[15][17].store(0xa041c88b80867a4a, Relaxed);
    LETTERS[15][18].store(0x5c835b4d3e90488d, Relaxed);
    LETTERS[15][19].store(0x4e5e26c5739b596e, Relaxed);
    LETTERS[15][20].store(0x5eaf517671a575c5, Relaxed);
    LETTERS[15][21].store(0x9aa27eae4c8c8282, Relaxed);
    LETTERS[15][22].store(0x687480866e7b7286, Relaxed);
    LETTERS[15][23].store(0x675597816e866d75, Relaxed);
    LETTERS[15][24].store(0x6aa382a7816b8278, Relaxed);
    LETTERS[15][25].store(0x6d6c8c6c63655b71, Relaxed);
    LETTERS[15][26].store(0x86808e7c828a89a7, Relaxed);
    LETTERS[15][27].store(0x658f928985ad896c, Relaxed);
    LETTERS[15][28].store(0x9763737e8f8d7d91, Relaxed);
    LETTERS[15][29].store(0x706e6b8667887592, Relaxed);
    LETTERS[15][30].store(0x7d826d8b8c857279, Relaxed);
    LETTERS[15][31].store(0x78917887857f7471, Relaxed);
    LETTERS[15][32].store(0x85868185848c7d83, Relaxed);
    LETTERS[15][33].store(0x7c8486, Relaxed);
    LETTERS[16][0].store(0x20e4410d0e08f87, Relaxed);
    LETTERS[16][1].store(0x22e180e0fe07d81, Relaxed);
    LETTERS[16][2].store(0x226701291e09687, Relaxed);
    LETTERS[16][3].store(0x22db80ed0a07177, Relaxed);
    LETTERS[16][4].store(0x201e81274808487, Relaxed);
    LETTERS[16][5].store(0x20e040f51207c6b, Relaxed);
    LETTERS[16][6].store(0x23a0c0f2f608873, Relaxed);
    LETTERS[16][7].store(0x1be10108fa08292, Relaxed);
    LETTERS[16][8].store(0x2360c10ed60a08f, Relaxed);
    LETTERS[16][9].store(0x1cdf811d2808a72, Relaxed);
    LETTERS[16][10].store(0x28e3812efe08ea8, Relaxed);
    LETTERS[16][11].store(0x165ec0f8e208183, Relaxed);
    LETTERS[16][12].store(0x1d58c0ccf409ca5, Relaxed);
    LETTERS[16][13].store(0x1e5d0114fa0756f, Relaxed);
    LETTERS[16][14].store(0x21dbc0ef0c0996c, Relaxed);
    LETTERS[16][15].store(0x201940f91809183, Relaxed);
    LETTERS[16][16].store(0x70606b8e89987f85, Relaxed);
    LETTERS[16][17].store(0x93bf91a19cab868a, Relaxed);
    LETTERS[16][18].store(0x72b184914d4e5b3c, Relaxed);
    LETTERS[16][19].store(0xb1738791beae6b4e, Relaxed);
    LETTERS[16][20].store(0x9d8c927737647542, Relaxed);
    LETTERS[16][21].store(0xa08f8d537955806d, Relaxed);
    LETTERS[16][22].store(0x7d9d7c7b70997780, Relaxed);
    LETTERS[16][23].store(0x7278818280827e8f, Relaxed);
    LETTERS[16][24].store(0x7971686a98748f72, Relaxed);
    LETTERS[16][25].store(0x829580738a7e8e81, Relaxed);
    LETTERS[16][26].store(0x858c7d8e7d76807e, Relaxed);
    LETTERS[16][27].store(0x6f819f777c7d8491, Relaxed);
    LETTERS[16][28].store(0x7576778a73759081, Relaxed);
    LETTERS[16][29].store(0x857f858f81777e97, Relaxed);
    LETTERS[16][30].store(0x7f7b807e7e7e8186, Relaxed);
    LETTERS[16][31].store(0x777c7c7f7f807d98, Relaxed);
    LETTERS[16][32].store(0x7f7f787c82807f8f, Relaxed);
    LETTERS[16][33].store(0x7f8080, Relaxed);
    LETTERS[17][0].store(0x20e14102fc07f7d, Relaxed);
    LETTERS[17][1].store(0x1f5e81090e08387, Relaxed);
    LETTERS[17][2].store(0x20dfc11cda08b8a, Relaxed);
    LETTERS[17][3].store(0x1b9f40fcf208484, Relaxed);
    LETTERS[17][4].store(0x1fe1c0ff0607d82, Relaxed);
    LETTERS[17][5].store(0x205d81010e08178, Relaxed);
    LETTERS[17][6].store(0x219c81051c08880, Relaxed);
    LETTERS[17][7].store(0x226000dcf407d7d, Relaxed);
    LETTERS[17][8].store(0x1d1d0100fe08c7e, Relaxed);
    LETTERS[17][9].store(0x1e5f4110f207986, Relaxed);
    LETTERS[17][10].store(0x26e0c138ce08d82, Relaxed);
    LETTERS[17][11].store(0x2b64c0e30806b71, Relaxed);
    LETTERS[17][12].store(0x205fc0f2fc0877f, Relaxed);
    LETTERS[17][13].store(0x1fe0010cfe0837c, Relaxed);
    LETTERS[17][14].store(0x24d94111280a756, Relaxed);
    LETTERS[17][15].store(0x1f5f40dae609280, Relaxed);
    LETTERS[17][16].store(0x8a7f83715d705495, Relaxed);
    LETTERS[17][17].store(0x7bc8736a85729271, Relaxed);
    LETTERS[17][18].store(0x8c6681bb7685a144, Relaxed);
    LETTERS[17][19].store(0x8b648b8e89948280, Relaxed);
    LETTERS[17][20].store(0x9d6b8b9e95437177, Relaxed);
    LETTERS[17][21].store(0x91839b6c75679f58, Relaxed);
    LETTERS[17][22].store(0x7d7b7f7e7c767e7c, Relaxed);
    LETTERS[17][23].store(0x82777aab7f7c7d7e, Relaxed);
    LETTERS[17][24].store(0x8782739a7d68807f, Relaxed);
    LETTERS[17][25].store(0x80747a7f7b8c7e7f, Relaxed);
    LETTERS[17][26].store(0x72876c7a68857c76, Relaxed);
    LETTERS[17][27].store(0x7f897f817c997d7c, Relaxed);
    LETTERS[17][28].store(0x80747f7980857c84, Relaxed);
    LETTERS[17][29].store(0x797f858c7f80967a, Relaxed);
    LETTERS[17][30].store(0x80807a8080807d7a, Relaxed);
    LETTERS[17][31].store(0x7c7f807f80807c7f, Relaxed);
    LETTERS[17][32].store(0x8080987e80828080, Relaxed);
    LETTERS[17][33].store(0x807d80, Relaxed);
    LETTERS[18][0].store(0x14da81272407e6f, Relaxed);
    LETTERS[18][1].store(0x1a9f00e94008b96, Relaxed);
    LETTERS[18][2].store(0x23ddc136cc09277, Relaxed);
    LETTERS[18][3].store(0x26dd80f9040b989, Relaxed);
    LETTERS[18][4].store(0x1c2680f0c007fa9, Relaxed);
    LETTERS[18][5].store(0x219480eec408f94, Relaxed);
    LETTERS[18][6].store(0x2b9d40bade09574, Relaxed);
    LETTERS[18][7].store(0x2525c0972609995, Relaxed);
    LETTERS[18][8].store(0x1f6a809f0a0957a, Relaxed);
    LETTERS[18][9].store(0x1fa1410c9e08663, Relaxed);
    LETTERS[18][10].store(0x21e880c34e0727a, Relaxed);
    LETTERS[18][11].store(0x14dd40ff6009271, Relaxed);
    LETTERS[18][12].store(0x165d810cea08a6c, Relaxed);
    LETTERS[18][13].store(0x225f00df5407d7f, Relaxed);
    LETTERS[18][14].store(0x1a21c116ea07f86, Relaxed);
    LETTERS[18][15].store(0x23248118ec061a3, Relaxed);
    LETTERS[18][16].store(0x982c3e6f7e5d4134, Relaxed);
    LETTERS[18][17].store(0x8dc5c2389b757878, Relaxed);
    LETTERS[18][18].store(0x667353569c78a396, Relaxed);
    LETTERS[18][19].store(0x7a62a03e91a7d6a2, Relaxed);
    LETTERS[18][20].store(0xa153a29e85996db8, Relaxed);
    LETTERS[18][21].store(0xb2a0639abb4e7f6c, Relaxed);
    LETTERS[18][22].store(0xa1558077936d7e5e, Relaxed);
    LETTERS[18][23].store(0x9a917680988a5da3, Relaxed);
    LETTERS[18][24].store(0x9b7e7a8b869f8d82, Relaxed);
    LETTERS[18][25].store(0x68778b8e5e927c7e, Relaxed);
    LETTERS[18][26].store(0x9182659990658685, Relaxed);
    LETTERS[18][27].store(0xa187789b4772806a, Relaxed);
    LETTERS[18][28].store(0x70729180749a6a6d, Relaxed);
    LETTERS[18][29].store(0x82987e5b94717d66, Relaxed);
    LETTERS[18][30].store(0x7f76797a86898671, Relaxed);
    LETTERS[18][31].store(0x817f87847a84887c, Relaxed);
    LETTERS[18][32].store(0x898d748186817876, Relaxed);
    LETTERS[18][33].store(0x797b7b, Relaxed);
    LETTERS[19][0].store(0x1f5e00c8dc08a57, Relaxed);
    LETTERS[19][1].store(0x241d00fd1407a7f, Relaxed);
    LETTERS[19][2].store(0x1dda012f2807b7c, Relaxed);
    LETTERS[19][3].store(0x201801090207677, Relaxed);
    LETTERS[19][4].store(0x1da7810ad609f75, Relaxed);
    LETTERS[19][5].store(0x215ec106dc09a8c, Relaxed);
    LETTERS[19][6].store(0x236800fb3c07f97, Relaxed);
    LETTERS[19][7].store(0x29e040e91c05d8a, Relaxed);
    LETTERS[19][8].store(0x27688104b007097, Relaxed);
    LETTERS[19][9].store(0x235dc0ed4008b69, Relaxed);
    LETTERS[19][10].store(0x172400e52608086, Relaxed);
    LETTERS[19][11].store(0x21db80fb2406779, Relaxed);
    LETTERS[19][12].store(0x221c8106de0887f, Relaxed);
    LETTERS[19][13].store(0x1da000f4fc0a44d, Relaxed);
    LETTERS[19][14].store(0x20a280fae00a894, Relaxed);
    LETTERS[19][15].store(0x25a980a8e607f7a, Relaxed);
    LETTERS[19][16].store(0x6f9d766cb35c9fa3, Relaxed);
    LETTERS[19][17].store(0xcf8b854c777f8955, Relaxed);
    LETTERS[19][18].store(0x7b346eaba65c8d5e, Relaxed);
    LETTERS[19][19].store(0x55b4629fbd577582, Relaxed);
    LETTERS[19][20].store(0x599ba2af9865536a, Relaxed);
    LETTERS[19][21].store(0x89727fb59169a577, Relaxed);
    LETTERS[19][22].store(0x89ab7b7d918d8880, Relaxed);
    LETTERS[19][23].store(0x8a6f817d74797f77, Relaxed);
    LETTERS[19][24].store(0x7a7a92636a6f8776, Relaxed);
    LETTERS[19][25].store(0x959a757158866d97, Relaxed);
    LETTERS[19][26].store(0x6b907970ae688e90, Relaxed);
    LETTERS[19][27].store(0x96827a5d9f828282, Relaxed);
    LETTERS[19][28].store(0x6a6a828d7a768374, Relaxed);
    LETTERS[19][29].store(0x7567727da3826eab, Relaxed);
    LETTERS[19][30].store(0x7a787c817e818780, Relaxed);
    LETTERS[19][31].store(0x78738c81777d8589, Relaxed);
    LETTERS[19][32].store(0x877b848895827e7f, Relaxed);
    LETTERS[19][33].store(0x737e7b, Relaxed);
    LETTERS[20][0].store(0x2829c126c808392, Relaxed);
    LETTERS[20][1].store(0x231a00db2008d81, Relaxed);
    LETTERS[20][2].store(0x239d4116ac09c78, Relaxed);
    LETTERS[20][3].store(0x225dc104e00959a, Relaxed);
    LETTERS[20][4].store(0x2761c10aea0894c, Relaxed);
    LETTERS[20][5].store(0x1ad9411cd606b84, Relaxed);
    LETTERS[20][6].store(0x1b5dc10cde0697e, Relaxed);
    LETTERS[20][7].store(0x242100f30208894, Relaxed);
    LETTERS[20][8].store(0x265bc0c1160906d, Relaxed);
    LETTERS[20][9].store(0x20e4015b0608a7c, Relaxed);
    LETTERS[20][10].store(0x255c00e4d207862, Relaxed);
    LETTERS[20][11].store(0x1cdb4114d808258, Relaxed);
    LETTERS[20][12].store(0x2b6480ecd006d81, Relaxed);
    LETTERS[20][13].store(0x2227011d140917b, Relaxed);
    LETTERS[20][14].store(0x1ea640def40a470, Relaxed);
    LETTERS[20][15].store(0x24a1c0eb1809e87, Relaxed);
    LETTERS[20][16].store(0x9a953e829a87877c, Relaxed);
    LETTERS[20][17].store(0x7e5b83be7a6b4728, Relaxed);
    LETTERS[20][18].store(0x64788caeb363b752, Relaxed);
    LETTERS[20][19].store(0x6a5f67936f858360, Relaxed);
    LETTERS[20][20].store(0x43634da667857159, Relaxed);
    LETTERS[20][21].store(0x429779592e642c69, Relaxed);
    LETTERS[20][22].store(0x79906e5a78886f7a, Relaxed);
    LETTERS[20][23].store(0x71768188937499af, Relaxed);
    LETTERS[20][24].store(0x8959786d86898868, Relaxed);
    LETTERS[20][25].store(0x958b7a7c747f8289, Relaxed);
    LETTERS[20][26].store(0x6e698e828f74747f, Relaxed);
    LETTERS[20][27].store(0x678663807e686a9a, Relaxed);
    LETTERS[20][28].store(0x937a7a8c7f98937e, Relaxed);
    LETTERS[20][29].store(0x6784a76f6c8077b9, Relaxed);
    LETTERS[20][30].store(0x7e7d7a7886838885, Relaxed);
    LETTERS[20][31].store(0x7c827d81757d8499, Relaxed);
    LETTERS[20][32].store(0x837b7f8d7c8a7c7a, Relaxed);
    LETTERS[20][33].store(0x877a7e, Relaxed);
    LETTERS[21][0].store(0x1e2240f0c607398, Relaxed);
    LETTERS[21][1].store(0x1d5fc1150c09879, Relaxed);
    LETTERS[21][2].store(0x1fe7413aee0758e, Relaxed);
    LETTERS[21][3].store(0x17e3810ed80a797, Relaxed);
    LETTERS[21][4].store(0x17a1c1151c0898c, Relaxed);
    LETTERS[21][5].store(0x2365813ef609771, Relaxed);
    LETTERS[21][6].store(0x239b40e95808d81, Relaxed);
    LETTERS[21][7].store(0x21614108f606b7a, Relaxed);
    LETTERS[21][8].store(0x1fe240e70406f7b, Relaxed);
    LETTERS[21][9].store(0x235c410f0209389, Relaxed);
    LETTERS[21][10].store(0x22e80150e408277, Relaxed);
    LETTERS[21][11].store(0x1e6401211a08aa0, Relaxed);
    LETTERS[21][12].store(0x1fe180f0ec06a9f, Relaxed);
    LETTERS[21][13].store(0x229f8108b607575, Relaxed);
    LETTERS[21][14].store(0x255a81471e0808b, Relaxed);
    LETTERS[21][15].store(0x189e4116f606a8d, Relaxed);
    LETTERS[21][16].store(0x506db361567da061, Relaxed);
    LETTERS[21][17].store(0xab48b096ac797289, Relaxed);
    LETTERS[21][18].store(0x90857354706b2eac, Relaxed);
    LETTERS[21][19].store(0xb07f8871667b6dae, Relaxed);
    LETTERS[21][20].store(0x909264cbab6166a0, Relaxed);
    LETTERS[21][21].store(0x8e80a5595373645e, Relaxed);
    LETTERS[21][22].store(0x698676658886849a, Relaxed);
    LETTERS[21][23].store(0x874f87717b977f78, Relaxed);
    LETTERS[21][24].store(0x7d77a29666866b9f, Relaxed);
    LETTERS[21][25].store(0x68758372a671aa86, Relaxed);
    LETTERS[21][26].store(0x8f7971a08b96a072, Relaxed);
    LETTERS[21][27].store(0x7165868e6b887b5c, Relaxed);
    LETTERS[21][28].store(0x6c6e6f8691725f66, Relaxed);
    LETTERS[21][29].store(0x6885878d878c7562, Relaxed);
    LETTERS[21][30].store(0x978382807d798278, Relaxed);
    LETTERS[21][31].store(0x7a8f7a8b887e8480, Relaxed);
    LETTERS[21][32].store(0x7978737b81837e88, Relaxed);
    LETTERS[21][33].store(0x877282, Relaxed);
    LETTERS[22][0].store(0x1e60c0f4ec08084, Relaxed);
    LETTERS[22][1].store(0x1ea1811b0a06a74, Relaxed);
    LETTERS[22][2].store(0x24e340d4f208d7d, Relaxed);
    LETTERS[22][3].store(0x1d9fc0fef20805f, Relaxed);
    LETTERS[22][4].store(0x1e9e8126f407775, Relaxed);
    LETTERS[22][5].store(0x201e0113020897e, Relaxed);
    LETTERS[22][6].store(0x201e810d0c0877f, Relaxed);
    LETTERS[22][7].store(0x1b1d010d1407b8f, Relaxed);
    LETTERS[22][8].store(0x21d9810d0206974, Relaxed);
    LETTERS[22][9].store(0x1c5ec0ff0e09375, Relaxed);
    LETTERS[22][10].store(0x27df00b104092a3, Relaxed);
    LETTERS[22][11].store(0x236000f31408463, Relaxed);
    LETTERS[22][12].store(0x1d5d81150a08185, Relaxed);
    LETTERS[22][13].store(0x205cc1351e0706f, Relaxed);
    LETTERS[22][14].store(0x22e800cf2005c53, Relaxed);
    LETTERS[22][15].store(0x2359c11eee07b61, Relaxed);
    LETTERS[22][16].store(0xaf6eb982a088cc86, Relaxed);
    LETTERS[22][17].store(0x8c7a8250597e7563, Relaxed);
    LETTERS[22][18].store(0x97d4808387bc8b68, Relaxed);
    LETTERS[22][19].store(0x5683626364817399, Relaxed);
    LETTERS[22][20].store(0x9e779f835878916d, Relaxed);
    LETTERS[22][21].store(0xa076a66e65b34f75, Relaxed);
    LETTERS[22][22].store(0x7b867b898c85a081, Relaxed);
    LETTERS[22][23].store(0x818f7a76898f8288, Relaxed);
    LETTERS[22][24].store(0x8c848b7a877b6876, Relaxed);
    LETTERS[22][25].store(0x9a92897e7e797976, Relaxed);
    LETTERS[22][26].store(0x7877969c817c7764, Relaxed);
    LETTERS[22][27].store(0x8b837a8e7679687d, Relaxed);
    LETTERS[22][28].store(0x8192868179907c7e, Relaxed);
    LETTERS[22][29].store(0x95896d8d888f8181, Relaxed);
    LETTERS[22][30].store(0x7e7f867d7f7f7e83, Relaxed);
    LETTERS[22][31].store(0x7e7b7c8483808e7e, Relaxed);
    LETTERS[22][32].store(0x7e847d7d7f81807f, Relaxed);
    LETTERS[22][33].store(0x7f7e80, Relaxed);
    LETTERS[23][0].store(0x1e61410cfc07a77, Relaxed);
    LETTERS[23][1].store(0x231e80e90608884, Relaxed);
    LETTERS[23][2].store(0x1f9ac122f607f84, Relaxed);
    LETTERS[23][3].store(0x1fdf81090408e90, Relaxed);
    LETTERS[23][4].store(0x201c810f1e09176, Relaxed);
    LETTERS[23][5].store(0x1fe0c11ef20938c, Relaxed);
    LETTERS[23][6].store(0x1d1d4136e207d85, Relaxed);
    LETTERS[23][7].store(0x1a6040ef0e08c93, Relaxed);
    LETTERS[23][8].store(0x1fdb41331a07c67, Relaxed);
    LETTERS[23][9].store(0x13e14110f406a6b, Relaxed);
    LETTERS[23][10].store(0x1b62c10d380797f, Relaxed);
    LETTERS[23][11].store(0x22a1c0f6ec0908c, Relaxed);
    LETTERS[23][12].store(0x205e80ef2c08865, Relaxed);
    LETTERS[23][13].store(0x1f1e0150ee08e78, Relaxed);
    LETTERS[23][14].store(0x1ea000d30a08594, Relaxed);
    LETTERS[23][15].store(0x1ddc80e4ee0a489, Relaxed);
    LETTERS[23][16].store(0xc36688b235a0936d, Relaxed);
    LETTERS[23][17].store(0xb2b48bafa1506a88, Relaxed);
    LETTERS[23][18].store(0x6ba18aa0396f84b6, Relaxed);
    LETTERS[23][19].store(0x8c63827f5068857e, Relaxed);
    LETTERS[23][20].store(0xba90ada03082aca3, Relaxed);
    LETTERS[23][21].store(0x756e8fcc969189a2, Relaxed);
    LETTERS[23][22].store(0x767a84878482846d, Relaxed);
    LETTERS[23][23].store(0x83898e80887f9a90, Relaxed);
    LETTERS[23][24].store(0x87757e8e8d858c80, Relaxed);
    LETTERS[23][25].store(0x8a7d76a88f837a80, Relaxed);
    LETTERS[23][26].store(0x6d887c86808e7f83, Relaxed);
    LETTERS[23][27].store(0x9b879a7481908a83, Relaxed);
    LETTERS[23][28].store(0x83837b7f867f8872, Relaxed);
    LETTERS[23][29].store(0x9a7b696f8b827a88, Relaxed);
    LETTERS[23][30].store(0x7e81897f7e7c7882, Relaxed);
    LETTERS[23][31].store(0x848e7c7c7f7f887e, Relaxed);
    LETTERS[23][32].store(0x7d7d787f7f81807f, Relaxed);
    LETTERS[23][33].store(0x7f827f, Relaxed);
    LETTERS[24][0].store(0x206240e70607e8a, Relaxed);
    LETTERS[24][1].store(0x1f624115040788a, Relaxed);
    LETTERS[24][2].store(0x259f0100f007980, Relaxed);
    LETTERS[24][3].store(0x1f620114f808d7c, Relaxed);
    LETTERS[24][4].store(0x225d80f4ee07f6d, Relaxed);
    LETTERS[24][5].store(0x21608108f00788d, Relaxed);
    LETTERS[24][6].store(0x241fc10cfc0867c, Relaxed);
    LETTERS[24][7].store(0x212181070607581, Relaxed);
    LETTERS[24][8].store(0x2199812ae007c79, Relaxed);
    LETTERS[24][9].store(0x1f9d01153007c8a, Relaxed);
    LETTERS[24][10].store(0x1d6081090207d85, Relaxed);
    LETTERS[24][11].store(0x21a040ef0607f8a, Relaxed);
    LETTERS[24][12].store(0x1f5b80f30208c74, Relaxed);
    LETTERS[24][13].store(0x1ea1411ed60837a, Relaxed);
    LETTERS[24][14].store(0x25e2c1150606d68, Relaxed);
    LETTERS[24][15].store(0x1c1f40c2f808674, Relaxed);
    LETTERS[24][16].store(0x807c7ea3a2ad8672, Relaxed);
    LETTERS[24][17].store(0x8e7277ba82877c71, Relaxed);
    LETTERS[24][18].store(0x8a807c6b98928058, Relaxed);
    LETTERS[24][19].store(0x959b6a6987a08e8c, Relaxed);
    LETTERS[24][20].store(0x555cbf7c8c767c92, Relaxed);
    LETTERS[24][21].store(0x6996688c8b6b7066, Relaxed);
    LETTERS[24][22].store(0x8180808f85756d80, Relaxed);
    LETTERS[24][23].store(0x7b897a837f7f7886, Relaxed);
    LETTERS[24][24].store(0x8380807785868a7b, Relaxed);
    LETTERS[24][25].store(0x8e8080877a81747d, Relaxed);
    LETTERS[24][26].store(0x8183868b8e7b7c80, Relaxed);
    LETTERS[24][27].store(0x8185847a837d7f89, Relaxed);
    LETTERS[24][28].store(0x84878981917c9489, Relaxed);
    LETTERS[24][29].store(0x937e80818d8c8178, Relaxed);
    LETTERS[24][30].store(0x7f7f7d7e7f7e818a, Relaxed);
    LETTERS[24][31].store(0x7f7e7e7e7f80827f, Relaxed);
    LETTERS[24][32].store(0x7f7f7d877d7f807f, Relaxed);
    LETTERS[24][33].store(0x7f8780, Relaxed);
    LETTERS[25][0].store(0x22d881011e0a17b, Relaxed);
    LETTERS[25][1].store(0x205c41130c08493, Relaxed);
    LETTERS[25][2].store(0x1de540e2d808978, Relaxed);
    LETTERS[25][3].store(0x1ea240faf205a7d, Relaxed);
    LETTERS[25][4].store(0x1f6140b32c06c99, Relaxed);
    LETTERS[25][5].store(0x20a0c112e60687f, Relaxed);
    LETTERS[25][6].store(0x1cdfc0f73808f78, Relaxed);
    LETTERS[25][7].store(0x1cdb40dce806c77, Relaxed);
    LETTERS[25][8].store(0x1f6280bcf006d67, Relaxed);
    LETTERS[25][9].store(0x1fe641350005983, Relaxed);
    LETTERS[25][10].store(0x2120c0cf0c07e88, Relaxed);
    LETTERS[25][11].store(0x131f0134e007a92, Relaxed);
    LETTERS[25][12].store(0x23e100df1407262, Relaxed);
    LETTERS[25][13].store(0x245dc144e809584, Relaxed);
    LETTERS[25][14].store(0x1a23c1311e07d5d, Relaxed);
    LETTERS[25][15].store(0x251f40ed0208a84, Relaxed);
    LETTERS[25][16].store(0x939a9ca6c2c791a4, Relaxed);
    LETTERS[25][17].store(0xa69faa866c71816c, Relaxed);
    LETTERS[25][18].store(0x77768d6d9d97546f, Relaxed);
    LETTERS[25][19].store(0x6a6b965697a463d4, Relaxed);
    LETTERS[25][20].store(0x87c86f747b9cbeb2, Relaxed);
    LETTERS[25][21].store(0x7e4d767784a19a71, Relaxed);
    LETTERS[25][22].store(0x86798094838e7f97, Relaxed);
    LETTERS[25][23].store(0x6a9196808268816e, Relaxed);
    LETTERS[25][24].store(0x857888777f6a838d, Relaxed);
    LETTERS[25][25].store(0x637b739b877b80a5, Relaxed);
    LETTERS[25][26].store(0x9f7d9279758c9577, Relaxed);
    LETTERS[25][27].store(0x6190908883897586, Relaxed);
    LETTERS[25][28].store(0x85928a8183897f85, Relaxed);
    LETTERS[25][29].store(0x73725b8a718a7972, Relaxed);
    LETTERS[25][30].store(0x7f7b7481868c8f87, Relaxed);
    LETTERS[25][31].store(0x82877c7b78837b7a, Relaxed);
    LETTERS[25][32].store(0x877c78847a7c7f80, Relaxed);
    LETTERS[25][33].store(0x7a7a7f, Relaxed);
    LETTERS[26][0].store(0x1ee040fae807d80, Relaxed);
    LETTERS[26][1].store(0x1e2081151608c87, Relaxed);
    LETTERS[26][2].store(0x1e624107100807d, Relaxed);
    LETTERS[26][3].store(0x211e80f30c08188, Relaxed);
    LETTERS[26][4].store(0x1da2c0e30807a72, Relaxed);
    LETTERS[26][5].store(0x1ddd810af00878d, Relaxed);
    LETTERS[26][6].store(0x2121c0fcfc07d7c, Relaxed);
    LETTERS[26][7].store(0x1ee1c125060787d, Relaxed);
    LETTERS[26][8].store(0x20e24110e807789, Relaxed);
    LETTERS[26][9].store(0x1e1b80db0008c7e, Relaxed);
    LETTERS[26][10].store(0x22a2810ee409a82, Relaxed);
    LETTERS[26][11].store(0x276140e90a0897d, Relaxed);
    LETTERS[26][12].store(0x1b9e80db0e08f92, Relaxed);
    LETTERS[26][13].store(0x216180e8f807a7e, Relaxed);
    LETTERS[26][14].store(0x225e00f304084a0, Relaxed);
    LETTERS[26][15].store(0x1c1e80d6fe0877f, Relaxed);
    LETTERS[26][16].store(0x7c6f7a9fd8765486, Relaxed);
    LETTERS[26][17].store(0xb6768c77af5a6378, Relaxed);
    LETTERS[26][18].store(0x7f84968e8b73ab65, Relaxed);
    LETTERS[26][19].store(0x42a19974aa707a72, Relaxed);
    LETTERS[26][20].store(0x6eaa8081b2717da4, Relaxed);
    LETTERS[26][21].store(0xaf3f857585838473, Relaxed);
    LETTERS[26][22].store(0x75927b8173927d74, Relaxed);
    LETTERS[26][23].store(0x7678878181838478, Relaxed);
    LETTERS[26][24].store(0x7d7b8b8085858c7e, Relaxed);
    LETTERS[26][25].store(0x7e7a83738675807d, Relaxed);
    LETTERS[26][26].store(0x876f82857a76828a, Relaxed);
    LETTERS[26][27].store(0x7880867689658181, Relaxed);
    LETTERS[26][28].store(0x7993728582708483, Relaxed);
    LETTERS[26][29].store(0x818f75758d907184, Relaxed);
    LETTERS[26][30].store(0x817f817d7c7e8489, Relaxed);
    LETTERS[26][31].store(0x7d7e837f7e80897c, Relaxed);
    LETTERS[26][32].store(0x7e7e777d7f7e7f7d, Relaxed);
    LETTERS[26][33].store(0x917e80, Relaxed);
    POSITIONS[1][0].store(0x7dffe81600f05, Relaxed);
    POSITIONS[1][1].store(0xc040100a00109, Relaxed);
    POSITIONS[1][2].store(0x2be400bfa00afd, Relaxed);
    POSITIONS[1][3].store(0x33d80320800507, Relaxed);
    POSITIONS[1][4].store(0x1feffee16008fc, Relaxed);
    POSITIONS[1][5].store(0xffb407ffbf1fff03, Relaxed);
    POSITIONS[1][6].store(0xfff408029c6005fd, Relaxed);
    POSITIONS[1][7].store(0xff800c01e2e00afb, Relaxed);
    POSITIONS[1][8].store(0xffc01c015e800419, Relaxed);
    POSITIONS[1][9].store(0x5863ffe1dff6f8, Relaxed);
    POSITIONS[1][10].store(0x13cc033f3ff903, Relaxed);
    POSITIONS[1][11].store(0xffb3fc02c1600c03, Relaxed);
    POSITIONS[1][12].store(0xffcc1bff82bff0da, Relaxed);
    POSITIONS[1][13].store(0xff6fc00201801b0c, Relaxed);
    POSITIONS[1][14].store(0xffbc17ffa09ffd03, Relaxed);
    POSITIONS[1][15].store(0xfff3d8021d8020f4, Relaxed);
    POSITIONS[1][16].store(0xfb1dd62bf9ececf8, Relaxed);
    POSITIONS[1][17].store(0xe928ee1904fc17ea, Relaxed);
    POSITIONS[1][18].store(0xfe021b25e719e6ea, Relaxed);
    POSITIONS[1][19].store(0xe0fb000604f51901, Relaxed);
    POSITIONS[1][20].store(0x1edbe126df0f17eb, Relaxed);
    POSITIONS[1][21].store(0xe5f105f404091512, Relaxed);
    POSITIONS[1][22].store(0xf2f6f1eefdf8e306, Relaxed);
    POSITIONS[1][23].store(0xfee6f0fcfffeea17, Relaxed);
    POSITIONS[1][24].store(0x3f1f60102f0e914, Relaxed);
    POSITIONS[1][25].store(0xf7f70ef909170600, Relaxed);
    POSITIONS[1][26].store(0xfc120103fdfc0304, Relaxed);
    POSITIONS[1][27].store(0xf5feee12edf2fdfd, Relaxed);
    POSITIONS[1][28].store(0xeafaf3faf901e000, Relaxed);
    POSITIONS[1][29].store(0xf7fef6ff01fff2ed, Relaxed);
    POSITIONS[1][30].store(0xfdf30801f5f701fd, Relaxed);
    POSITIONS[1][31].store(0x3fbfb0a00fc02fb, Relaxed);
    POSITIONS[1][32].store(0xfcfc0a060d00fdfb, Relaxed);
    POSITIONS[1][33].store(0x1faf9, Relaxed);
    POSITIONS[2][0].store(0xffe383fbde600c1f, Relaxed);
    POSITIONS[2][1].store(0xfff7c801c1402901, Relaxed);
    POSITIONS[2][2].store(0x485802bf801600, Relaxed);
    POSITIONS[2][3].store(0xfff7ec0282600c1b, Relaxed);
    POSITIONS[2][4].store(0xfffbd3fe80bfe80a, Relaxed);
    POSITIONS[2][5].store(0x4bf400de7fedfb, Relaxed);
    POSITIONS[2][6].store(0x7cfffe33ffb16, Relaxed);
    POSITIONS[2][7].store(0x43401e0ffffda, Relaxed);
    POSITIONS[2][8].store(0x7c2801ff2017fc, Relaxed);
    POSITIONS[2][9].store(0x7f7fd81c016e7, Relaxed);
    POSITIONS[2][10].store(0xffcfeffb7de015e9, Relaxed);
    POSITIONS[2][11].store(0xffbb40029f3fe321, Relaxed);
    POSITIONS[2][12].store(0x4c0003401fdc03, Relaxed);
    POSITIONS[2][13].store(0x63ec05604012f6, Relaxed);
    POSITIONS[2][14].store(0xffdb9c001f7ff61b, Relaxed);
    POSITIONS[2][15].store(0xffec2801febfe5d5, Relaxed);
    POSITIONS[2][16].store(0xce624e2071000fd, Relaxed);
    POSITIONS[2][17].store(0x251d0617e5f80c19, Relaxed);
    POSITIONS[2][18].store(0xdb1ec720ef170ffa, Relaxed);
    POSITIONS[2][19].store(0x30a151b1e050fe7, Relaxed);
    POSITIONS[2][20].store(0x1724120e1afe0afd, Relaxed);
    POSITIONS[2][21].store(0x1cdfeae91705fb, Relaxed);
    POSITIONS[2][22].store(0xf51000f4f0051ae7, Relaxed);
    POSITIONS[2][23].store(0xe51708f0dfef0efc, Relaxed);
    POSITIONS[2][24].store(0x7f0e7020804fb05, Relaxed);
    POSITIONS[2][25].store(0xf7f805f6feedf0e8, Relaxed);
    POSITIONS[2][26].store(0x60107f3fff6fdf2, Relaxed);
    POSITIONS[2][27].store(0xfafdeffe0efb07fd, Relaxed);
    POSITIONS[2][28].store(0xf117fc09f8f201f2, Relaxed);
    POSITIONS[2][29].store(0x1f015f000f0e015, Relaxed);
    POSITIONS[2][30].store(0x9090101060feb, Relaxed);
    POSITIONS[2][31].store(0xfc0a0305f8ecf5f9, Relaxed);
    POSITIONS[2][32].store(0x2fa0303fdf802, Relaxed);
    POSITIONS[2][33].store(0x40304, Relaxed);
    POSITIONS[3][0].store(0xffdc2c049f601809, Relaxed);
    POSITIONS[3][1].store(0xffff47fdc1ffde02, Relaxed);
    POSITIONS[3][2].store(0x9c27f9dedffa07, Relaxed);
    POSITIONS[3][3].store(0xff84300100401ade, Relaxed);
    POSITIONS[3][4].store(0x3d7fcbf1ffff4, Relaxed);
    POSITIONS[3][5].store(0x2bc80742201206, Relaxed);
    POSITIONS[3][6].store(0x2babfea14011e5, Relaxed);
    POSITIONS[3][7].store(0x6b97ffbe9fdcdf, Relaxed);
    POSITIONS[3][8].store(0xffcfa8007e6013f3, Relaxed);
    POSITIONS[3][9].store(0x9bc80240e0062a, Relaxed);
    POSITIONS[3][10].store(0x2ffbf97f9fed2a, Relaxed);
    POSITIONS[3][11].store(0xfffbcbfba2fffef2, Relaxed);
    POSITIONS[3][12].store(0x1f9002c01ff7e8, Relaxed);
    POSITIONS[3][13].store(0xffa443fe20400721, Relaxed);
    POSITIONS[3][14].store(0x37e40020a018f4, Relaxed);
    POSITIONS[3][15].store(0xffbc4004225fd409, Relaxed);
    POSITIONS[3][16].store(0x120f02da110a0111, Relaxed);
    POSITIONS[3][17].store(0xf10010d813eddd15, Relaxed);
    POSITIONS[3][18].store(0xdfe12fd15001202, Relaxed);
    POSITIONS[3][19].store(0xe625f1fdce39f0f1, Relaxed);
    POSITIONS[3][20].store(0xe70115e61508ef0e, Relaxed);
    POSITIONS[3][21].store(0x6160efd0003e8fb, Relaxed);
    POSITIONS[3][22].store(0xe3040318fefa13fd, Relaxed);
    POSITIONS[3][23].store(0xf306fedffff701fe, Relaxed);
    POSITIONS[3][24].store(0xfcfe0604fe05f305, Relaxed);
    POSITIONS[3][25].store(0xf911e4fb02f7e9fe, Relaxed);
    POSITIONS[3][26].store(0xf5f6e9fcfbfcfced, Relaxed);
    POSITIONS[3][27].store(0x2eb1c01e3040f0e, Relaxed);
    POSITIONS[3][28].store(0xfbf9f30212030a03, Relaxed);
    POSITIONS[3][29].store(0x6010cff06fa01e8, Relaxed);
    POSITIONS[3][30].store(0xa0a03040d12fbf7, Relaxed);
    POSITIONS[3][31].store(0xf0f4f80cf703ff00, Relaxed);
    POSITIONS[3][32].store(0x517ff02f8ffff03, Relaxed);
    POSITIONS[3][33].store(0xfffffffffff4faf9, Relaxed);
    POSITIONS[4][0].store(0x740c01209fffe6, Relaxed);
    POSITIONS[4][1].store(0x1fd80020600518, Relaxed);
    POSITIONS[4][2].store(0xff70a7fce06009fe, Relaxed);
    POSITIONS[4][3].store(0x783fa832012fe, Relaxed);
    POSITIONS[4][4].store(0x33c3fd5ebfffe6, Relaxed);
    POSITIONS[4][5].store(0x2ffc017c9fe814, Relaxed);
    POSITIONS[4][6].store(0x83ec03818016ed, Relaxed);
    POSITIONS[4][7].store(0xfff7f3ff3e9ff726, Relaxed);
    POSITIONS[4][8].store(0xc2c0380ffe8f8, Relaxed);
    POSITIONS[4][9].store(0xffcba7ffdefff015, Relaxed);
    POSITIONS[4][10].store(0x104bfd24801316, Relaxed);
    POSITIONS[4][11].store(0x2858055fe00fdd, Relaxed);
    POSITIONS[4][12].store(0xfff7ac00602009f7, Relaxed);
    POSITIONS[4][13].store(0x7e801bd5fe002, Relaxed);
    POSITIONS[4][14].store(0x93abfbff9ff4ef, Relaxed);
    POSITIONS[4][15].store(0x23e8011effe024, Relaxed);
    POSITIONS[4][16].store(0xf21e1af417ed111b, Relaxed);
    POSITIONS[4][17].store(0x16f609f8021f0af5, Relaxed);
    POSITIONS[4][18].store(0x619120a0efaf200, Relaxed);
    POSITIONS[4][19].store(0x5dafbfafef4f3f9, Relaxed);
    POSITIONS[4][20].store(0xe5f6ffebf006f609, Relaxed);
    POSITIONS[4][21].store(0x15f70211191e09e9, Relaxed);
    POSITIONS[4][22].store(0xf9f709f00004f9f9, Relaxed);
    POSITIONS[4][23].store(0x7f601070cfbeaf9, Relaxed);
    POSITIONS[4][24].store(0xf50613040802fef5, Relaxed);
    POSITIONS[4][25].store(0x8faf4e60a0a09f2, Relaxed);
    POSITIONS[4][26].store(0x601f410f7f5fc05, Relaxed);
    POSITIONS[4][27].store(0x1cff13fce00ae3ff, Relaxed);
    POSITIONS[4][28].store(0xd00f0e7f4fd0206, Relaxed);
    POSITIONS[4][29].store(0xfe10e40604f7e719, Relaxed);
    POSITIONS[4][30].store(0xf60003030b080103, Relaxed);
    POSITIONS[4][31].store(0xf308000201f811fc, Relaxed);
    POSITIONS[4][32].store(0xf9fff2010902fe05, Relaxed);
    POSITIONS[4][33].store(0xfffffffffff405fc, Relaxed);
    POSITIONS[5][0].store(0xffc00c00fbfff7f2, Relaxed);
    POSITIONS[5][1].store(0xfffc5402223ff2f2, Relaxed);
    POSITIONS[5][2].store(0x6c5bff43c01812, Relaxed);
    POSITIONS[5][3].store(0x639c0320800414, Relaxed);
    POSITIONS[5][4].store(0x140bff9dc00aef, Relaxed);
    POSITIONS[5][5].store(0xffc01c015aa01c11, Relaxed);
    POSITIONS[5][6].store(0x33f3fc1fe018fa, Relaxed);
    POSITIONS[5][7].store(0xffe86802bf600504, Relaxed);
    POSITIONS[5][8].store(0xffe06c00431ff0ef, Relaxed);
    POSITIONS[5][9].store(0xffeffc01fffff9f6, Relaxed);
    POSITIONS[5][10].store(0xffe048027ac01df9, Relaxed);
    POSITIONS[5][11].store(0xffc827fb22e00cf1, Relaxed);
    POSITIONS[5][12].store(0xffe833fddde01822, Relaxed);
    POSITIONS[5][13].store(0x1c2ffbfe3fe812, Relaxed);
    POSITIONS[5][14].store(0x4c4c0022dff6fc, Relaxed);
    POSITIONS[5][15].store(0xffc7cbf9bfa00016, Relaxed);
    POSITIONS[5][16].store(0xfeeb1609091824fb, Relaxed);
    POSITIONS[5][17].store(0xedfff2f30202fffd, Relaxed);
    POSITIONS[5][18].store(0x407e40f11ee0dfa, Relaxed);
    POSITIONS[5][19].store(0x1213fdd1f2f8fd01, Relaxed);
    POSITIONS[5][20].store(0xf3f8f8021cec0e08, Relaxed);
    POSITIONS[5][21].store(0x9e10024dfe6e205, Relaxed);
    POSITIONS[5][22].store(0xffeecfafcfe090b, Relaxed);
    POSITIONS[5][23].store(0xfcf4fd0c00fdf5fb, Relaxed);
    POSITIONS[5][24].store(0xe2fd0f0dfe090603, Relaxed);
    POSITIONS[5][25].store(0xfe06fd070609030e, Relaxed);
    POSITIONS[5][26].store(0xd02040cfaf504fe, Relaxed);
    POSITIONS[5][27].store(0x10dfdfcfcfdf5fb, Relaxed);
    POSITIONS[5][28].store(0x3070004091d0aff, Relaxed);
    POSITIONS[5][29].store(0xf80aef05fc060600, Relaxed);
    POSITIONS[5][30].store(0xf7fef9030afbfc05, Relaxed);
    POSITIONS[5][31].store(0xe0f0df2fdfd05fe, Relaxed);
    POSITIONS[5][32].store(0xfa04f908ff04f8fc, Relaxed);
    POSITIONS[5][33].store(0x1f8fc, Relaxed);
    POSITIONS[6][0].store(0xffcfd8001fffee00, Relaxed);
    POSITIONS[6][1].store(0xff6404021d9fe004, Relaxed);
    POSITIONS[6][2].store(0xa3fc03daffff0d, Relaxed);
    POSITIONS[6][3].store(0x13dbfbe0dffcff, Relaxed);
    POSITIONS[6][4].store(0x7c8bfcdce007ff, Relaxed);
    POSITIONS[6][5].store(0xfff03bfc60000217, Relaxed);
    POSITIONS[6][6].store(0xffffe3fe21001a05, Relaxed);
    POSITIONS[6][7].store(0xfff833fc5d401102, Relaxed);
    POSITIONS[6][8].store(0x3387fdc1dfe1ec, Relaxed);
    POSITIONS[6][9].store(0xffe82000208002f2, Relaxed);
    POSITIONS[6][10].store(0xffe7c402849ff006, Relaxed);
    POSITIONS[6][11].store(0x9048015bc01bfe, Relaxed);
    POSITIONS[6][12].store(0xff9fdbfda1a00811, Relaxed);
    POSITIONS[6][13].store(0x3c23fb5edff9e0, Relaxed);
    POSITIONS[6][14].store(0xffe05002dee000f2, Relaxed);
    POSITIONS[6][15].store(0xffec03fc620029f8, Relaxed);
    POSITIONS[6][16].store(0xd9e3fa2205200df7, Relaxed);
    POSITIONS[6][17].store(0xfde501f100fdfdf8, Relaxed);
    POSITIONS[6][18].store(0x908fbef040b19ec, Relaxed);
    POSITIONS[6][19].store(0xd8e503e22df9e71d, Relaxed);
    POSITIONS[6][20].store(0xf2270ae1e4e704fe, Relaxed);
    POSITIONS[6][21].store(0x1b0e0a05f90308e1, Relaxed);
    POSITIONS[6][22].store(0x7fbf80dff000e05, Relaxed);
    POSITIONS[6][23].store(0xf80303f300fb10ff, Relaxed);
    POSITIONS[6][24].store(0xbfb02f0fb0df80e, Relaxed);
    POSITIONS[6][25].store(0xf8fd0a09fd000006, Relaxed);
    POSITIONS[6][26].store(0x4fb020506fd01fd, Relaxed);
    POSITIONS[6][27].store(0xdf1fffb08f804, Relaxed);
    POSITIONS[6][28].store(0x302120ff51008fe, Relaxed);
    POSITIONS[6][29].store(0xbf90e15050c0d04, Relaxed);
    POSITIONS[6][30].store(0xfd0900fc02ef0702, Relaxed);
    POSITIONS[6][31].store(0x406fb0100faff06, Relaxed);
    POSITIONS[6][32].store(0xf6f3fdfb09fffc03, Relaxed);
    POSITIONS[6][33].store(0x3fe03, Relaxed);
    POSITIONS[7][0].store(0xffcf9bfc017fe612, Relaxed);
    POSITIONS[7][1].store(0xffcc0404609fe80a, Relaxed);
    POSITIONS[7][2].store(0xff841c04224002fb, Relaxed);
    POSITIONS[7][3].store(0x4c1c0259c01ef5, Relaxed);
    POSITIONS[7][4].store(0xc9bfeffbfeae6, Relaxed);
    POSITIONS[7][5].store(0xff9763fd60200efe, Relaxed);
    POSITIONS[7][6].store(0xffe8240262bffd0b, Relaxed);
    POSITIONS[7][7].store(0x843ffc20ffe304, Relaxed);
    POSITIONS[7][8].store(0xffebaffd015ff103, Relaxed);
    POSITIONS[7][9].store(0xffb420009ddffffb, Relaxed);
    POSITIONS[7][10].store(0x67dc04ffe006ec, Relaxed);
    POSITIONS[7][11].store(0x2c57fafffff21a, Relaxed);
    POSITIONS[7][12].store(0xffc86bfdbd2026fb, Relaxed);
    POSITIONS[7][13].store(0x5013ffdda008ed, Relaxed);
    POSITIONS[7][14].store(0xffe7c7fdc06004f9, Relaxed);
    POSITIONS[7][15].store(0x2b83fe7d801fe6, Relaxed);
    POSITIONS[7][16].store(0xf1eb1301fb2b0624, Relaxed);
    POSITIONS[7][17].store(0xfff508fc1e02fd0a, Relaxed);
    POSITIONS[7][18].store(0x1f5fdf02b001fe7, Relaxed);
    POSITIONS[7][19].store(0xfbe6f6e525fdf0fe, Relaxed);
    POSITIONS[7][20].store(0xf32a1706ebe4192c, Relaxed);
    POSITIONS[7][21].store(0x24fe0be4f3eb06f4, Relaxed);
    POSITIONS[7][22].store(0xa0aeaff000bf2fe, Relaxed);
    POSITIONS[7][23].store(0xfa04ff00ec070e0b, Relaxed);
    POSITIONS[7][24].store(0xfd0608eb0101f502, Relaxed);
    POSITIONS[7][25].store(0xa000508fa0014f5, Relaxed);
    POSITIONS[7][26].store(0x2fb07060300f3fc, Relaxed);
    POSITIONS[7][27].store(0xf709090d0d05f413, Relaxed);
    POSITIONS[7][28].store(0x103f30bfbec0d00, Relaxed);
    POSITIONS[7][29].store(0x8f80ff7f6ff0209, Relaxed);
    POSITIONS[7][30].store(0xaf7fff9fcf70bfe, Relaxed);
    POSITIONS[7][31].store(0x6000005f901f4ff, Relaxed);
    POSITIONS[7][32].store(0xfffb080607f7ff07, Relaxed);
    POSITIONS[7][33].store(0x107ff, Relaxed);
    POSITIONS[8][0].store(0xffd3fbfae03ff7f1, Relaxed);
    POSITIONS[8][1].store(0xfff014013e9fee08, Relaxed);
    POSITIONS[8][2].store(0x380067f601ff4, Relaxed);
    POSITIONS[8][3].store(0xffb453fbfee00310, Relaxed);
    POSITIONS[8][4].store(0x93f7febd3ff815, Relaxed);
    POSITIONS[8][5].store(0x2bbffefe001704, Relaxed);
    POSITIONS[8][6].store(0x7f7fce1200ef2, Relaxed);
    POSITIONS[8][7].store(0xabd7fafdc002f1, Relaxed);
    POSITIONS[8][8].store(0xffff97fcde4000f5, Relaxed);
    POSITIONS[8][9].store(0xff9ff4011cbfe9ff, Relaxed);
    POSITIONS[8][10].store(0x3834021f3fe3e1, Relaxed);
    POSITIONS[8][11].store(0x2c1c02bc7ffce1, Relaxed);
    POSITIONS[8][12].store(0xffdc47fe1f3ffe04, Relaxed);
    POSITIONS[8][13].store(0x17f0029fbffbe5, Relaxed);
    POSITIONS[8][14].store(0xffe07000018007fb, Relaxed);
    POSITIONS[8][15].store(0x427fe41e01d06, Relaxed);
    POSITIONS[8][16].store(0x2effc2f111e060d, Relaxed);
    POSITIONS[8][17].store(0xe9ec17120405daf6, Relaxed);
    POSITIONS[8][18].store(0x914ffe2e7e0190e, Relaxed);
    POSITIONS[8][19].store(0x4df04e60efbe30f, Relaxed);
    POSITIONS[8][20].store(0xcd2610f1f7ed0d16, Relaxed);
    POSITIONS[8][21].store(0x1006f0f7f8faeae6, Relaxed);
    POSITIONS[8][22].store(0xfe00fafffc0afdf5, Relaxed);
    POSITIONS[8][23].store(0x30104fa0afe12fe, Relaxed);
    POSITIONS[8][24].store(0x810fdf507fff809, Relaxed);
    POSITIONS[8][25].store(0xfc0301fbf6110bf6, Relaxed);
    POSITIONS[8][26].store(0x20814fe07070502, Relaxed);
    POSITIONS[8][27].store(0xfe07f2040a03f90f, Relaxed);
    POSITIONS[8][28].store(0x704f700fb0e0a06, Relaxed);
    POSITIONS[8][29].store(0xff07080109f60704, Relaxed);
    POSITIONS[8][30].store(0xfd00f909f8fcfd07, Relaxed);
    POSITIONS[8][31].store(0xfffdfa0001010505, Relaxed);
    POSITIONS[8][32].store(0xfffdfdfa00fdfefc, Relaxed);
    POSITIONS[8][33].store(0xfffffffffffdfe00, Relaxed);
    POSITIONS[9][0].store(0x1fdfffbb7ffff0, Relaxed);
    POSITIONS[9][1].store(0xffb84c00a08000fb, Relaxed);
    POSITIONS[9][2].store(0xff6f740160000304, Relaxed);
    POSITIONS[9][3].store(0xffefa402fb200602, Relaxed);
    POSITIONS[9][4].store(0xfff807fd7f9fe813, Relaxed);
    POSITIONS[9][5].store(0xffbb8401bf800d02, Relaxed);
    POSITIONS[9][6].store(0x481bfe827ffa08, Relaxed);
    POSITIONS[9][7].store(0x345bfddffffe0d, Relaxed);
    POSITIONS[9][8].store(0x7f3ffffdffdfa, Relaxed);
    POSITIONS[9][9].store(0xffefec0080400003, Relaxed);
    POSITIONS[9][10].store(0xfff81400801ffefa, Relaxed);
    POSITIONS[9][11].store(0x80bff803fff01, Relaxed);
    POSITIONS[9][12].store(0xfffc1bfebf1ffcfe, Relaxed);
    POSITIONS[9][13].store(0xc10013f3ffeef, Relaxed);
    POSITIONS[9][14].store(0xfff00bff408004f1, Relaxed);
    POSITIONS[9][15].store(0x1c07fee0800a04, Relaxed);
    POSITIONS[9][16].store(0x4fd0a0f03080301, Relaxed);
    POSITIONS[9][17].store(0xfe00170906fbf6fd, Relaxed);
    POSITIONS[9][18].store(0xfffdfc03fefb06f1, Relaxed);
    POSITIONS[9][19].store(0xe9f8f20102fe0d, Relaxed);
    POSITIONS[9][20].store(0xf90809fb02000e0d, Relaxed);
    POSITIONS[9][21].store(0x8fbf2fa05edfdf9, Relaxed);
    POSITIONS[9][22].store(0x7fdfb0103effd, Relaxed);
    POSITIONS[9][23].store(0x100005041409fef0, Relaxed);
    POSITIONS[9][24].store(0xfafb08fdfffafc08, Relaxed);
    POSITIONS[9][25].store(0x308f800fcfffd12, Relaxed);
    POSITIONS[9][26].store(0xfffc0904f40300ff, Relaxed);
    POSITIONS[9][27].store(0xf10bff04f4fd0807, Relaxed);
    POSITIONS[9][28].store(0xd0e020206f906f9, Relaxed);
    POSITIONS[9][29].store(0x706050901ff0cff, Relaxed);
    POSITIONS[9][30].store(0xff02fffeffff07, Relaxed);
    POSITIONS[9][31].store(0xfcfb00fffbfe, Relaxed);
    POSITIONS[9][32].store(0x2fefdfffdfeffff, Relaxed);
    POSITIONS[9][33].store(0xfffffffffffefc00, Relaxed);
    POSITIONS[10][0].store(0xffebd7ffc05ffd01, Relaxed);
    POSITIONS[10][1].store(0x3800a0a008fd, Relaxed);
    POSITIONS[10][2].store(0xff3ff7f400300, Relaxed);
    POSITIONS[10][3].store(0xfff413ff1ffffdff, Relaxed);
    POSITIONS[10][4].store(0xfff003fe5e5fe80b, Relaxed);
    POSITIONS[10][5].store(0xffd3d401814005ff, Relaxed);
    POSITIONS[10][6].store(0x7e3fe60dffcfc, Relaxed);
    POSITIONS[10][7].store(0x81bff40a0010e, Relaxed);
    POSITIONS[10][8].store(0xfffbffffe01ffeff, Relaxed);
    POSITIONS[10][9].store(0xfff7ffffffdfff00, Relaxed);
    POSITIONS[10][10].store(0xc00001fa000ff, Relaxed);
    POSITIONS[10][11].store(0x80bffffa00001, Relaxed);
    POSITIONS[10][12].store(0x3ffff9fa00000, Relaxed);
    POSITIONS[10][13].store(0xfffc10001fdffefd, Relaxed);
    POSITIONS[10][14].store(0xfffc0400202001ff, Relaxed);
    POSITIONS[10][15].store(0xfffff80000000101, Relaxed);
    POSITIONS[10][16].store(0x1030701000203, Relaxed);
    POSITIONS[10][17].store(0xfbfc0cfeff03fc00, Relaxed);
    POSITIONS[10][18].store(0x4fffdfdfcfe03fa, Relaxed);
    POSITIONS[10][19].store(0xfaf905f80300fffd, Relaxed);
    POSITIONS[10][20].store(0xfb0702fffdfe0305, Relaxed);
    POSITIONS[10][21].store(0x203fbfdfef9fbfd, Relaxed);
    POSITIONS[10][22].store(0x2f8000903fe0901, Relaxed);
    POSITIONS[10][23].store(0x7fcfefd0101fffd, Relaxed);
    POSITIONS[10][24].store(0x302010101fcfcfc, Relaxed);
    POSITIONS[10][25].store(0x10200f8f403ff08, Relaxed);
    POSITIONS[10][26].store(0xfffdfe08f5040000, Relaxed);
    POSITIONS[10][27].store(0xfc0e08f9fd050bff, Relaxed);
    POSITIONS[10][28].store(0x3030d01070a0708, Relaxed);
    POSITIONS[10][29].store(0xfb01f404fc0700f2, Relaxed);
    POSITIONS[10][30].store(0xffff01ffffff000a, Relaxed);
    POSITIONS[10][31].store(0xfdfdfdfcfffffcfd, Relaxed);
    POSITIONS[10][32].store(0x10003fcfbfeffff, Relaxed);
    POSITIONS[10][33].store(0xfffffffffffffe00, Relaxed);
    POSITIONS[11][0].store(0xfff804001fdffcfd, Relaxed);
    POSITIONS[11][1].store(0xffffffff5f9ffefd, Relaxed);
    POSITIONS[11][2].store(0xffffe3ff9ffffdfe, Relaxed);
    POSITIONS[11][3].store(0x7f6000ff, Relaxed);
    POSITIONS[11][4].store(0xfff7fbff7f9ffbfd, Relaxed);
    POSITIONS[11][5].store(0x3fbffffc00004, Relaxed);
    POSITIONS[11][6].store(0xfffff800001ffe05, Relaxed);
    POSITIONS[11][7].store(0xbf7ffa00001fe, Relaxed);
    POSITIONS[11][8].store(0xffffffffe0000000, Relaxed);
    POSITIONS[11][9].store(0xfffc000000000000, Relaxed);
    POSITIONS[11][10].store(0xffffffffffffffff, Relaxed);
    POSITIONS[11][11].store(0x200100, Relaxed);
    POSITIONS[11][12].store(0x1, Relaxed);
    POSITIONS[11][13].store(0x400001fe000ff, Relaxed);
    POSITIONS[11][14].store(0xffffffffffffff00, Relaxed);
    POSITIONS[11][15].store(0xffffffffffffff00, Relaxed);
    POSITIONS[11][16].store(0x100010002000102, Relaxed);
    POSITIONS[11][17].store(0x4fefefffe00, Relaxed);
    POSITIONS[11][18].store(0x100fefdffff01ff, Relaxed);
    POSITIONS[11][19].store(0xfc01fbfdfffe04, Relaxed);
    POSITIONS[11][20].store(0xff0400fdfeff0102, Relaxed);
    POSITIONS[11][21].store(0x100fefffdfcfeff, Relaxed);
    POSITIONS[11][22].store(0x204010701fafc01, Relaxed);
    POSITIONS[11][23].store(0x202ff00010100fd, Relaxed);
    POSITIONS[11][24].store(0x1ff01fc00fc05ff, Relaxed);
    POSITIONS[11][25].store(0x301fd00fc030406, Relaxed);
    POSITIONS[11][26].store(0x20100000003, Relaxed);
    POSITIONS[11][27].store(0xfd0a0af4fe08fbff, Relaxed);
    POSITIONS[11][28].store(0x1ff080100000504, Relaxed);
    POSITIONS[11][29].store(0x302fffbfffefb02, Relaxed);
    POSITIONS[11][30].store(0xfffffcff0000000a, Relaxed);
    POSITIONS[11][31].store(0xfffdfffdfffffeff, Relaxed);
    POSITIONS[11][32].store(0xffffffff01ff0000, Relaxed);
    POSITIONS[11][33].store(0xffffffffffffff00, Relaxed);
}

/// The bytes of a letter at a position.
#[inline(always)]
pub(crate) fn row(letter: usize, position: usize) -> Row {
    let (l, p) = (&LETTERS[letter], &POSITIONS[position]);
    [
        l[0].load(Relaxed).wrapping_add(p[0].load(Relaxed)),
        l[1].load(Relaxed).wrapping_add(p[1].load(Relaxed)),
        l[2].load(Relaxed).wrapping_add(p[2].load(Relaxed)),
        l[3].load(Relaxed).wrapping_add(p[3].load(Relaxed)),
        l[4].load(Relaxed).wrapping_add(p[4].load(Relaxed)),
        l[5].load(Relaxed).wrapping_add(p[5].load(Relaxed)),
        l[6].load(Relaxed).wrapping_add(p[6].load(Relaxed)),
        l[7].load(Relaxed).wrapping_add(p[7].load(Relaxed)),
        l[8].load(Relaxed).wrapping_add(p[8].load(Relaxed)),
        l[9].load(Relaxed).wrapping_add(p[9].load(Relaxed)),
        l[10].load(Relaxed).wrapping_add(p[10].load(Relaxed)),
        l[11].load(Relaxed).wrapping_add(p[11].load(Relaxed)),
        l[12].load(Relaxed).wrapping_add(p[12].load(Relaxed)),
        l[13].load(Relaxed).wrapping_add(p[13].load(Relaxed)),
        l[14].load(Relaxed).wrapping_add(p[14].load(Relaxed)),
        l[15].load(Relaxed).wrapping_add(p[15].load(Relaxed)),
        l[16].load(Relaxed).wrapping_add(p[16].load(Relaxed)),
        l[17].load(Relaxed).wrapping_add(p[17].load(Relaxed)),
        l[18].load(Relaxed).wrapping_add(p[18].load(Relaxed)),
        l[19].load(Relaxed).wrapping_add(p[19].load(Relaxed)),
        l[20].load(Relaxed).wrapping_add(p[20].load(Relaxed)),
        l[21].load(Relaxed).wrapping_add(p[21].load(Relaxed)),
        l[22].load(Relaxed).wrapping_add(p[22].load(Relaxed)),
        l[23].load(Relaxed).wrapping_add(p[23].load(Relaxed)),
        l[24].load(Relaxed).wrapping_add(p[24].load(Relaxed)),
        l[25].load(Relaxed).wrapping_add(p[25].load(Relaxed)),
        l[26].load(Relaxed).wrapping_add(p[26].load(Relaxed)),
        l[27].load(Relaxed).wrapping_add(p[27].load(Relaxed)),
        l[28].load(Relaxed).wrapping_add(p[28].load(Relaxed)),
        l[29].load(Relaxed).wrapping_add(p[29].load(Relaxed)),
        l[30].load(Relaxed).wrapping_add(p[30].load(Relaxed)),
        l[31].load(Relaxed).wrapping_add(p[31].load(Relaxed)),
        l[32].load(Relaxed).wrapping_add(p[32].load(Relaxed)),
        l[33].load(Relaxed).wrapping_add(p[33].load(Relaxed)),
    ]
}

/// The query: lanes of 21 bits, signed.
#[inline(always)]
pub(crate) fn query(r: &Row) -> [u64; TRIPLES] {
    [
        (r[0] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[0] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[1] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[1] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[2] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[2] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[3] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[3] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[4] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[4] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[5] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[5] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[6] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[6] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[7] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[7] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
    ]
}

/// The key, its lanes in the other order.
#[inline(always)]
pub(crate) fn key(r: &Row) -> [u64; TRIPLES] {
    [
        (r[8] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[8] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[9] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[9] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[10] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[10] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[11] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[11] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[12] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[12] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[13] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[13] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[14] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[14] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        (r[15] & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
        ((r[15] >> 8) & 0x3fc001fe000ff).wrapping_sub(0x2000010000080),
    ]
}

/// The value plus 128: lanes of 32 bits.
#[inline(always)]
pub(crate) fn value(r: &Row) -> [u64; WIDTH / 2] {
    [
        r[16] & 0xff000000ff,
        (r[16] >> 8) & 0xff000000ff,
        (r[16] >> 16) & 0xff000000ff,
        (r[16] >> 24) & 0xff000000ff,
        r[17] & 0xff000000ff,
        (r[17] >> 8) & 0xff000000ff,
        (r[17] >> 16) & 0xff000000ff,
        (r[17] >> 24) & 0xff000000ff,
        r[18] & 0xff000000ff,
        (r[18] >> 8) & 0xff000000ff,
        (r[18] >> 16) & 0xff000000ff,
        (r[18] >> 24) & 0xff000000ff,
        r[19] & 0xff000000ff,
        (r[19] >> 8) & 0xff000000ff,
        (r[19] >> 16) & 0xff000000ff,
        (r[19] >> 24) & 0xff000000ff,
        r[20] & 0xff000000ff,
        (r[20] >> 8) & 0xff000000ff,
        (r[20] >> 16) & 0xff000000ff,
        (r[20] >> 24) & 0xff000000ff,
        r[21] & 0xff000000ff,
        (r[21] >> 8) & 0xff000000ff,
        (r[21] >> 16) & 0xff000000ff,
        (r[21] >> 24) & 0xff000000ff,
    ]
}

/// Weights of the end and of the letters, behind what attends to these values (plus 128).
#[inline(always)]
pub(crate) fn behind(r: &Row, attended: &[u64; WIDTH]) -> [u32; 27] {
    let [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47] = *attended;
    let w0 = 0xf4001bd8033400_u64
        .wrapping_add(a0.wrapping_mul(0xfffff93fff67fff9))
        .wrapping_add(a1.wrapping_mul(0x4002c8003b))
        .wrapping_add(a2.wrapping_mul(0xfffffe7fffe0000b))
        .wrapping_add(a3.wrapping_mul(0xffffff000040000a))
        .wrapping_add(a4.wrapping_mul(0xfffff90001f0001d))
        .wrapping_add(a5.wrapping_mul(0xd3fffa8002b))
        .wrapping_add(a6.wrapping_mul(0xfffffabfff800046))
        .wrapping_add(a7.wrapping_mul(0x7ffe800015))
        .wrapping_add(a8.wrapping_mul(0xfffff37fffd80010))
        .wrapping_add(a9.wrapping_mul(0xfffff60001d80003))
        .wrapping_add(a10.wrapping_mul(0xfffff600007fffd2))
        .wrapping_add(a11.wrapping_mul(0xfffff900013fffd1))
        .wrapping_add(a12.wrapping_mul(0x6ffffa7ffd5))
        .wrapping_add(a13.wrapping_mul(0x1a7ffe60000b))
        .wrapping_add(a14.wrapping_mul(0x17fff57ffe5))
        .wrapping_add(a15.wrapping_mul(0x8400107ffe3))
        .wrapping_add(a16.wrapping_mul(0xa00011fffcd))
        .wrapping_add(a17.wrapping_mul(0x5bffd40000b))
        .wrapping_add(a18.wrapping_mul(0x9bffd680015))
        .wrapping_add(a19.wrapping_mul(0x15c001400019))
        .wrapping_add(a20.wrapping_mul(0xffffe1fffde80009))
        .wrapping_add(a21.wrapping_mul(0xfffff400014fffc8))
        .wrapping_add(a22.wrapping_mul(0xffffe9bfff70007f))
        .wrapping_add(a23.wrapping_mul(0x1cbfff97ffc0))
        .wrapping_add(a24.wrapping_mul(0x23ffe380003))
        .wrapping_add(a25.wrapping_mul(0x780012fffff))
        .wrapping_add(a26.wrapping_mul(0xffffefbffe1fffd2))
        .wrapping_add(a27.wrapping_mul(0xffffe83fffb0001a))
        .wrapping_add(a28.wrapping_mul(0x38001b00011))
        .wrapping_add(a29.wrapping_mul(0x3bfffc7ffe4))
        .wrapping_add(a30.wrapping_mul(0xfffffe7ffe67ffc3))
        .wrapping_add(a31.wrapping_mul(0xffffed3ffdf0003f))
        .wrapping_add(a32.wrapping_mul(0xfffff53fff980034))
        .wrapping_add(a33.wrapping_mul(0xfffff2bffe6fff97))
        .wrapping_add(a34.wrapping_mul(0xa000097ffec))
        .wrapping_add(a35.wrapping_mul(0xfffffdbffe980003))
        .wrapping_add(a36.wrapping_mul(0xfffff94001bfffdb))
        .wrapping_add(a37.wrapping_mul(0xbc002900043))
        .wrapping_add(a38.wrapping_mul(0xfffff37fffe00001))
        .wrapping_add(a39.wrapping_mul(0xfffff47ffd27fff0))
        .wrapping_add(a40.wrapping_mul(0xffffefc0021fff8d))
        .wrapping_add(a41.wrapping_mul(0xffffff7ffff7ffef))
        .wrapping_add(a42.wrapping_mul(0xfffff6c0017ffff6))
        .wrapping_add(a43.wrapping_mul(0xc40032fff82))
        .wrapping_add(a44.wrapping_mul(0x47fff600022))
        .wrapping_add(a45.wrapping_mul(0xffffea3ffd8fffda))
        .wrapping_add(a46.wrapping_mul(0xfffff73ffc37ffed))
        .wrapping_add(a47.wrapping_mul(0x37fffd8001c));
    let w1 = 0xbec0131002e680_u64
        .wrapping_add(a0.wrapping_mul(0xfffff87fffa7ffd1))
        .wrapping_add(a1.wrapping_mul(0xfffffe0001600028))
        .wrapping_add(a2.wrapping_mul(0xfffff7000167ffec))
        .wrapping_add(a3.wrapping_mul(0xfffffa800187fffa))
        .wrapping_add(a4.wrapping_mul(0xfffff1800177fff3))
        .wrapping_add(a5.wrapping_mul(0x7bffdd7ffed))
        .wrapping_add(a6.wrapping_mul(0xfffffcc00038003d))
        .wrapping_add(a7.wrapping_mul(0xd4001dfffe6))
        .wrapping_add(a8.wrapping_mul(0xd0000cfffe0))
        .wrapping_add(a9.wrapping_mul(0xa7fff37fffa))
        .wrapping_add(a10.wrapping_mul(0xfffff57ffcdfffd1))
        .wrapping_add(a11.wrapping_mul(0xfffff9800200006b))
        .wrapping_add(a12.wrapping_mul(0xfffff6c000c80005))
        .wrapping_add(a13.wrapping_mul(0xc7ffdafffb9))
        .wrapping_add(a14.wrapping_mul(0xfffff5ffff97ffe1))
        .wrapping_add(a15.wrapping_mul(0xffffff3ffff00010))
        .wrapping_add(a16.wrapping_mul(0xfffff30001b80023))
        .wrapping_add(a17.wrapping_mul(0xfffffcbffe77ffc0))
        .wrapping_add(a18.wrapping_mul(0xfffffa8001b7fff1))
        .wrapping_add(a19.wrapping_mul(0xa8000000016))
        .wrapping_add(a20.wrapping_mul(0x1bffdc00003))
        .wrapping_add(a21.wrapping_mul(0x5c00297fff0))
        .wrapping_add(a22.wrapping_mul(0xfffff83fff67ffe1))
        .wrapping_add(a23.wrapping_mul(0xfffff0800337ffc4))
        .wrapping_add(a24.wrapping_mul(0xfffffb8000e80024))
        .wrapping_add(a25.wrapping_mul(0xfffff7ffffc00002))
        .wrapping_add(a26.wrapping_mul(0x84000d7ffea))
        .wrapping_add(a27.wrapping_mul(0x12800038000c))
        .wrapping_add(a28.wrapping_mul(0xfffffe40008fffbe))
        .wrapping_add(a29.wrapping_mul(0xfffffd400080002a))
        .wrapping_add(a30.wrapping_mul(0x4bffe6ffffd))
        .wrapping_add(a31.wrapping_mul(0xfffffe8000400030))
        .wrapping_add(a32.wrapping_mul(0xfffff5c001580011))
        .wrapping_add(a33.wrapping_mul(0xfffff2c00037ffb7))
        .wrapping_add(a34.wrapping_mul(0x1ffff28002e))
        .wrapping_add(a35.wrapping_mul(0x13bffe980029))
        .wrapping_add(a36.wrapping_mul(0x1ffff07ffc6))
        .wrapping_add(a37.wrapping_mul(0xffffebbfff680039))
        .wrapping_add(a38.wrapping_mul(0xfffff57ffe180063))
        .wrapping_add(a39.wrapping_mul(0x47fffbfffc8))
        .wrapping_add(a40.wrapping_mul(0x14000a8006a))
        .wrapping_add(a41.wrapping_mul(0xfffffac000880019))
        .wrapping_add(a42.wrapping_mul(0x7bfff900008))
        .wrapping_add(a43.wrapping_mul(0xfffff5bffebfffe6))
        .wrapping_add(a44.wrapping_mul(0xfffffa7fff7ffff5))
        .wrapping_add(a45.wrapping_mul(0xfffff8000057ffbe))
        .wrapping_add(a46.wrapping_mul(0x63ffea80047))
        .wrapping_add(a47.wrapping_mul(0xbbfff8fffda));
    let w2 = 0xcc201b3803c600_u64
        .wrapping_add(a0.wrapping_mul(0x53ffde7fffb))
        .wrapping_add(a1.wrapping_mul(0xffffeec000700036))
        .wrapping_add(a2.wrapping_mul(0xfffff600006fffee))
        .wrapping_add(a3.wrapping_mul(0xfffffd0004e))
        .wrapping_add(a4.wrapping_mul(0xffffe3c000bfff95))
        .wrapping_add(a5.wrapping_mul(0xffffec000207ffc7))
        .wrapping_add(a6.wrapping_mul(0x20001f80051))
        .wrapping_add(a7.wrapping_mul(0xfffffbc00010004b))
        .wrapping_add(a8.wrapping_mul(0xfffff43fff87ffd2))
        .wrapping_add(a9.wrapping_mul(0xffffffffffffffbd))
        .wrapping_add(a10.wrapping_mul(0xfffff34000600005))
        .wrapping_add(a11.wrapping_mul(0xe8001b7ffff))
        .wrapping_add(a12.wrapping_mul(0x4fffc900037))
        .wrapping_add(a13.wrapping_mul(0x13fffff8001d))
        .wrapping_add(a14.wrapping_mul(0x20002080046))
        .wrapping_add(a15.wrapping_mul(0xfffffcc000680033))
        .wrapping_add(a16.wrapping_mul(0xfffffabffef0000d))
        .wrapping_add(a17.wrapping_mul(0xa0001900009))
        .wrapping_add(a18.wrapping_mul(0xfffff2400138005c))
        .wrapping_add(a19.wrapping_mul(0x84002200010))
        .wrapping_add(a20.wrapping_mul(0xffffe57fff27ffef))
        .wrapping_add(a21.wrapping_mul(0xf7ffd38000d))
        .wrapping_add(a22.wrapping_mul(0x7ffff4fffcd))
        .wrapping_add(a23.wrapping_mul(0xc3ffd77ffea))
        .wrapping_add(a24.wrapping_mul(0xfffff04001b80027))
        .wrapping_add(a25.wrapping_mul(0x10bffe680007))
        .wrapping_add(a26.wrapping_mul(0xfffff0ffffd7fffe))
        .wrapping_add(a27.wrapping_mul(0xfffffcbfff07fffd))
        .wrapping_add(a28.wrapping_mul(0x133ffe8fffea))
        .wrapping_add(a29.wrapping_mul(0x77fff880058))
        .wrapping_add(a30.wrapping_mul(0xffffeebfff300005))
        .wrapping_add(a31.wrapping_mul(0xf400107ffc7))
        .wrapping_add(a32.wrapping_mul(0xfffffebfffb80040))
        .wrapping_add(a33.wrapping_mul(0x1200015fff81))
        .wrapping_add(a34.wrapping_mul(0xfffffb3fffe0002f))
        .wrapping_add(a35.wrapping_mul(0xf7fffe7ff91))
        .wrapping_add(a36.wrapping_mul(0xfffff93ffd000011))
        .wrapping_add(a37.wrapping_mul(0xfffff78002400056))
        .wrapping_add(a38.wrapping_mul(0x14fffe5ffffb))
        .wrapping_add(a39.wrapping_mul(0xa7fffb00015))
        .wrapping_add(a40.wrapping_mul(0xfffff93ffe97ffaa))
        .wrapping_add(a41.wrapping_mul(0xfffff3400037ffe5))
        .wrapping_add(a42.wrapping_mul(0x7ffedfffd2))
        .wrapping_add(a43.wrapping_mul(0x3bffc3fff9a))
        .wrapping_add(a44.wrapping_mul(0x200006fff92))
        .wrapping_add(a45.wrapping_mul(0xeffff67fff9))
        .wrapping_add(a46.wrapping_mul(0xfffff27fff1ffff1))
        .wrapping_add(a47.wrapping_mul(0x3fffbfffa5));
    let w3 = 0xac6018ac030300_u64
        .wrapping_add(a0.wrapping_mul(0xffffe73ffe100030))
        .wrapping_add(a1.wrapping_mul(0xfffff1c000c0001e))
        .wrapping_add(a2.wrapping_mul(0xfffffd7ffe90001d))
        .wrapping_add(a3.wrapping_mul(0x4ffff200020))
        .wrapping_add(a4.wrapping_mul(0xd8000f7ffad))
        .wrapping_add(a5.wrapping_mul(0x1fffda00025))
        .wrapping_add(a6.wrapping_mul(0xfffffcfffed00016))
        .wrapping_add(a7.wrapping_mul(0x12c00037ffd6))
        .wrapping_add(a8.wrapping_mul(0xfffff64000400027))
        .wrapping_add(a9.wrapping_mul(0xcbfffdffffa))
        .wrapping_add(a10.wrapping_mul(0xfffff5800150003f))
        .wrapping_add(a11.wrapping_mul(0x8c00077ffe9))
        .wrapping_add(a12.wrapping_mul(0x500016fffce))
        .wrapping_add(a13.wrapping_mul(0xfffff380013fffcc))
        .wrapping_add(a14.wrapping_mul(0x1800087ff9d))
        .wrapping_add(a15.wrapping_mul(0x83fff8fffb3))
        .wrapping_add(a16.wrapping_mul(0xfffffc000047ffe1))
        .wrapping_add(a17.wrapping_mul(0x3ffe2fffe9))
        .wrapping_add(a18.wrapping_mul(0x6c001680001))
        .wrapping_add(a19.wrapping_mul(0x1bffed0001a))
        .wrapping_add(a20.wrapping_mul(0x17fff10000b))
        .wrapping_add(a21.wrapping_mul(0x19c0001fffe8))
        .wrapping_add(a22.wrapping_mul(0xfffff93ffe380017))
        .wrapping_add(a23.wrapping_mul(0xffffff80036fffc4))
        .wrapping_add(a24.wrapping_mul(0x6ffff800013))
        .wrapping_add(a25.wrapping_mul(0x4bffdd7ffbd))
        .wrapping_add(a26.wrapping_mul(0xfffff37ffef00014))
        .wrapping_add(a27.wrapping_mul(0x88001800000))
        .wrapping_add(a28.wrapping_mul(0xf3fffefffd9))
        .wrapping_add(a29.wrapping_mul(0xfffff67ffe90002c))
        .wrapping_add(a30.wrapping_mul(0x8800047ffc0))
        .wrapping_add(a31.wrapping_mul(0xfffffc000077ffe2))
        .wrapping_add(a32.wrapping_mul(0xfffffec0014fffdb))
        .wrapping_add(a33.wrapping_mul(0x8fffe27ffe5))
        .wrapping_add(a34.wrapping_mul(0xfffff04000600022))
        .wrapping_add(a35.wrapping_mul(0xfffffdffff98002e))
        .wrapping_add(a36.wrapping_mul(0xfffffec00197ffd7))
        .wrapping_add(a37.wrapping_mul(0xffffea3fff58005d))
        .wrapping_add(a38.wrapping_mul(0xffffe83ffe88004b))
        .wrapping_add(a39.wrapping_mul(0x2c002200070))
        .wrapping_add(a40.wrapping_mul(0xfffff07ffdc8003f))
        .wrapping_add(a41.wrapping_mul(0xaffffbfffd7))
        .wrapping_add(a42.wrapping_mul(0xfffffebffdd00041))
        .wrapping_add(a43.wrapping_mul(0xb0000d8007f))
        .wrapping_add(a44.wrapping_mul(0xfffff8fffe67ffd7))
        .wrapping_add(a45.wrapping_mul(0xfffff74001780010))
        .wrapping_add(a46.wrapping_mul(0xfffffb00029fffea))
        .wrapping_add(a47.wrapping_mul(0xafffec80015));
    let w4 = 0xbca0128804d980_u64
        .wrapping_add(a0.wrapping_mul(0x200029fffff))
        .wrapping_add(a1.wrapping_mul(0xfffff4c000d80015))
        .wrapping_add(a2.wrapping_mul(0x15bfff6fffbd))
        .wrapping_add(a3.wrapping_mul(0xc000b80002))
        .wrapping_add(a4.wrapping_mul(0x11400167ffc4))
        .wrapping_add(a5.wrapping_mul(0x170000cfffcd))
        .wrapping_add(a6.wrapping_mul(0xb8001c7ffdb))
        .wrapping_add(a7.wrapping_mul(0xbffff800018))
        .wrapping_add(a8.wrapping_mul(0xfffffbbffe1fffe5))
        .wrapping_add(a9.wrapping_mul(0xfffff13fffc8003b))
        .wrapping_add(a10.wrapping_mul(0x3ffdf80020))
        .wrapping_add(a11.wrapping_mul(0xfffff9800167ffed))
        .wrapping_add(a12.wrapping_mul(0xffffec3ffe3fffbd))
        .wrapping_add(a13.wrapping_mul(0x57fff80001a))
        .wrapping_add(a14.wrapping_mul(0xa7ffff7ffb7))
        .wrapping_add(a15.wrapping_mul(0x3000067ffb9))
        .wrapping_add(a16.wrapping_mul(0xfffff77fffa7ffa2))
        .wrapping_add(a17.wrapping_mul(0xa7fff47ffba))
        .wrapping_add(a18.wrapping_mul(0x1abfff2ffff6))
        .wrapping_add(a19.wrapping_mul(0xfffff70000700057))
        .wrapping_add(a20.wrapping_mul(0xfffff280014))
        .wrapping_add(a21.wrapping_mul(0xfffff8fffe5fffd1))
        .wrapping_add(a22.wrapping_mul(0xffffe93fffffff9c))
        .wrapping_add(a23.wrapping_mul(0xffffe47ffe480009))
        .wrapping_add(a24.wrapping_mul(0xc7ffee7ffd9))
        .wrapping_add(a25.wrapping_mul(0xffffedfffe7fffed))
        .wrapping_add(a26.wrapping_mul(0xa400277ffe7))
        .wrapping_add(a27.wrapping_mul(0xfffff9fffdc80022))
        .wrapping_add(a28.wrapping_mul(0x11ffffcfffbb))
        .wrapping_add(a29.wrapping_mul(0x88000100023))
        .wrapping_add(a30.wrapping_mul(0x1400127fff3))
        .wrapping_add(a31.wrapping_mul(0xfffff13fffb00010))
        .wrapping_add(a32.wrapping_mul(0x98000cfffdd))
        .wrapping_add(a33.wrapping_mul(0x8000600037))
        .wrapping_add(a34.wrapping_mul(0xfffff7400187ffd0))
        .wrapping_add(a35.wrapping_mul(0xffffe88002980002))
        .wrapping_add(a36.wrapping_mul(0xc00267ff81))
        .wrapping_add(a37.wrapping_mul(0xfffff4c001300034))
        .wrapping_add(a38.wrapping_mul(0x1effffd7ff9c))
        .wrapping_add(a39.wrapping_mul(0xfffff83ffff80031))
        .wrapping_add(a40.wrapping_mul(0xffffec7ffc5fffda))
        .wrapping_add(a41.wrapping_mul(0x17000228000e))
        .wrapping_add(a42.wrapping_mul(0xb4001e00040))
        .wrapping_add(a43.wrapping_mul(0x13bfffffffe0))
        .wrapping_add(a44.wrapping_mul(0xfffff6c00057ffad))
        .wrapping_add(a45.wrapping_mul(0xfffff93ffe87ffef))
        .wrapping_add(a46.wrapping_mul(0x73fff500018))
        .wrapping_add(a47.wrapping_mul(0x118002500026));
    let w5 = 0x153a0125402b100_u64
        .wrapping_add(a0.wrapping_mul(0xfffffb3ffe780020))
        .wrapping_add(a1.wrapping_mul(0xfc001300015))
        .wrapping_add(a2.wrapping_mul(0xfffff33fff4fffe9))
        .wrapping_add(a3.wrapping_mul(0xffffff7fff580020))
        .wrapping_add(a4.wrapping_mul(0xffffea4003f7ffb2))
        .wrapping_add(a5.wrapping_mul(0xfffffe8000180030))
        .wrapping_add(a6.wrapping_mul(0xfffff18003cfffe1))
        .wrapping_add(a7.wrapping_mul(0x11ffffa7ff92))
        .wrapping_add(a8.wrapping_mul(0xffffee0000a00006))
        .wrapping_add(a9.wrapping_mul(0x1580017fffde))
        .wrapping_add(a10.wrapping_mul(0x63ffe500002))
        .wrapping_add(a11.wrapping_mul(0xfffff97fffa00027))
        .wrapping_add(a12.wrapping_mul(0xfffff23ffe100021))
        .wrapping_add(a13.wrapping_mul(0x103ffe800028))
        .wrapping_add(a14.wrapping_mul(0xfffff5c00270001c))
        .wrapping_add(a15.wrapping_mul(0x20000380027))
        .wrapping_add(a16.wrapping_mul(0xfffffa7fff500021))
        .wrapping_add(a17.wrapping_mul(0xffffedffff38000d))
        .wrapping_add(a18.wrapping_mul(0xfffffe8000a00013))
        .wrapping_add(a19.wrapping_mul(0x680008fffdb))
        .wrapping_add(a20.wrapping_mul(0xfffff0bfff90002c))
        .wrapping_add(a21.wrapping_mul(0x100001280015))
        .wrapping_add(a22.wrapping_mul(0xb4001b00024))
        .wrapping_add(a23.wrapping_mul(0xfffff00001380037))
        .wrapping_add(a24.wrapping_mul(0xfffffe4000dffff6))
        .wrapping_add(a25.wrapping_mul(0xfffffebfffd7ffb7))
        .wrapping_add(a26.wrapping_mul(0xfffff63fff4fffe1))
        .wrapping_add(a27.wrapping_mul(0xfffff38000e7fff3))
        .wrapping_add(a28.wrapping_mul(0x57ffd87ffdc))
        .wrapping_add(a29.wrapping_mul(0x110000400042))
        .wrapping_add(a30.wrapping_mul(0xfffff400011fffda))
        .wrapping_add(a31.wrapping_mul(0xfffff4c001280032))
        .wrapping_add(a32.wrapping_mul(0xfffff2800070007f))
        .wrapping_add(a33.wrapping_mul(0xfffff08000e7ffd5))
        .wrapping_add(a34.wrapping_mul(0xfffff8400007ffd0))
        .wrapping_add(a35.wrapping_mul(0xffffe67ffea0003b))
        .wrapping_add(a36.wrapping_mul(0x480013ffffc))
        .wrapping_add(a37.wrapping_mul(0xfffff47ffe80007f))
        .wrapping_add(a38.wrapping_mul(0xffffeefffe38004b))
        .wrapping_add(a39.wrapping_mul(0xfffff20001b7ffd2))
        .wrapping_add(a40.wrapping_mul(0xfffffc3fff7ffffa))
        .wrapping_add(a41.wrapping_mul(0xfffff43ffe880036))
        .wrapping_add(a42.wrapping_mul(0xfffff1fffff7fffe))
        .wrapping_add(a43.wrapping_mul(0xffffeb800067ff81))
        .wrapping_add(a44.wrapping_mul(0xfffffbffff9fff94))
        .wrapping_add(a45.wrapping_mul(0xfffffeffff3fffe9))
        .wrapping_add(a46.wrapping_mul(0xffffe0fffe78003f))
        .wrapping_add(a47.wrapping_mul(0x18bffee80014));
    let w6 = 0xb9c017b402ae00_u64
        .wrapping_add(a0.wrapping_mul(0xa7fff100016))
        .wrapping_add(a1.wrapping_mul(0xffffe67fff97fffb))
        .wrapping_add(a2.wrapping_mul(0xe8000a7fffb))
        .wrapping_add(a3.wrapping_mul(0xa4002200000))
        .wrapping_add(a4.wrapping_mul(0x67ffc57ffd1))
        .wrapping_add(a5.wrapping_mul(0xfffffe0000efffe6))
        .wrapping_add(a6.wrapping_mul(0x37fff500014))
        .wrapping_add(a7.wrapping_mul(0xffffee7ffee7ffc8))
        .wrapping_add(a8.wrapping_mul(0xfffffa400078001a))
        .wrapping_add(a9.wrapping_mul(0x9fffff7ffc4))
        .wrapping_add(a10.wrapping_mul(0x9000200004b))
        .wrapping_add(a11.wrapping_mul(0xf800140001d))
        .wrapping_add(a12.wrapping_mul(0xfffffe8000b80037))
        .wrapping_add(a13.wrapping_mul(0xcbffe400002))
        .wrapping_add(a14.wrapping_mul(0xfffff5bffea80012))
        .wrapping_add(a15.wrapping_mul(0xfffffbffff7fffdd))
        .wrapping_add(a16.wrapping_mul(0x23fff000042))
        .wrapping_add(a17.wrapping_mul(0xfffff97fffcfffec))
        .wrapping_add(a18.wrapping_mul(0x94000200048))
        .wrapping_add(a19.wrapping_mul(0xfffffbbfffc00044))
        .wrapping_add(a20.wrapping_mul(0xfffffbbfffc80000))
        .wrapping_add(a21.wrapping_mul(0xfffffa7ffebfffea))
        .wrapping_add(a22.wrapping_mul(0x14fffea8000a))
        .wrapping_add(a23.wrapping_mul(0xd0003d00036))
        .wrapping_add(a24.wrapping_mul(0x138002780019))
        .wrapping_add(a25.wrapping_mul(0xfffff60001dffff5))
        .wrapping_add(a26.wrapping_mul(0xffffffc001b7ffeb))
        .wrapping_add(a27.wrapping_mul(0xfffff37fff77ffdc))
        .wrapping_add(a28.wrapping_mul(0x1c0024fffd0))
        .wrapping_add(a29.wrapping_mul(0xfffff7bfff88001b))
        .wrapping_add(a30.wrapping_mul(0xbbffe57ffe8))
        .wrapping_add(a31.wrapping_mul(0x15bffdb8000d))
        .wrapping_add(a32.wrapping_mul(0xfffffa7ffc9fffdb))
        .wrapping_add(a33.wrapping_mul(0x8fffecfffcf))
        .wrapping_add(a34.wrapping_mul(0x2c0019fffde))
        .wrapping_add(a35.wrapping_mul(0xffffff3fff87ffef))
        .wrapping_add(a36.wrapping_mul(0xfffff67ffe97ffa1))
        .wrapping_add(a37.wrapping_mul(0xfffffa7fff17ffd1))
        .wrapping_add(a38.wrapping_mul(0xfffff20000e00017))
        .wrapping_add(a39.wrapping_mul(0x48000a0005f))
        .wrapping_add(a40.wrapping_mul(0xfffff30001effff0))
        .wrapping_add(a41.wrapping_mul(0xffffe9bfff400025))
        .wrapping_add(a42.wrapping_mul(0xfffff7000077ffb7))
        .wrapping_add(a43.wrapping_mul(0xffffe73fff9fffdb))
        .wrapping_add(a44.wrapping_mul(0xfffffa00010fffdd))
        .wrapping_add(a45.wrapping_mul(0x128001980020))
        .wrapping_add(a46.wrapping_mul(0xfffff53fffe7fff9))
        .wrapping_add(a47.wrapping_mul(0x1bffe300035));
    let w7 = 0xd340147c041780_u64
        .wrapping_add(a0.wrapping_mul(0xffffffffff7fffdf))
        .wrapping_add(a1.wrapping_mul(0xfffff18001e7ffee))
        .wrapping_add(a2.wrapping_mul(0xfffff87ffe88005f))
        .wrapping_add(a3.wrapping_mul(0xfffffb7ffee00049))
        .wrapping_add(a4.wrapping_mul(0xfffff6c000b7fff0))
        .wrapping_add(a5.wrapping_mul(0xfffff03fff1fffed))
        .wrapping_add(a6.wrapping_mul(0x90000c00000))
        .wrapping_add(a7.wrapping_mul(0x5fffff00003))
        .wrapping_add(a8.wrapping_mul(0xa7fffafffe1))
        .wrapping_add(a9.wrapping_mul(0xfffff73ffe580028))
        .wrapping_add(a10.wrapping_mul(0xffffe0400057ffe3))
        .wrapping_add(a11.wrapping_mul(0x300017ffffd))
        .wrapping_add(a12.wrapping_mul(0xfffff87fff2fffd1))
        .wrapping_add(a13.wrapping_mul(0xfffff0c002400027))
        .wrapping_add(a14.wrapping_mul(0xffffebbfff3fffb3))
        .wrapping_add(a15.wrapping_mul(0xfffffd3fff980000))
        .wrapping_add(a16.wrapping_mul(0x4fffeb00025))
        .wrapping_add(a17.wrapping_mul(0xffffee000137ffc2))
        .wrapping_add(a18.wrapping_mul(0x68000cffffe))
        .wrapping_add(a19.wrapping_mul(0xb000147fffa))
        .wrapping_add(a20.wrapping_mul(0xfffff47fff98003e))
        .wrapping_add(a21.wrapping_mul(0xfffffa40000fffe8))
        .wrapping_add(a22.wrapping_mul(0x12c00070003a))
        .wrapping_add(a23.wrapping_mul(0x7fff07ffb7))
        .wrapping_add(a24.wrapping_mul(0x9c000380008))
        .wrapping_add(a25.wrapping_mul(0xfffffc7ffe0fffe3))
        .wrapping_add(a26.wrapping_mul(0xfffff94000d7ffc0))
        .wrapping_add(a27.wrapping_mul(0xfffffe800057ffdc))
        .wrapping_add(a28.wrapping_mul(0xffffef4003e7ffe4))
        .wrapping_add(a29.wrapping_mul(0xfffff0fffffffff5))
        .wrapping_add(a30.wrapping_mul(0xfffffa3fffe7ffe1))
        .wrapping_add(a31.wrapping_mul(0x47ffe9fffb8))
        .wrapping_add(a32.wrapping_mul(0x40001efffdf))
        .wrapping_add(a33.wrapping_mul(0xa7fff37ffb8))
        .wrapping_add(a34.wrapping_mul(0x8000310001c))
        .wrapping_add(a35.wrapping_mul(0x44001f80031))
        .wrapping_add(a36.wrapping_mul(0xb7ffd67ffca))
        .wrapping_add(a37.wrapping_mul(0xbbfffe7ffef))
        .wrapping_add(a38.wrapping_mul(0x10000f7ffd7))
        .wrapping_add(a39.wrapping_mul(0xdfffed7ff81))
        .wrapping_add(a40.wrapping_mul(0x14fffeb7ffe6))
        .wrapping_add(a41.wrapping_mul(0xfffff9bffe600011))
        .wrapping_add(a42.wrapping_mul(0x13ffc07ffe4))
        .wrapping_add(a43.wrapping_mul(0xfffffac003100027))
        .wrapping_add(a44.wrapping_mul(0xfffff1bfffa0000c))
        .wrapping_add(a45.wrapping_mul(0xffffff3fff4ffff4))
        .wrapping_add(a46.wrapping_mul(0xfffff7fffeefffb9))
        .wrapping_add(a47.wrapping_mul(0xa400047ffd2));
    let w8 = 0x6a001778030580_u64
        .wrapping_add(a0.wrapping_mul(0xfffffe4001100044))
        .wrapping_add(a1.wrapping_mul(0x600006fffe3))
        .wrapping_add(a2.wrapping_mul(0x3fffeb0000e))
        .wrapping_add(a3.wrapping_mul(0x2000010003f))
        .wrapping_add(a4.wrapping_mul(0xdfffff00049))
        .wrapping_add(a5.wrapping_mul(0xfffffbc0006fffdb))
        .wrapping_add(a6.wrapping_mul(0xffffe83fffb7ffe2))
        .wrapping_add(a7.wrapping_mul(0x38000980000))
        .wrapping_add(a8.wrapping_mul(0x24001b00070))
        .wrapping_add(a9.wrapping_mul(0xfffffc7ffce7fff3))
        .wrapping_add(a10.wrapping_mul(0xfffffdfffee7ffb8))
        .wrapping_add(a11.wrapping_mul(0xfffffa0001b80013))
        .wrapping_add(a12.wrapping_mul(0xfffffbbffe9fffda))
        .wrapping_add(a13.wrapping_mul(0x74001effffc))
        .wrapping_add(a14.wrapping_mul(0xfffff480041))
        .wrapping_add(a15.wrapping_mul(0x5000017fff8))
        .wrapping_add(a16.wrapping_mul(0xfffffdc000480005))
        .wrapping_add(a17.wrapping_mul(0x8ffff1fff92))
        .wrapping_add(a18.wrapping_mul(0xfffff5c001300037))
        .wrapping_add(a19.wrapping_mul(0xfffff43ffff7ffe4))
        .wrapping_add(a20.wrapping_mul(0x137ffd780016))
        .wrapping_add(a21.wrapping_mul(0x28000800024))
        .wrapping_add(a22.wrapping_mul(0xf0000e7ffd4))
        .wrapping_add(a23.wrapping_mul(0xe3fffdffff0))
        .wrapping_add(a24.wrapping_mul(0xfffec8005f))
        .wrapping_add(a25.wrapping_mul(0xfffffc7ffe6fffa2))
        .wrapping_add(a26.wrapping_mul(0xcbfff88005e))
        .wrapping_add(a27.wrapping_mul(0xfffff680005fffdd))
        .wrapping_add(a28.wrapping_mul(0x87fff880024))
        .wrapping_add(a29.wrapping_mul(0xffffff4000000012))
        .wrapping_add(a30.wrapping_mul(0xfffff48001efffb4))
        .wrapping_add(a31.wrapping_mul(0xc3fff400043))
        .wrapping_add(a32.wrapping_mul(0x67fffc7ffe9))
        .wrapping_add(a33.wrapping_mul(0xfffff33ffeb7fff8))
        .wrapping_add(a34.wrapping_mul(0xffffe7ffff37ffe8))
        .wrapping_add(a35.wrapping_mul(0x128002a80017))
        .wrapping_add(a36.wrapping_mul(0xafffdf80049))
        .wrapping_add(a37.wrapping_mul(0x87ffed0005e))
        .wrapping_add(a38.wrapping_mul(0x2c0022fffab))
        .wrapping_add(a39.wrapping_mul(0x7bfff6fffc4))
        .wrapping_add(a40.wrapping_mul(0xfffffd7ffe5fff99))
        .wrapping_add(a41.wrapping_mul(0x1f3fffd8001a))
        .wrapping_add(a42.wrapping_mul(0xbffecffffb))
        .wrapping_add(a43.wrapping_mul(0x11ffff7fffcb))
        .wrapping_add(a44.wrapping_mul(0xfffffec00038004e))
        .wrapping_add(a45.wrapping_mul(0xfffff37fff5ffff2))
        .wrapping_add(a46.wrapping_mul(0xfffffd7ffda7fff5))
        .wrapping_add(a47.wrapping_mul(0xfffffb000398000a));
    let w9 = 0xc460193001ee80_u64
        .wrapping_add(a0.wrapping_mul(0x13c0012fffce))
        .wrapping_add(a1.wrapping_mul(0xb0001300041))
        .wrapping_add(a2.wrapping_mul(0xfffffa80006ffff8))
        .wrapping_add(a3.wrapping_mul(0xfffffaffffc7fff1))
        .wrapping_add(a4.wrapping_mul(0xfffff30000700002))
        .wrapping_add(a5.wrapping_mul(0x193fff9fffe3))
        .wrapping_add(a6.wrapping_mul(0x67ffeffffd9))
        .wrapping_add(a7.wrapping_mul(0x44000f80063))
        .wrapping_add(a8.wrapping_mul(0xfffffefffcd00043))
        .wrapping_add(a9.wrapping_mul(0x78000280056))
        .wrapping_add(a10.wrapping_mul(0xfffffdbffcefffee))
        .wrapping_add(a11.wrapping_mul(0xffffff3ffdf80031))
        .wrapping_add(a12.wrapping_mul(0x3ffff680044))
        .wrapping_add(a13.wrapping_mul(0xfffff68000f00006))
        .wrapping_add(a14.wrapping_mul(0xfffffffffe37ffb7))
        .wrapping_add(a15.wrapping_mul(0x43fff980022))
        .wrapping_add(a16.wrapping_mul(0xfffff04000380016))
        .wrapping_add(a17.wrapping_mul(0xfbfff77ffea))
        .wrapping_add(a18.wrapping_mul(0x157fff1fffe9))
        .wrapping_add(a19.wrapping_mul(0xfffffbc00127ffc9))
        .wrapping_add(a20.wrapping_mul(0x24001f80044))
        .wrapping_add(a21.wrapping_mul(0xfffff97fffb0001a))
        .wrapping_add(a22.wrapping_mul(0xffffef7ffe38001d))
        .wrapping_add(a23.wrapping_mul(0xf4002d0005b))
        .wrapping_add(a24.wrapping_mul(0xfffffe4000200043))
        .wrapping_add(a25.wrapping_mul(0x53fff500014))
        .wrapping_add(a26.wrapping_mul(0xffffea000007ffae))
        .wrapping_add(a27.wrapping_mul(0x5000048002a))
        .wrapping_add(a28.wrapping_mul(0x4fffc0fffee))
        .wrapping_add(a29.wrapping_mul(0x70000ffffd8))
        .wrapping_add(a30.wrapping_mul(0xfffffb4002780030))
        .wrapping_add(a31.wrapping_mul(0xfffff63ffe180017))
        .wrapping_add(a32.wrapping_mul(0xeffffe7ffe5))
        .wrapping_add(a33.wrapping_mul(0xffffe0400097ffca))
        .wrapping_add(a34.wrapping_mul(0xfffff240001fffba))
        .wrapping_add(a35.wrapping_mul(0xfffffc8000c8000a))
        .wrapping_add(a36.wrapping_mul(0xffffe07ffed00023))
        .wrapping_add(a37.wrapping_mul(0x1fbffd280040))
        .wrapping_add(a38.wrapping_mul(0x143ffe980043))
        .wrapping_add(a39.wrapping_mul(0xffffe080015fffe8))
        .wrapping_add(a40.wrapping_mul(0xf4001d00016))
        .wrapping_add(a41.wrapping_mul(0xfffffa800048004b))
        .wrapping_add(a42.wrapping_mul(0xfffffb0001500016))
        .wrapping_add(a43.wrapping_mul(0xfffff43ffe1fffdc))
        .wrapping_add(a44.wrapping_mul(0x44000080016))
        .wrapping_add(a45.wrapping_mul(0x1c00087fffe))
        .wrapping_add(a46.wrapping_mul(0x340000ffff0))
        .wrapping_add(a47.wrapping_mul(0xb7ffee80026));
    let w10 = 0xa8e01a2c041200_u64
        .wrapping_add(a0.wrapping_mul(0xffffff4000b8002f))
        .wrapping_add(a1.wrapping_mul(0xfffffdc0009fffb8))
        .wrapping_add(a2.wrapping_mul(0xfffffb7ffec8000c))
        .wrapping_add(a3.wrapping_mul(0xfffff7bfff3fffcf))
        .wrapping_add(a4.wrapping_mul(0xffffff7fff3fffd6))
        .wrapping_add(a5.wrapping_mul(0xfffff2ffffffffc0))
        .wrapping_add(a6.wrapping_mul(0xfffe8fffe9))
        .wrapping_add(a7.wrapping_mul(0x5c0011fffcd))
        .wrapping_add(a8.wrapping_mul(0xffffecfffe5fffe2))
        .wrapping_add(a9.wrapping_mul(0x27ffcafffaf))
        .wrapping_add(a10.wrapping_mul(0x34003bfff9b))
        .wrapping_add(a11.wrapping_mul(0x17ffe48002d))
        .wrapping_add(a12.wrapping_mul(0x15bfffcfffce))
        .wrapping_add(a13.wrapping_mul(0x2ffff380050))
        .wrapping_add(a14.wrapping_mul(0xfffff74001980044))
        .wrapping_add(a15.wrapping_mul(0xc0026ffffb))
        .wrapping_add(a16.wrapping_mul(0xfffffc400178000a))
        .wrapping_add(a17.wrapping_mul(0xffffee00011fffee))
        .wrapping_add(a18.wrapping_mul(0xfffff7ffff280012))
        .wrapping_add(a19.wrapping_mul(0xfffffc00006fffa9))
        .wrapping_add(a20.wrapping_mul(0xfffff1fffd68002a))
        .wrapping_add(a21.wrapping_mul(0x480006fffdc))
        .wrapping_add(a22.wrapping_mul(0xffffff000157ffbc))
        .wrapping_add(a23.wrapping_mul(0x197ffc07ffce))
        .wrapping_add(a24.wrapping_mul(0x84003f8006b))
        .wrapping_add(a25.wrapping_mul(0x53ffdd7ffff))
        .wrapping_add(a26.wrapping_mul(0x2ffffaffff4))
        .wrapping_add(a27.wrapping_mul(0x3000277ffcd))
        .wrapping_add(a28.wrapping_mul(0x13ffd37fffb))
        .wrapping_add(a29.wrapping_mul(0xffffff3ffe9fffd9))
        .wrapping_add(a30.wrapping_mul(0xa4001afffe6))
        .wrapping_add(a31.wrapping_mul(0x5fffe480010))
        .wrapping_add(a32.wrapping_mul(0xffffff800190002b))
        .wrapping_add(a33.wrapping_mul(0x5400150003e))
        .wrapping_add(a34.wrapping_mul(0xffffff80019fffa9))
        .wrapping_add(a35.wrapping_mul(0x9800238001a))
        .wrapping_add(a36.wrapping_mul(0x2fffeb0003b))
        .wrapping_add(a37.wrapping_mul(0xfc00098000a))
        .wrapping_add(a38.wrapping_mul(0xffffef80014fffc5))
        .wrapping_add(a39.wrapping_mul(0xfffff4800037ffe4))
        .wrapping_add(a40.wrapping_mul(0xffffec7fff57ffdd))
        .wrapping_add(a41.wrapping_mul(0x6c001b00057))
        .wrapping_add(a42.wrapping_mul(0xfffff940011fffea))
        .wrapping_add(a43.wrapping_mul(0xfffff48000c7ffe6))
        .wrapping_add(a44.wrapping_mul(0xffffff3ffd800012))
        .wrapping_add(a45.wrapping_mul(0xabffe200017))
        .wrapping_add(a46.wrapping_mul(0xffffec4000380024))
        .wrapping_add(a47.wrapping_mul(0xffffeac002f7ffca));
    let w11 = 0xf7a010c4015480_u64
        .wrapping_add(a0.wrapping_mul(0x4000227ffe7))
        .wrapping_add(a1.wrapping_mul(0xffffff7ffde0001e))
        .wrapping_add(a2.wrapping_mul(0x17ffe80000d))
        .wrapping_add(a3.wrapping_mul(0xe0000f0003b))
        .wrapping_add(a4.wrapping_mul(0xfffff38003f7fff2))
        .wrapping_add(a5.wrapping_mul(0xffffe88001300033))
        .wrapping_add(a6.wrapping_mul(0x37ffca80049))
        .wrapping_add(a7.wrapping_mul(0xffffeebffff80039))
        .wrapping_add(a8.wrapping_mul(0x1f7ffe8))
        .wrapping_add(a9.wrapping_mul(0x4c0014fffe0))
        .wrapping_add(a10.wrapping_mul(0xffffea0002e80009))
        .wrapping_add(a11.wrapping_mul(0xfffffdfffe300039))
        .wrapping_add(a12.wrapping_mul(0xfffffa000007fff8))
        .wrapping_add(a13.wrapping_mul(0xa8001f7ffec))
        .wrapping_add(a14.wrapping_mul(0xffffefffee))
        .wrapping_add(a15.wrapping_mul(0x7ffff100028))
        .wrapping_add(a16.wrapping_mul(0x20000c8000b))
        .wrapping_add(a17.wrapping_mul(0xb000078000a))
        .wrapping_add(a18.wrapping_mul(0x7c001f7ffe4))
        .wrapping_add(a19.wrapping_mul(0x154003f7ffa5))
        .wrapping_add(a20.wrapping_mul(0xfffff97ffc37ffe6))
        .wrapping_add(a21.wrapping_mul(0x138001400001))
        .wrapping_add(a22.wrapping_mul(0xfffffb000147ffd9))
        .wrapping_add(a23.wrapping_mul(0xffffe27fffe7fff3))
        .wrapping_add(a24.wrapping_mul(0xfffff6c001180008))
        .wrapping_add(a25.wrapping_mul(0xfffff0800027ffc3))
        .wrapping_add(a26.wrapping_mul(0xfffff9bffe580014))
        .wrapping_add(a27.wrapping_mul(0x17fff700018))
        .wrapping_add(a28.wrapping_mul(0xfffffb800357ffda))
        .wrapping_add(a29.wrapping_mul(0xfffff58000e8001a))
        .wrapping_add(a30.wrapping_mul(0xfffff37ffef80023))
        .wrapping_add(a31.wrapping_mul(0x48001afffd3))
        .wrapping_add(a32.wrapping_mul(0x1afffea80019))
        .wrapping_add(a33.wrapping_mul(0xffffe7fffd88001f))
        .wrapping_add(a34.wrapping_mul(0x580011fffe8))
        .wrapping_add(a35.wrapping_mul(0xfffffdc00187fffb))
        .wrapping_add(a36.wrapping_mul(0x7ffe280012))
        .wrapping_add(a37.wrapping_mul(0xffffe04002480065))
        .wrapping_add(a38.wrapping_mul(0x153ffe400054))
        .wrapping_add(a39.wrapping_mul(0xffffee0002d00014))
        .wrapping_add(a40.wrapping_mul(0x73fff78003f))
        .wrapping_add(a41.wrapping_mul(0xfffffd0000780007))
        .wrapping_add(a42.wrapping_mul(0xb8003400029))
        .wrapping_add(a43.wrapping_mul(0xffffe9c001c00017))
        .wrapping_add(a44.wrapping_mul(0xfffff44000000007))
        .wrapping_add(a45.wrapping_mul(0x68001380035))
        .wrapping_add(a46.wrapping_mul(0xdc000600022))
        .wrapping_add(a47.wrapping_mul(0xfffffac00138000a));
    let w12 = 0x64401214047a80_u64
        .wrapping_add(a0.wrapping_mul(0xfffff4c00087fffc))
        .wrapping_add(a1.wrapping_mul(0xfffffb3fff17ffd0))
        .wrapping_add(a2.wrapping_mul(0x640005fffe6))
        .wrapping_add(a3.wrapping_mul(0xfffff5bffe57ffcf))
        .wrapping_add(a4.wrapping_mul(0x1480009fffad))
        .wrapping_add(a5.wrapping_mul(0xfffffac001d80031))
        .wrapping_add(a6.wrapping_mul(0x133fff080010))
        .wrapping_add(a7.wrapping_mul(0xfffffc4000d80018))
        .wrapping_add(a8.wrapping_mul(0xfffff9fffebffff5))
        .wrapping_add(a9.wrapping_mul(0xffffff0000e7ffc8))
        .wrapping_add(a10.wrapping_mul(0xbffe900019))
        .wrapping_add(a11.wrapping_mul(0x93fffcfffb9))
        .wrapping_add(a12.wrapping_mul(0x1bfff77ffed))
        .wrapping_add(a13.wrapping_mul(0xfffffe400307ffc3))
        .wrapping_add(a14.wrapping_mul(0x1780005fff8e))
        .wrapping_add(a15.wrapping_mul(0x73fffd00000))
        .wrapping_add(a16.wrapping_mul(0xfffffe7fffb7ffdf))
        .wrapping_add(a17.wrapping_mul(0x58001b80027))
        .wrapping_add(a18.wrapping_mul(0x1b0000880006))
        .wrapping_add(a19.wrapping_mul(0x2c001400003))
        .wrapping_add(a20.wrapping_mul(0xfffff73fff67ffcd))
        .wrapping_add(a21.wrapping_mul(0x108000d))
        .wrapping_add(a22.wrapping_mul(0x154000780046))
        .wrapping_add(a23.wrapping_mul(0xefffe2fffef))
        .wrapping_add(a24.wrapping_mul(0x23ffd8fffec))
        .wrapping_add(a25.wrapping_mul(0x87fff77ffff))
        .wrapping_add(a26.wrapping_mul(0xffffebffffe7ffc7))
        .wrapping_add(a27.wrapping_mul(0xfffffc0002280006))
        .wrapping_add(a28.wrapping_mul(0xd3ffea80008))
        .wrapping_add(a29.wrapping_mul(0x33fff9fffac))
        .wrapping_add(a30.wrapping_mul(0xfffff6000178001e))
        .wrapping_add(a31.wrapping_mul(0xfffffcfffe90002f))
        .wrapping_add(a32.wrapping_mul(0xcbffe5fffc6))
        .wrapping_add(a33.wrapping_mul(0xfffff2fffe9fffcb))
        .wrapping_add(a34.wrapping_mul(0xfffffb3ffe98001b))
        .wrapping_add(a35.wrapping_mul(0x44000a8002a))
        .wrapping_add(a36.wrapping_mul(0xfffff17fff4fff91))
        .wrapping_add(a37.wrapping_mul(0x9c00040003a))
        .wrapping_add(a38.wrapping_mul(0xfffffe0001a00015))
        .wrapping_add(a39.wrapping_mul(0xdbffff0004d))
        .wrapping_add(a40.wrapping_mul(0x18fffea7ff81))
        .wrapping_add(a41.wrapping_mul(0x880011fffd0))
        .wrapping_add(a42.wrapping_mul(0xbc000e8004a))
        .wrapping_add(a43.wrapping_mul(0xfffffd000100005d))
        .wrapping_add(a44.wrapping_mul(0xffffec00008fffa7))
        .wrapping_add(a45.wrapping_mul(0xfffffd000028002b))
        .wrapping_add(a46.wrapping_mul(0xe8000cfffc1))
        .wrapping_add(a47.wrapping_mul(0x400018001f));
    let w13 = 0x55e018a801e780_u64
        .wrapping_add(a0.wrapping_mul(0x7fffe70003e))
        .wrapping_add(a1.wrapping_mul(0xb3fffa0002a))
        .wrapping_add(a2.wrapping_mul(0xffffffffff97fff1))
        .wrapping_add(a3.wrapping_mul(0xb3fff280011))
        .wrapping_add(a4.wrapping_mul(0xfffe90002b))
        .wrapping_add(a5.wrapping_mul(0x6fffe280022))
        .wrapping_add(a6.wrapping_mul(0x37ffed80034))
        .wrapping_add(a7.wrapping_mul(0x64001f0001d))
        .wrapping_add(a8.wrapping_mul(0xaffffcfffda))
        .wrapping_add(a9.wrapping_mul(0xfffffec00197ffd3))
        .wrapping_add(a10.wrapping_mul(0xcffffe00008))
        .wrapping_add(a11.wrapping_mul(0x27fff97ffea))
        .wrapping_add(a12.wrapping_mul(0xa800017ffbb))
        .wrapping_add(a13.wrapping_mul(0xfffff34002cfffb7))
        .wrapping_add(a14.wrapping_mul(0x140000900005))
        .wrapping_add(a15.wrapping_mul(0x33ffee7fffb))
        .wrapping_add(a16.wrapping_mul(0x5bfff37ffdd))
        .wrapping_add(a17.wrapping_mul(0x18001900004))
        .wrapping_add(a18.wrapping_mul(0xfffffd4000dfffef))
        .wrapping_add(a19.wrapping_mul(0x110000880028))
        .wrapping_add(a20.wrapping_mul(0xa8001a7ffdc))
        .wrapping_add(a21.wrapping_mul(0x2ffffe0003c))
        .wrapping_add(a22.wrapping_mul(0x2c000980001))
        .wrapping_add(a23.wrapping_mul(0x7bfff50000a))
        .wrapping_add(a24.wrapping_mul(0xffffffbffd400029))
        .wrapping_add(a25.wrapping_mul(0xbc00038000a))
        .wrapping_add(a26.wrapping_mul(0xfffff280000fffc2))
        .wrapping_add(a27.wrapping_mul(0xfffff6c00007ffec))
        .wrapping_add(a28.wrapping_mul(0xfffffd400128006b))
        .wrapping_add(a29.wrapping_mul(0xfffffabffe2fffe4))
        .wrapping_add(a30.wrapping_mul(0xfffff8ffff27ffec))
        .wrapping_add(a31.wrapping_mul(0xa3fff07ffc2))
        .wrapping_add(a32.wrapping_mul(0x30001d8007d))
        .wrapping_add(a33.wrapping_mul(0xfffff8fffda80056))
        .wrapping_add(a34.wrapping_mul(0x9400180002f))
        .wrapping_add(a35.wrapping_mul(0xfffff07fff87fffc))
        .wrapping_add(a36.wrapping_mul(0xffffed8002c00008))
        .wrapping_add(a37.wrapping_mul(0xefffe500020))
        .wrapping_add(a38.wrapping_mul(0xfffff5c0005fffc1))
        .wrapping_add(a39.wrapping_mul(0xdc000080036))
        .wrapping_add(a40.wrapping_mul(0xfffffc3ffe600007))
        .wrapping_add(a41.wrapping_mul(0xfffff6c0001fffdd))
        .wrapping_add(a42.wrapping_mul(0x47ffe08000b))
        .wrapping_add(a43.wrapping_mul(0x3fffdcffff5))
        .wrapping_add(a44.wrapping_mul(0x33ffed80044))
        .wrapping_add(a45.wrapping_mul(0xfffffdc00137ffe3))
        .wrapping_add(a46.wrapping_mul(0xfffff87fff68001b))
        .wrapping_add(a47.wrapping_mul(0x1e3fff0ffff5));
    let w14 = 0xb120121404a180_u64
        .wrapping_add(a0.wrapping_mul(0xfffff5bffe1fffcc))
        .wrapping_add(a1.wrapping_mul(0x6c0007ffffb))
        .wrapping_add(a2.wrapping_mul(0x54000280053))
        .wrapping_add(a3.wrapping_mul(0x7400107ffc9))
        .wrapping_add(a4.wrapping_mul(0x160002f7ffd4))
        .wrapping_add(a5.wrapping_mul(0xc7fffa7ffde))
        .wrapping_add(a6.wrapping_mul(0xfffffdbfffcfffaf))
        .wrapping_add(a7.wrapping_mul(0xb800280000d))
        .wrapping_add(a8.wrapping_mul(0xfffff3ffff4fffe7))
        .wrapping_add(a9.wrapping_mul(0xac000a00012))
        .wrapping_add(a10.wrapping_mul(0x11c000afffb5))
        .wrapping_add(a11.wrapping_mul(0x23fff87ffd7))
        .wrapping_add(a12.wrapping_mul(0xd40009fffbd))
        .wrapping_add(a13.wrapping_mul(0xfffffe7ffd400025))
        .wrapping_add(a14.wrapping_mul(0x640008ffff2))
        .wrapping_add(a15.wrapping_mul(0x880008fffe1))
        .wrapping_add(a16.wrapping_mul(0xfffffdc000b80026))
        .wrapping_add(a17.wrapping_mul(0xfffff10000cfffe9))
        .wrapping_add(a18.wrapping_mul(0xfffff1c00157ffea))
        .wrapping_add(a19.wrapping_mul(0x5fffe100063))
        .wrapping_add(a20.wrapping_mul(0x17ffdc0000b))
        .wrapping_add(a21.wrapping_mul(0xfffff84001cfffc5))
        .wrapping_add(a22.wrapping_mul(0x8bfff17ffcf))
        .wrapping_add(a23.wrapping_mul(0x1280035fff81))
        .wrapping_add(a24.wrapping_mul(0x7000198006c))
        .wrapping_add(a25.wrapping_mul(0xc4001dfffba))
        .wrapping_add(a26.wrapping_mul(0x37fff3ffffd))
        .wrapping_add(a27.wrapping_mul(0xffffff7ffe2fffeb))
        .wrapping_add(a28.wrapping_mul(0xfffffdfffed00008))
        .wrapping_add(a29.wrapping_mul(0x78000c7ffdf))
        .wrapping_add(a30.wrapping_mul(0xfffff24000100000))
        .wrapping_add(a31.wrapping_mul(0xffffff7fffd8003b))
        .wrapping_add(a32.wrapping_mul(0xffffe73ffebffff5))
        .wrapping_add(a33.wrapping_mul(0x17400257ffd4))
        .wrapping_add(a34.wrapping_mul(0x18000600062))
        .wrapping_add(a35.wrapping_mul(0xffffeb3fffa7ffec))
        .wrapping_add(a36.wrapping_mul(0xfffff0c000c00045))
        .wrapping_add(a37.wrapping_mul(0x13bffff7ffa3))
        .wrapping_add(a38.wrapping_mul(0xffffff7ffda7ff81))
        .wrapping_add(a39.wrapping_mul(0xffffe17fff3fffc4))
        .wrapping_add(a40.wrapping_mul(0xfffff2bfff4fffa4))
        .wrapping_add(a41.wrapping_mul(0xffffff3fff70007e))
        .wrapping_add(a42.wrapping_mul(0xaffffe00026))
        .wrapping_add(a43.wrapping_mul(0xffffe03ffd600008))
        .wrapping_add(a44.wrapping_mul(0xffffed4000780026))
        .wrapping_add(a45.wrapping_mul(0x108000180008))
        .wrapping_add(a46.wrapping_mul(0x4bfff97ffc0))
        .wrapping_add(a47.wrapping_mul(0x78001b00055));
    let w15 = 0x79c01c50021d80_u64
        .wrapping_add(a0.wrapping_mul(0xb400070003f))
        .wrapping_add(a1.wrapping_mul(0xfffff5bffff0003e))
        .wrapping_add(a2.wrapping_mul(0xfffffac000e00011))
        .wrapping_add(a3.wrapping_mul(0xb4001980009))
        .wrapping_add(a4.wrapping_mul(0xfffff57ffd80005b))
        .wrapping_add(a5.wrapping_mul(0x9fffe180010))
        .wrapping_add(a6.wrapping_mul(0x3fffe100007))
        .wrapping_add(a7.wrapping_mul(0xdc002afffcf))
        .wrapping_add(a8.wrapping_mul(0xfffffcc0007ffffd))
        .wrapping_add(a9.wrapping_mul(0xffffe1bfff500026))
        .wrapping_add(a10.wrapping_mul(0x400002fffce))
        .wrapping_add(a11.wrapping_mul(0x8000d0003a))
        .wrapping_add(a12.wrapping_mul(0xcbffd47ffff))
        .wrapping_add(a13.wrapping_mul(0xfffff94001a7ffe4))
        .wrapping_add(a14.wrapping_mul(0x2800057fff9))
        .wrapping_add(a15.wrapping_mul(0x23fffe00000))
        .wrapping_add(a16.wrapping_mul(0x7ffe77ffe7))
        .wrapping_add(a17.wrapping_mul(0xfffffdfffef00017))
        .wrapping_add(a18.wrapping_mul(0xd8001700008))
        .wrapping_add(a19.wrapping_mul(0xfffff77ffe97ffcb))
        .wrapping_add(a20.wrapping_mul(0xfffff9000097fff7))
        .wrapping_add(a21.wrapping_mul(0xfffff640001fffdc))
        .wrapping_add(a22.wrapping_mul(0xd0000afffbb))
        .wrapping_add(a23.wrapping_mul(0x183ffc080034))
        .wrapping_add(a24.wrapping_mul(0x1000080002e))
        .wrapping_add(a25.wrapping_mul(0xfffffd3fff37ffff))
        .wrapping_add(a26.wrapping_mul(0xfc00067ffd9))
        .wrapping_add(a27.wrapping_mul(0xfffffbffff300009))
        .wrapping_add(a28.wrapping_mul(0xfffff53fff00001b))
        .wrapping_add(a29.wrapping_mul(0xbfff07ffda))
        .wrapping_add(a30.wrapping_mul(0xffffff3ffd880017))
        .wrapping_add(a31.wrapping_mul(0x1800388000d))
        .wrapping_add(a32.wrapping_mul(0xfffffe7ffe400054))
        .wrapping_add(a33.wrapping_mul(0xffffecc002dfffcd))
        .wrapping_add(a34.wrapping_mul(0xbbffe800038))
        .wrapping_add(a35.wrapping_mul(0xe0003580013))
        .wrapping_add(a36.wrapping_mul(0xffffffc0021fffcb))
        .wrapping_add(a37.wrapping_mul(0xfffffd8000c80044))
        .wrapping_add(a38.wrapping_mul(0x1100001ffffe))
        .wrapping_add(a39.wrapping_mul(0xa7ffedfffd9))
        .wrapping_add(a40.wrapping_mul(0xfffff4c00267ffd4))
        .wrapping_add(a41.wrapping_mul(0xafffe77ffd3))
        .wrapping_add(a42.wrapping_mul(0x5c000900004))
        .wrapping_add(a43.wrapping_mul(0x187fff07fffd))
        .wrapping_add(a44.wrapping_mul(0xfffffbfffd47fff9))
        .wrapping_add(a45.wrapping_mul(0x1980030))
        .wrapping_add(a46.wrapping_mul(0xfffffe7fff4fffe6))
        .wrapping_add(a47.wrapping_mul(0xfffff33ffeffffc3));
    let w16 = 0xb7e01358027c00_u64
        .wrapping_add(a0.wrapping_mul(0xc40024fffe1))
        .wrapping_add(a1.wrapping_mul(0x7800107ffb4))
        .wrapping_add(a2.wrapping_mul(0x37fffffffeb))
        .wrapping_add(a3.wrapping_mul(0x120000e80026))
        .wrapping_add(a4.wrapping_mul(0x114001900023))
        .wrapping_add(a5.wrapping_mul(0x17fffd8000d))
        .wrapping_add(a6.wrapping_mul(0xfffff2bffddfffb4))
        .wrapping_add(a7.wrapping_mul(0xfffffd0001500029))
        .wrapping_add(a8.wrapping_mul(0x30000c00001))
        .wrapping_add(a9.wrapping_mul(0x4ffff880013))
        .wrapping_add(a10.wrapping_mul(0x9ffffb7ffdb))
        .wrapping_add(a11.wrapping_mul(0xfffffabfff2ffff4))
        .wrapping_add(a12.wrapping_mul(0xfffff4c00028007c))
        .wrapping_add(a13.wrapping_mul(0xfffffc4001a7ff9f))
        .wrapping_add(a14.wrapping_mul(0xfffff4c000effff4))
        .wrapping_add(a15.wrapping_mul(0x17fff800013))
        .wrapping_add(a16.wrapping_mul(0xfffffffffe9ffff7))
        .wrapping_add(a17.wrapping_mul(0x20ffff5))
        .wrapping_add(a18.wrapping_mul(0xfffff24000480009))
        .wrapping_add(a19.wrapping_mul(0xa400090002a))
        .wrapping_add(a20.wrapping_mul(0x63fffa7fffb))
        .wrapping_add(a21.wrapping_mul(0x28001d80059))
        .wrapping_add(a22.wrapping_mul(0xfffffd4000b00004))
        .wrapping_add(a23.wrapping_mul(0xffffe0c00297fff6))
        .wrapping_add(a24.wrapping_mul(0xfffff58002480030))
        .wrapping_add(a25.wrapping_mul(0xffffff3ffedffffc))
        .wrapping_add(a26.wrapping_mul(0xfffff43ffeafffd9))
        .wrapping_add(a27.wrapping_mul(0xb7ffff0001b))
        .wrapping_add(a28.wrapping_mul(0xfffff93fff680027))
        .wrapping_add(a29.wrapping_mul(0xfffff5fffeffffde))
        .wrapping_add(a30.wrapping_mul(0xe40032ffff9))
        .wrapping_add(a31.wrapping_mul(0x23ffee7ffba))
        .wrapping_add(a32.wrapping_mul(0xcfffea0004d))
        .wrapping_add(a33.wrapping_mul(0xcbffe880016))
        .wrapping_add(a34.wrapping_mul(0xfffff4bffeafffdf))
        .wrapping_add(a35.wrapping_mul(0x3fffdfffea))
        .wrapping_add(a36.wrapping_mul(0xffffe03fff78007f))
        .wrapping_add(a37.wrapping_mul(0x4bfff3ffff0))
        .wrapping_add(a38.wrapping_mul(0xfffffb4001b7ffd4))
        .wrapping_add(a39.wrapping_mul(0xb3ffdc80013))
        .wrapping_add(a40.wrapping_mul(0xffffe1fffd0fff91))
        .wrapping_add(a41.wrapping_mul(0x11fffec00049))
        .wrapping_add(a42.wrapping_mul(0xfffffbbffdf80036))
        .wrapping_add(a43.wrapping_mul(0xfffffec00017ffd2))
        .wrapping_add(a44.wrapping_mul(0xfffff83fffa80021))
        .wrapping_add(a45.wrapping_mul(0xfffffa8002700008))
        .wrapping_add(a46.wrapping_mul(0x14001100004))
        .wrapping_add(a47.wrapping_mul(0xffffff80006fffef));
    let w17 = 0x692009e0020080_u64
        .wrapping_add(a0.wrapping_mul(0x37fff680004))
        .wrapping_add(a1.wrapping_mul(0x17fffaffff5))
        .wrapping_add(a2.wrapping_mul(0x34000c7ffda))
        .wrapping_add(a3.wrapping_mul(0x8c000680014))
        .wrapping_add(a4.wrapping_mul(0x80001b0000b))
        .wrapping_add(a5.wrapping_mul(0xabfffb00002))
        .wrapping_add(a6.wrapping_mul(0xfffffa4001efffc3))
        .wrapping_add(a7.wrapping_mul(0x93fffd00015))
        .wrapping_add(a8.wrapping_mul(0x6800030002d))
        .wrapping_add(a9.wrapping_mul(0xfffffa40004fffea))
        .wrapping_add(a10.wrapping_mul(0x1bbffe28003c))
        .wrapping_add(a11.wrapping_mul(0xffffe90002b00013))
        .wrapping_add(a12.wrapping_mul(0x3000180006d))
        .wrapping_add(a13.wrapping_mul(0xfffff9bfffd8001e))
        .wrapping_add(a14.wrapping_mul(0x58001280014))
        .wrapping_add(a15.wrapping_mul(0xfffffd4001400023))
        .wrapping_add(a16.wrapping_mul(0xfffff8800017fff1))
        .wrapping_add(a17.wrapping_mul(0x10400160001c))
        .wrapping_add(a18.wrapping_mul(0x9800088003c))
        .wrapping_add(a19.wrapping_mul(0x113ffeafffaf))
        .wrapping_add(a20.wrapping_mul(0x5ffffb00015))
        .wrapping_add(a21.wrapping_mul(0x6400047ffe7))
        .wrapping_add(a22.wrapping_mul(0xb4000300014))
        .wrapping_add(a23.wrapping_mul(0xc001d7ffad))
        .wrapping_add(a24.wrapping_mul(0x400000fffc3))
        .wrapping_add(a25.wrapping_mul(0xfffffafffdf8000c))
        .wrapping_add(a26.wrapping_mul(0xfffffd7ffff7fffe))
        .wrapping_add(a27.wrapping_mul(0xfffff3c00017fff0))
        .wrapping_add(a28.wrapping_mul(0x14000220000b))
        .wrapping_add(a29.wrapping_mul(0x2ffff77ffd9))
        .wrapping_add(a30.wrapping_mul(0x183fffa80028))
        .wrapping_add(a31.wrapping_mul(0xfffffb3ffd500015))
        .wrapping_add(a32.wrapping_mul(0xffffeb3fff680031))
        .wrapping_add(a33.wrapping_mul(0xa7fffc8004d))
        .wrapping_add(a34.wrapping_mul(0x40026fffc5))
        .wrapping_add(a35.wrapping_mul(0xbc00118004d))
        .wrapping_add(a36.wrapping_mul(0x7c003f7fff1))
        .wrapping_add(a37.wrapping_mul(0xfffffb4001f00022))
        .wrapping_add(a38.wrapping_mul(0xffffffbffe77fffe))
        .wrapping_add(a39.wrapping_mul(0xffffe1bfffd00003))
        .wrapping_add(a40.wrapping_mul(0xfffff1400057ffa9))
        .wrapping_add(a41.wrapping_mul(0x3c001a00015))
        .wrapping_add(a42.wrapping_mul(0xffffe00028))
        .wrapping_add(a43.wrapping_mul(0xfffff74002980024))
        .wrapping_add(a44.wrapping_mul(0x77fffb7fffd))
        .wrapping_add(a45.wrapping_mul(0x97ffe17ffd1))
        .wrapping_add(a46.wrapping_mul(0x87ffeb7ffdd))
        .wrapping_add(a47.wrapping_mul(0x12400110002e));
    let w18 = 0xeaa01e38021400_u64
        .wrapping_add(a0.wrapping_mul(0xb800017ffbe))
        .wrapping_add(a1.wrapping_mul(0x133ffe480010))
        .wrapping_add(a2.wrapping_mul(0xfffff80001b00049))
        .wrapping_add(a3.wrapping_mul(0xfffff2ffff8fffe2))
        .wrapping_add(a4.wrapping_mul(0xe000230001a))
        .wrapping_add(a5.wrapping_mul(0xfffffb3ffcf7ff8e))
        .wrapping_add(a6.wrapping_mul(0x23fff17ffeb))
        .wrapping_add(a7.wrapping_mul(0x58001dfffc7))
        .wrapping_add(a8.wrapping_mul(0xfffffd00018fffb5))
        .wrapping_add(a9.wrapping_mul(0xffffff0001d8002b))
        .wrapping_add(a10.wrapping_mul(0xfffff0bffc080004))
        .wrapping_add(a11.wrapping_mul(0xffffeac00118001c))
        .wrapping_add(a12.wrapping_mul(0xfffff4fffe38005f))
        .wrapping_add(a13.wrapping_mul(0xffffec4003380000))
        .wrapping_add(a14.wrapping_mul(0xbbfff57ffc4))
        .wrapping_add(a15.wrapping_mul(0x7ffffeffff0))
        .wrapping_add(a16.wrapping_mul(0xfffff5fffee0002d))
        .wrapping_add(a17.wrapping_mul(0x188001ffffed))
        .wrapping_add(a18.wrapping_mul(0x7bffeb80055))
        .wrapping_add(a19.wrapping_mul(0x8bfff480023))
        .wrapping_add(a20.wrapping_mul(0x300022ffff9))
        .wrapping_add(a21.wrapping_mul(0xfffff54002e00010))
        .wrapping_add(a22.wrapping_mul(0x9c00068001b))
        .wrapping_add(a23.wrapping_mul(0xfffff5ffff700037))
        .wrapping_add(a24.wrapping_mul(0xfffff30000680028))
        .wrapping_add(a25.wrapping_mul(0xc8000bfffda))
        .wrapping_add(a26.wrapping_mul(0xffffeebffd67ffe8))
        .wrapping_add(a27.wrapping_mul(0xfffff57ffec00016))
        .wrapping_add(a28.wrapping_mul(0xfffff3c001200036))
        .wrapping_add(a29.wrapping_mul(0xfffffa7fffd80002))
        .wrapping_add(a30.wrapping_mul(0xaffff180014))
        .wrapping_add(a31.wrapping_mul(0xa0001580032))
        .wrapping_add(a32.wrapping_mul(0xb7ffeb7ffd6))
        .wrapping_add(a33.wrapping_mul(0xffffc07fffd))
        .wrapping_add(a34.wrapping_mul(0xffffef7fff08002a))
        .wrapping_add(a35.wrapping_mul(0xeffff280037))
        .wrapping_add(a36.wrapping_mul(0xfffff7800067ffce))
        .wrapping_add(a37.wrapping_mul(0xbc00197ffe8))
        .wrapping_add(a38.wrapping_mul(0x1d0001efffc9))
        .wrapping_add(a39.wrapping_mul(0xfffffdbfffeffff5))
        .wrapping_add(a40.wrapping_mul(0xffffe07ffd38002b))
        .wrapping_add(a41.wrapping_mul(0x107fffd7fffd))
        .wrapping_add(a42.wrapping_mul(0x9bffe70007f))
        .wrapping_add(a43.wrapping_mul(0xfffff43ffe180035))
        .wrapping_add(a44.wrapping_mul(0xffffe03fffb7fff9))
        .wrapping_add(a45.wrapping_mul(0x1c000afffef))
        .wrapping_add(a46.wrapping_mul(0xfffffafffe780043))
        .wrapping_add(a47.wrapping_mul(0x9bffecffffd));
    let w19 = 0xa3c010d4034180_u64
        .wrapping_add(a0.wrapping_mul(0xfffffd8000afffe1))
        .wrapping_add(a1.wrapping_mul(0xfffffc000178004a))
        .wrapping_add(a2.wrapping_mul(0xfffff5800108000c))
        .wrapping_add(a3.wrapping_mul(0xec000500002))
        .wrapping_add(a4.wrapping_mul(0x1cbfffc7ffac))
        .wrapping_add(a5.wrapping_mul(0xf80024fffca))
        .wrapping_add(a6.wrapping_mul(0x20001e00000))
        .wrapping_add(a7.wrapping_mul(0xffffe700002))
        .wrapping_add(a8.wrapping_mul(0xfffff3bffdeffff7))
        .wrapping_add(a9.wrapping_mul(0x12c00107ffe8))
        .wrapping_add(a10.wrapping_mul(0xb8000e00027))
        .wrapping_add(a11.wrapping_mul(0xcbfff68000c))
        .wrapping_add(a12.wrapping_mul(0xfffff87fffe00022))
        .wrapping_add(a13.wrapping_mul(0xfffff38000c7ffc4))
        .wrapping_add(a14.wrapping_mul(0x1fbfffa7ffe8))
        .wrapping_add(a15.wrapping_mul(0xfffffd4000bfffd5))
        .wrapping_add(a16.wrapping_mul(0xfffffbbffe9fffe8))
        .wrapping_add(a17.wrapping_mul(0xfffff6c0005fffa7))
        .wrapping_add(a18.wrapping_mul(0x1fc00007ffc2))
        .wrapping_add(a19.wrapping_mul(0x13fff10007f))
        .wrapping_add(a20.wrapping_mul(0x44001cfffdf))
        .wrapping_add(a21.wrapping_mul(0xffffe37fff180028))
        .wrapping_add(a22.wrapping_mul(0x11c000d7ffb7))
        .wrapping_add(a23.wrapping_mul(0xfffff3c00190000e))
        .wrapping_add(a24.wrapping_mul(0x1940001fffdb))
        .wrapping_add(a25.wrapping_mul(0xfffff6bffee7ffaf))
        .wrapping_add(a26.wrapping_mul(0x87ffec7fff2))
        .wrapping_add(a27.wrapping_mul(0xfffffc400097ffe0))
        .wrapping_add(a28.wrapping_mul(0x15000100003e))
        .wrapping_add(a29.wrapping_mul(0xfffff43fffc7fffb))
        .wrapping_add(a30.wrapping_mul(0xfffff4fffee7ffd7))
        .wrapping_add(a31.wrapping_mul(0x15fffed7ffe2))
        .wrapping_add(a32.wrapping_mul(0xfffff7000188002a))
        .wrapping_add(a33.wrapping_mul(0x3800060003f))
        .wrapping_add(a34.wrapping_mul(0xfc001a80005))
        .wrapping_add(a35.wrapping_mul(0x140001980004))
        .wrapping_add(a36.wrapping_mul(0xfffff8bffc08002c))
        .wrapping_add(a37.wrapping_mul(0xfffffd3ffe48001f))
        .wrapping_add(a38.wrapping_mul(0x3000287ffa6))
        .wrapping_add(a39.wrapping_mul(0x4bffd5ffffb))
        .wrapping_add(a40.wrapping_mul(0xfffff4bfffc80017))
        .wrapping_add(a41.wrapping_mul(0xc7fff47ffcf))
        .wrapping_add(a42.wrapping_mul(0x184000e7fffd))
        .wrapping_add(a43.wrapping_mul(0x18400237fffc))
        .wrapping_add(a44.wrapping_mul(0xffffe07fffd80005))
        .wrapping_add(a45.wrapping_mul(0xfffff2ffff97ffd9))
        .wrapping_add(a46.wrapping_mul(0xfffff2ffffc8001b))
        .wrapping_add(a47.wrapping_mul(0x4800108005a));
    let w20 = 0xd4001808021e00_u64
        .wrapping_add(a0.wrapping_mul(0xbffea00033))
        .wrapping_add(a1.wrapping_mul(0xffffeb8002780027))
        .wrapping_add(a2.wrapping_mul(0xc0000d00015))
        .wrapping_add(a3.wrapping_mul(0xafffdd7fff1))
        .wrapping_add(a4.wrapping_mul(0xfffffebffd980023))
        .wrapping_add(a5.wrapping_mul(0xfffff5800290001b))
        .wrapping_add(a6.wrapping_mul(0xffffea3fffafffde))
        .wrapping_add(a7.wrapping_mul(0xfffff7bfff6fffe7))
        .wrapping_add(a8.wrapping_mul(0xfffff38002600004))
        .wrapping_add(a9.wrapping_mul(0xfffffebfff380036))
        .wrapping_add(a10.wrapping_mul(0xffffffbffebfffe9))
        .wrapping_add(a11.wrapping_mul(0xfffff1ffffc7ffc7))
        .wrapping_add(a12.wrapping_mul(0xfffffcbffdb7fffd))
        .wrapping_add(a13.wrapping_mul(0x138000b7ffe1))
        .wrapping_add(a14.wrapping_mul(0xfffffc7fff50001d))
        .wrapping_add(a15.wrapping_mul(0xfffffabffeefffd5))
        .wrapping_add(a16.wrapping_mul(0x27fff480011))
        .wrapping_add(a17.wrapping_mul(0xfffff2c00147ff9e))
        .wrapping_add(a18.wrapping_mul(0xfffff880012fffa8))
        .wrapping_add(a19.wrapping_mul(0xfffff58000280067))
        .wrapping_add(a20.wrapping_mul(0xfffffb4001c7fff7))
        .wrapping_add(a21.wrapping_mul(0x1fc00137ffde))
        .wrapping_add(a22.wrapping_mul(0xfffffc40014fffea))
        .wrapping_add(a23.wrapping_mul(0xfffffa8002680012))
        .wrapping_add(a24.wrapping_mul(0x5bfff100012))
        .wrapping_add(a25.wrapping_mul(0xfffff68000480035))
        .wrapping_add(a26.wrapping_mul(0xfffff5bfff100008))
        .wrapping_add(a27.wrapping_mul(0xfffffa0000ffffd7))
        .wrapping_add(a28.wrapping_mul(0x2000217fff8))
        .wrapping_add(a29.wrapping_mul(0xbfff90000e))
        .wrapping_add(a30.wrapping_mul(0xfffff10002b00009))
        .wrapping_add(a31.wrapping_mul(0xffffffbfffd00011))
        .wrapping_add(a32.wrapping_mul(0xfffffe3ffec0003a))
        .wrapping_add(a33.wrapping_mul(0xfffff0ffff68000f))
        .wrapping_add(a34.wrapping_mul(0x11fffdaffffe))
        .wrapping_add(a35.wrapping_mul(0x1940019fffd7))
        .wrapping_add(a36.wrapping_mul(0xfffff5ffff300021))
        .wrapping_add(a37.wrapping_mul(0xfffff23fff2fffcb))
        .wrapping_add(a38.wrapping_mul(0x77fff6ffffa))
        .wrapping_add(a39.wrapping_mul(0xfffffdbfff100036))
        .wrapping_add(a40.wrapping_mul(0x1fbfff080002))
        .wrapping_add(a41.wrapping_mul(0xfffff87fff80004d))
        .wrapping_add(a42.wrapping_mul(0x4ffff70004b))
        .wrapping_add(a43.wrapping_mul(0x7ffe10002d))
        .wrapping_add(a44.wrapping_mul(0xfffffb7ffea7ffce))
        .wrapping_add(a45.wrapping_mul(0x5c0018ffff5))
        .wrapping_add(a46.wrapping_mul(0xfffff1000157ffe5))
        .wrapping_add(a47.wrapping_mul(0xfffffebfff00004a));
    let w21 = 0x1bc00_u64
        .wrapping_add(a0.wrapping_mul(0xffffffffffffffe4))
        .wrapping_add(a1.wrapping_mul(0x33))
        .wrapping_add(a2.wrapping_mul(0x8))
        .wrapping_add(a3.wrapping_mul(0x2))
        .wrapping_add(a4.wrapping_mul(0xffffffffffffffe5))
        .wrapping_add(a5.wrapping_mul(0xffffffffffffffec))
        .wrapping_add(a6.wrapping_mul(0xffffffffffffffeb))
        .wrapping_add(a7.wrapping_mul(0x1d))
        .wrapping_add(a8.wrapping_mul(0x1b))
        .wrapping_add(a9.wrapping_mul(0x13))
        .wrapping_add(a10.wrapping_mul(0xffffffffffffffe7))
        .wrapping_add(a11.wrapping_mul(0xffffffffffffffde))
        .wrapping_add(a12.wrapping_mul(0xffffffffffffffd6))
        .wrapping_add(a13.wrapping_mul(0x34))
        .wrapping_add(a14.wrapping_mul(0xfffffffffffffffa))
        .wrapping_add(a15.wrapping_mul(0xfffffffffffffff5))
        .wrapping_add(a16.wrapping_mul(0xffffffffffffffdd))
        .wrapping_add(a17.wrapping_mul(0x27))
        .wrapping_add(a18.wrapping_mul(0xc))
        .wrapping_add(a19.wrapping_mul(0x7))
        .wrapping_add(a20.wrapping_mul(0x3))
        .wrapping_add(a21.wrapping_mul(0x30))
        .wrapping_add(a22.wrapping_mul(0x23))
        .wrapping_add(a23.wrapping_mul(0xffffffffffffff90))
        .wrapping_add(a24.wrapping_mul(0xffffffffffffffd0))
        .wrapping_add(a25.wrapping_mul(0xfffffffffffffffd))
        .wrapping_add(a26.wrapping_mul(0xc))
        .wrapping_add(a27.wrapping_mul(0xc))
        .wrapping_add(a28.wrapping_mul(0xffffffffffffffcc))
        .wrapping_add(a29.wrapping_mul(0xfffffffffffffff6))
        .wrapping_add(a30.wrapping_mul(0xfffffffffffffff0))
        .wrapping_add(a31.wrapping_mul(0xfffffffffffffff1))
        .wrapping_add(a32.wrapping_mul(0xfffffffffffffff9))
        .wrapping_add(a33.wrapping_mul(0x4d))
        .wrapping_add(a34.wrapping_mul(0x2e))
        .wrapping_add(a35.wrapping_mul(0x2b))
        .wrapping_add(a36.wrapping_mul(0xa))
        .wrapping_add(a37.wrapping_mul(0xffffffffffffffe9))
        .wrapping_add(a38.wrapping_mul(0x1d))
        .wrapping_add(a39.wrapping_mul(0xc))
        .wrapping_add(a40.wrapping_mul(0xffffffffffffffe1))
        .wrapping_add(a41.wrapping_mul(0x4))
        .wrapping_add(a42.wrapping_mul(0xffffffffffffffea))
        .wrapping_add(a43.wrapping_mul(0x27))
        .wrapping_add(a44.wrapping_mul(0x13))
        .wrapping_add(a45.wrapping_mul(0x39))
        .wrapping_add(a46.wrapping_mul(0x7))
        .wrapping_add(a47.wrapping_mul(0x20));
    let h0 = neuron(((w0 >> 8) & 0x7ff) + (r[22] & 0xff), -823);
    let h1 = neuron(((w0 >> 27) & 0x7ff) + ((r[22] >> 8) & 0xff), -897);
    let h2 = neuron((w0 >> 46) + ((r[22] >> 16) & 0xff), -890);
    let h3 = neuron(((w1 >> 8) & 0x7ff) + ((r[22] >> 24) & 0xff), -858);
    let h4 = neuron(((w1 >> 27) & 0x7ff) + ((r[22] >> 32) & 0xff), -766);
    let h5 = neuron((w1 >> 46) + ((r[22] >> 40) & 0xff), -763);
    let h6 = neuron(((w2 >> 8) & 0x7ff) + ((r[22] >> 48) & 0xff), -1000);
    let h7 = neuron(((w2 >> 27) & 0x7ff) + ((r[22] >> 56) & 0xff), -825);
    let h8 = neuron((w2 >> 46) + (r[23] & 0xff), -955);
    let h9 = neuron(((w3 >> 8) & 0x7ff) + ((r[23] >> 8) & 0xff), -957);
    let h10 = neuron(((w3 >> 27) & 0x7ff) + ((r[23] >> 16) & 0xff), -819);
    let h11 = neuron((w3 >> 46) + ((r[23] >> 24) & 0xff), -782);
    let h12 = neuron(((w4 >> 8) & 0x7ff) + ((r[23] >> 32) & 0xff), -981);
    let h13 = neuron(((w4 >> 27) & 0x7ff) + ((r[23] >> 40) & 0xff), -799);
    let h14 = neuron((w4 >> 46) + ((r[23] >> 48) & 0xff), -1032);
    let h15 = neuron(((w5 >> 8) & 0x7ff) + ((r[23] >> 56) & 0xff), -947);
    let h16 = neuron(((w5 >> 27) & 0x7ff) + (r[24] & 0xff), -775);
    let h17 = neuron((w5 >> 46) + ((r[24] >> 8) & 0xff), -1017);
    let h18 = neuron(((w6 >> 8) & 0x7ff) + ((r[24] >> 16) & 0xff), -793);
    let h19 = neuron((w21 >> 8) + ((r[24] >> 24) & 0xff), -643);
    let h20 = neuron(((w6 >> 27) & 0x7ff) + ((r[24] >> 32) & 0xff), -865);
    let h21 = neuron((w6 >> 46) + ((r[24] >> 40) & 0xff), -851);
    let h22 = neuron(((w7 >> 8) & 0x7ff) + ((r[24] >> 48) & 0xff), -836);
    let h23 = neuron(((w7 >> 27) & 0x7ff) + ((r[24] >> 56) & 0xff), -786);
    let h24 = neuron((w7 >> 46) + (r[25] & 0xff), -823);
    let h25 = neuron(((w8 >> 8) & 0x7ff) + ((r[25] >> 8) & 0xff), -964);
    let h26 = neuron(((w8 >> 27) & 0x7ff) + ((r[25] >> 16) & 0xff), -773);
    let h27 = neuron((w8 >> 46) + ((r[25] >> 24) & 0xff), -760);
    let h28 = neuron(((w9 >> 8) & 0x7ff) + ((r[25] >> 32) & 0xff), -905);
    let h29 = neuron(((w9 >> 27) & 0x7ff) + ((r[25] >> 40) & 0xff), -791);
    let h30 = neuron((w9 >> 46) + ((r[25] >> 48) & 0xff), -933);
    let h31 = neuron(((w10 >> 8) & 0x7ff) + ((r[25] >> 56) & 0xff), -938);
    let h32 = neuron(((w10 >> 27) & 0x7ff) + (r[26] & 0xff), -1044);
    let h33 = neuron((w10 >> 46) + ((r[26] >> 8) & 0xff), -688);
    let h34 = neuron(((w11 >> 8) & 0x7ff) + ((r[26] >> 16) & 0xff), -733);
    let h35 = neuron(((w11 >> 27) & 0x7ff) + ((r[26] >> 24) & 0xff), -1056);
    let h36 = neuron((w11 >> 46) + ((r[26] >> 32) & 0xff), -931);
    let h37 = neuron(((w12 >> 8) & 0x7ff) + ((r[26] >> 40) & 0xff), -998);
    let h38 = neuron(((w12 >> 27) & 0x7ff) + ((r[26] >> 48) & 0xff), -735);
    let h39 = neuron((w12 >> 46) + ((r[26] >> 56) & 0xff), -801);
    let h40 = neuron(((w13 >> 8) & 0x7ff) + (r[27] & 0xff), -780);
    let h41 = neuron(((w13 >> 27) & 0x7ff) + ((r[27] >> 8) & 0xff), -775);
    let h42 = neuron((w13 >> 46) + ((r[27] >> 16) & 0xff), -737);
    let h43 = neuron(((w14 >> 8) & 0x7ff) + ((r[27] >> 24) & 0xff), -1064);
    let h44 = neuron(((w14 >> 27) & 0x7ff) + ((r[27] >> 32) & 0xff), -768);
    let h45 = neuron((w14 >> 46) + ((r[27] >> 40) & 0xff), -906);
    let h46 = neuron(((w15 >> 8) & 0x7ff) + ((r[27] >> 48) & 0xff), -720);
    let h47 = neuron(((w15 >> 27) & 0x7ff) + ((r[27] >> 56) & 0xff), -953);
    let h48 = neuron((w15 >> 46) + (r[28] & 0xff), -759);
    let h49 = neuron(((w16 >> 8) & 0x7ff) + ((r[28] >> 8) & 0xff), -826);
    let h50 = neuron(((w16 >> 27) & 0x7ff) + ((r[28] >> 16) & 0xff), -815);
    let h51 = neuron((w16 >> 46) + ((r[28] >> 24) & 0xff), -774);
    let h52 = neuron(((w17 >> 8) & 0x7ff) + ((r[28] >> 32) & 0xff), -775);
    let h53 = neuron(((w17 >> 27) & 0x7ff) + ((r[28] >> 40) & 0xff), -712);
    let h54 = neuron((w17 >> 46) + ((r[28] >> 48) & 0xff), -808);
    let h55 = neuron(((w18 >> 8) & 0x7ff) + ((r[28] >> 56) & 0xff), -850);
    let h56 = neuron(((w18 >> 27) & 0x7ff) + (r[29] & 0xff), -960);
    let h57 = neuron((w18 >> 46) + ((r[29] >> 8) & 0xff), -1040);
    let h58 = neuron(((w19 >> 8) & 0x7ff) + ((r[29] >> 16) & 0xff), -817);
    let h59 = neuron(((w19 >> 27) & 0x7ff) + ((r[29] >> 24) & 0xff), -768);
    let h60 = neuron((w19 >> 46) + ((r[29] >> 32) & 0xff), -1115);
    let h61 = neuron(((w20 >> 8) & 0x7ff) + ((r[29] >> 40) & 0xff), -784);
    let h62 = neuron(((w20 >> 27) & 0x7ff) + ((r[29] >> 48) & 0xff), -880);
    let h63 = neuron((w20 >> 46) + ((r[29] >> 56) & 0xff), -816);
    let s0 = 0xc57343a552b95_u64
        .wrapping_add(a0.wrapping_mul(0xffffc0001))
        .wrapping_add(a1.wrapping_mul(0xffffc0005))
        .wrapping_add(a2.wrapping_mul(0x20001bfffc))
        .wrapping_add(a3.wrapping_mul(0x500007fff6))
        .wrapping_add(a4.wrapping_mul(0x1c0005))
        .wrapping_add(a5.wrapping_mul(0x2ffffbfffe))
        .wrapping_add(a6.wrapping_mul(0xffff3ffff))
        .wrapping_add(a7.wrapping_mul(0x5000080001))
        .wrapping_add(a8.wrapping_mul(0xffffffbffff40008))
        .wrapping_add(a9.wrapping_mul(0x3fffe7fffe))
        .wrapping_add(a10.wrapping_mul(0xffffffc000080001))
        .wrapping_add(a11.wrapping_mul(0x200013fff9))
        .wrapping_add(a12.wrapping_mul(0xffffffeffff40001))
        .wrapping_add(a13.wrapping_mul(0xfffffffffffc0003))
        .wrapping_add(a14.wrapping_mul(0x5000140001))
        .wrapping_add(a15.wrapping_mul(0xffffffafffffffff))
        .wrapping_add(a16.wrapping_mul(0x180002))
        .wrapping_add(a17.wrapping_mul(0x7fff9))
        .wrapping_add(a18.wrapping_mul(0x4000040000))
        .wrapping_add(a19.wrapping_mul(0x400003fff9))
        .wrapping_add(a20.wrapping_mul(0xffffff700003fff8))
        .wrapping_add(a21.wrapping_mul(0xffffffffffec0001))
        .wrapping_add(a22.wrapping_mul(0x2000040002))
        .wrapping_add(a23.wrapping_mul(0x7ffffbffff))
        .wrapping_add(a24.wrapping_mul(0x300003ffff))
        .wrapping_add(a25.wrapping_mul(0xffffffc000100002))
        .wrapping_add(a26.wrapping_mul(0xffffffaffff00001))
        .wrapping_add(a27.wrapping_mul(0xffffffdffffffffd))
        .wrapping_add(a28.wrapping_mul(0xffffffe000040005))
        .wrapping_add(a29.wrapping_mul(0xfffffff000040001))
        .wrapping_add(a30.wrapping_mul(0xffffffe000040000))
        .wrapping_add(a31.wrapping_mul(0x1ffff7fffb))
        .wrapping_add(a32.wrapping_mul(0xffffffcffffbfffd))
        .wrapping_add(a33.wrapping_mul(0xffffff7ffff00001))
        .wrapping_add(a34.wrapping_mul(0xffffffe00007fffd))
        .wrapping_add(a35.wrapping_mul(0x5fffec0001))
        .wrapping_add(a36.wrapping_mul(0xffffffeffffc0007))
        .wrapping_add(a37.wrapping_mul(0x60001bfffe))
        .wrapping_add(a38.wrapping_mul(0xffffffdffff40001))
        .wrapping_add(a39.wrapping_mul(0x13fffd))
        .wrapping_add(a40.wrapping_mul(0x3000340004))
        .wrapping_add(a41.wrapping_mul(0xffff00000))
        .wrapping_add(a42.wrapping_mul(0xffffffb000100000))
        .wrapping_add(a43.wrapping_mul(0x4ffffffffe))
        .wrapping_add(a44.wrapping_mul(0xffffff70000c0000))
        .wrapping_add(a45.wrapping_mul(0x3))
        .wrapping_add(a46.wrapping_mul(0xffffff7ffffffffc))
        .wrapping_add(a47.wrapping_mul(0x40000c0001))
        .wrapping_add(h0.wrapping_mul(0x6fffcbfffb))
        .wrapping_add(h1.wrapping_mul(0xffffffffffdfffff))
        .wrapping_add(h2.wrapping_mul(0xffffff6fffc7ffea))
        .wrapping_add(h3.wrapping_mul(0x6fff63fff3))
        .wrapping_add(h4.wrapping_mul(0xf00017fffd))
        .wrapping_add(h5.wrapping_mul(0xffffff2fff50000e))
        .wrapping_add(h6.wrapping_mul(0xffffffffffebffe8))
        .wrapping_add(h7.wrapping_mul(0xfffffc0002))
        .wrapping_add(h8.wrapping_mul(0xfffffee0000bffea))
        .wrapping_add(h9.wrapping_mul(0x5fffe80011))
        .wrapping_add(h10.wrapping_mul(0x9000040016))
        .wrapping_add(h11.wrapping_mul(0x2fffcc000e))
        .wrapping_add(h12.wrapping_mul(0xafffe80002))
        .wrapping_add(h13.wrapping_mul(0x100037fff9))
        .wrapping_add(h14.wrapping_mul(0xe00010000b))
        .wrapping_add(h15.wrapping_mul(0x1fffa40018))
        .wrapping_add(h16.wrapping_mul(0xffffff6000280008))
        .wrapping_add(h17.wrapping_mul(0x10fffa7fff1))
        .wrapping_add(h18.wrapping_mul(0xffffff800020000f))
        .wrapping_add(h19.wrapping_mul(0x12fffc0000e))
        .wrapping_add(h20.wrapping_mul(0xffffffa0001c0009))
        .wrapping_add(h21.wrapping_mul(0x4000380002))
        .wrapping_add(h22.wrapping_mul(0xffffffefff8c000f))
        .wrapping_add(h23.wrapping_mul(0xffffffdfff83ffe7))
        .wrapping_add(h24.wrapping_mul(0x700023ffec))
        .wrapping_add(h25.wrapping_mul(0xffffffefffa8000b))
        .wrapping_add(h26.wrapping_mul(0x6000240010))
        .wrapping_add(h27.wrapping_mul(0xffffff20001c0003))
        .wrapping_add(h28.wrapping_mul(0x7000280008))
        .wrapping_add(h29.wrapping_mul(0xfffffb600023fffc))
        .wrapping_add(h30.wrapping_mul(0x100017fff0))
        .wrapping_add(h31.wrapping_mul(0x160002bffe5))
        .wrapping_add(h32.wrapping_mul(0xb00043ffee))
        .wrapping_add(h33.wrapping_mul(0x40004c0011))
        .wrapping_add(h34.wrapping_mul(0xffffff0fffdc0011))
        .wrapping_add(h35.wrapping_mul(0x300017ffef))
        .wrapping_add(h36.wrapping_mul(0x7000540003))
        .wrapping_add(h37.wrapping_mul(0x800003ffe5))
        .wrapping_add(h38.wrapping_mul(0xfffffeaffffbffe7))
        .wrapping_add(h39.wrapping_mul(0x6000400009))
        .wrapping_add(h40.wrapping_mul(0xffffffd000240002))
        .wrapping_add(h41.wrapping_mul(0xfffffe4ffffc0006))
        .wrapping_add(h42.wrapping_mul(0xc00023fffc))
        .wrapping_add(h43.wrapping_mul(0x3000240000))
        .wrapping_add(h44.wrapping_mul(0xfffffea000500013))
        .wrapping_add(h45.wrapping_mul(0x1500037fffa))
        .wrapping_add(h46.wrapping_mul(0x11fff6ffff2))
        .wrapping_add(h47.wrapping_mul(0xffffff6fffe7ffe8))
        .wrapping_add(h48.wrapping_mul(0x120003bfffd))
        .wrapping_add(h49.wrapping_mul(0xafff800009))
        .wrapping_add(h50.wrapping_mul(0x40003bfff8))
        .wrapping_add(h51.wrapping_mul(0x5000380007))
        .wrapping_add(h52.wrapping_mul(0x6fff80001d))
        .wrapping_add(h53.wrapping_mul(0xd00023fff4))
        .wrapping_add(h54.wrapping_mul(0x8ffffffffa))
        .wrapping_add(h55.wrapping_mul(0xfff83fff7))
        .wrapping_add(h56.wrapping_mul(0x70003c000c))
        .wrapping_add(h57.wrapping_mul(0xffffff0fffb7fff6))
        .wrapping_add(h58.wrapping_mul(0x80003c0013))
        .wrapping_add(h59.wrapping_mul(0xffffffdfffb00005))
        .wrapping_add(h60.wrapping_mul(0x100057fffc))
        .wrapping_add(h61.wrapping_mul(0xffffffa0000bfffc))
        .wrapping_add(h62.wrapping_mul(0x100000bffc9))
        .wrapping_add(h63.wrapping_mul(0xe0000bffdf));
    let s1 = 0x456be10aaa71d_u64
        .wrapping_add(a0.wrapping_mul(0xfffffffbfffc0001))
        .wrapping_add(a1.wrapping_mul(0xffffffeffff7fffd))
        .wrapping_add(a2.wrapping_mul(0xffffffeffff80000))
        .wrapping_add(a3.wrapping_mul(0x20001))
        .wrapping_add(a4.wrapping_mul(0xc0001ffff))
        .wrapping_add(a5.wrapping_mul(0xffffffdc0001fffe))
        .wrapping_add(a6.wrapping_mul(0xbfffbffff))
        .wrapping_add(a7.wrapping_mul(0xffffffeffffdfffc))
        .wrapping_add(a8.wrapping_mul(0xfffffffc00060004))
        .wrapping_add(a9.wrapping_mul(0x100009fffd))
        .wrapping_add(a10.wrapping_mul(0xfffffff8000c0000))
        .wrapping_add(a11.wrapping_mul(0xfffffffc00060002))
        .wrapping_add(a12.wrapping_mul(0xfffffff7fffa0004))
        .wrapping_add(a13.wrapping_mul(0xbfff60000))
        .wrapping_add(a14.wrapping_mul(0xfffffffbfffe0001))
        .wrapping_add(a15.wrapping_mul(0x60000))
        .wrapping_add(a16.wrapping_mul(0xfffffff7fffe0003))
        .wrapping_add(a17.wrapping_mul(0xffff60005))
        .wrapping_add(a18.wrapping_mul(0xfffffffffffdfffe))
        .wrapping_add(a19.wrapping_mul(0xffffffeffffdfffd))
        .wrapping_add(a20.wrapping_mul(0xffff80002))
        .wrapping_add(a21.wrapping_mul(0xfffffffc00000003))
        .wrapping_add(a22.wrapping_mul(0x7fffbffff))
        .wrapping_add(a23.wrapping_mul(0xfffffffbfff80004))
        .wrapping_add(a24.wrapping_mul(0xbfff7fffe))
        .wrapping_add(a25.wrapping_mul(0xfffffffc0005ffff))
        .wrapping_add(a26.wrapping_mul(0xc00060002))
        .wrapping_add(a27.wrapping_mul(0x1000020002))
        .wrapping_add(a28.wrapping_mul(0xfffffff7fff00001))
        .wrapping_add(a29.wrapping_mul(0xffffbfffb))
        .wrapping_add(a30.wrapping_mul(0x800040000))
        .wrapping_add(a31.wrapping_mul(0x400020002))
        .wrapping_add(a32.wrapping_mul(0x80004))
        .wrapping_add(a33.wrapping_mul(0x14000a0002))
        .wrapping_add(a34.wrapping_mul(0xfffffff3fffc0000))
        .wrapping_add(a35.wrapping_mul(0xffffffeffffdfffe))
        .wrapping_add(a36.wrapping_mul(0x10000c0005))
        .wrapping_add(a37.wrapping_mul(0xffffffebfffe0004))
        .wrapping_add(a38.wrapping_mul(0x800060009))
        .wrapping_add(a39.wrapping_mul(0x1000060002))
        .wrapping_add(a40.wrapping_mul(0xc00000004))
        .wrapping_add(a41.wrapping_mul(0xfffffff40003fffd))
        .wrapping_add(a42.wrapping_mul(0x10000c0002))
        .wrapping_add(a43.wrapping_mul(0xc00080002))
        .wrapping_add(a44.wrapping_mul(0x4000a0006))
        .wrapping_add(a45.wrapping_mul(0x40001fffe))
        .wrapping_add(a46.wrapping_mul(0xfffffffffff80003))
        .wrapping_add(a47.wrapping_mul(0x400020001))
        .wrapping_add(h0.wrapping_mul(0xffffffa40003ffe3))
        .wrapping_add(h1.wrapping_mul(0xffffffc8000bfffa))
        .wrapping_add(h2.wrapping_mul(0x1bffc6000f))
        .wrapping_add(h3.wrapping_mul(0xffffffb800080010))
        .wrapping_add(h4.wrapping_mul(0x280001fff0))
        .wrapping_add(h5.wrapping_mul(0xffffffa7ffe20006))
        .wrapping_add(h6.wrapping_mul(0x23fff80001))
        .wrapping_add(h7.wrapping_mul(0xc00160009))
        .wrapping_add(h8.wrapping_mul(0xfffffff0000a0004))
        .wrapping_add(h9.wrapping_mul(0x17ffc20002))
        .wrapping_add(h10.wrapping_mul(0xffffffe7fffffff5))
        .wrapping_add(h11.wrapping_mul(0x1bffc1ffff))
        .wrapping_add(h12.wrapping_mul(0x33ffe9ffec))
        .wrapping_add(h13.wrapping_mul(0x5c000e0003))
        .wrapping_add(h14.wrapping_mul(0xc001e000a))
        .wrapping_add(h15.wrapping_mul(0xffffffd3fff00001))
        .wrapping_add(h16.wrapping_mul(0x3400060003))
        .wrapping_add(h17.wrapping_mul(0xffffffd000240007))
        .wrapping_add(h18.wrapping_mul(0x7bffd40002))
        .wrapping_add(h19.wrapping_mul(0xffffff73ffe20007))
        .wrapping_add(h20.wrapping_mul(0xfffffff3fff5fff9))
        .wrapping_add(h21.wrapping_mul(0x6bffe80007))
        .wrapping_add(h22.wrapping_mul(0xffffffb3ffde0007))
        .wrapping_add(h23.wrapping_mul(0x23ffd60004))
        .wrapping_add(h24.wrapping_mul(0xffffffebfff00010))
        .wrapping_add(h25.wrapping_mul(0xfffffff80002000e))
        .wrapping_add(h26.wrapping_mul(0xffffffe00030000c))
        .wrapping_add(h27.wrapping_mul(0xffffffc00019fff9))
        .wrapping_add(h28.wrapping_mul(0x17ffe7fff3))
        .wrapping_add(h29.wrapping_mul(0xfffffff400000006))
        .wrapping_add(h30.wrapping_mul(0x3fffc000f))
        .wrapping_add(h31.wrapping_mul(0xbffdfffff))
        .wrapping_add(h32.wrapping_mul(0xffffffffffe9fff5))
        .wrapping_add(h33.wrapping_mul(0x600013ffd7))
        .wrapping_add(h34.wrapping_mul(0x100021fff4))
        .wrapping_add(h35.wrapping_mul(0x100017fffc))
        .wrapping_add(h36.wrapping_mul(0xffffffa7ffec0007))
        .wrapping_add(h37.wrapping_mul(0xffffffbc000c0018))
        .wrapping_add(h38.wrapping_mul(0x5800040011))
        .wrapping_add(h39.wrapping_mul(0x200011fff3))
        .wrapping_add(h40.wrapping_mul(0x2fffd20008))
        .wrapping_add(h41.wrapping_mul(0xffffffc400000015))
        .wrapping_add(h42.wrapping_mul(0x1ffe0))
        .wrapping_add(h43.wrapping_mul(0xffffffe40017ffeb))
        .wrapping_add(h44.wrapping_mul(0xffffffa4001e0004))
        .wrapping_add(h45.wrapping_mul(0xffffffa7fff80005))
        .wrapping_add(h46.wrapping_mul(0xffffff73fffe0007))
        .wrapping_add(h47.wrapping_mul(0xffffffe00007fffc))
        .wrapping_add(h48.wrapping_mul(0xffffff84001ffffd))
        .wrapping_add(h49.wrapping_mul(0x27ffde0007))
        .wrapping_add(h50.wrapping_mul(0xffffffcfffd0000a))
        .wrapping_add(h51.wrapping_mul(0x3ffd9fff6))
        .wrapping_add(h52.wrapping_mul(0x80009))
        .wrapping_add(h53.wrapping_mul(0xffffffdbfff40009))
        .wrapping_add(h54.wrapping_mul(0xffffff64001e0008))
        .wrapping_add(h55.wrapping_mul(0x1c00040009))
        .wrapping_add(h56.wrapping_mul(0xfffffff3fffbfff7))
        .wrapping_add(h57.wrapping_mul(0xbfff20006))
        .wrapping_add(h58.wrapping_mul(0xfffffff80002000a))
        .wrapping_add(h59.wrapping_mul(0xffffffb3ffd2000e))
        .wrapping_add(h60.wrapping_mul(0xffffffefffee0006))
        .wrapping_add(h61.wrapping_mul(0xffffffe3ffffffe9))
        .wrapping_add(h62.wrapping_mul(0xbffd80011))
        .wrapping_add(h63.wrapping_mul(0xfffffffc00120014));
    let s2 = 0x4296616da977f_u64
        .wrapping_add(a0.wrapping_mul(0xc00000000))
        .wrapping_add(a1.wrapping_mul(0xfffffff7fffbfffd))
        .wrapping_add(a2.wrapping_mul(0x7fffa0004))
        .wrapping_add(a3.wrapping_mul(0xffff60005))
        .wrapping_add(a4.wrapping_mul(0x1000020001))
        .wrapping_add(a5.wrapping_mul(0xffffffeffff7fffe))
        .wrapping_add(a6.wrapping_mul(0xffffffebfff7ffff))
        .wrapping_add(a7.wrapping_mul(0xfffffffc0003fffe))
        .wrapping_add(a8.wrapping_mul(0xfffffffffffa0000))
        .wrapping_add(a9.wrapping_mul(0xffffffd7fffe0003))
        .wrapping_add(a10.wrapping_mul(0xfffffffbfff60002))
        .wrapping_add(a11.wrapping_mul(0xc0005fffd))
        .wrapping_add(a12.wrapping_mul(0xc00000000))
        .wrapping_add(a13.wrapping_mul(0xfffffff800000004))
        .wrapping_add(a14.wrapping_mul(0xffff5ffff))
        .wrapping_add(a15.wrapping_mul(0x7fffc0000))
        .wrapping_add(a16.wrapping_mul(0x8000bfffb))
        .wrapping_add(a17.wrapping_mul(0xfffffff80001ffff))
        .wrapping_add(a18.wrapping_mul(0xfffffff00003fffb))
        .wrapping_add(a19.wrapping_mul(0xfffffff400000001))
        .wrapping_add(a20.wrapping_mul(0xfffffffc0009ffff))
        .wrapping_add(a21.wrapping_mul(0xfffffff7fffc0002))
        .wrapping_add(a22.wrapping_mul(0xffffffec00040002))
        .wrapping_add(a23.wrapping_mul(0xffffffe7fff20000))
        .wrapping_add(a24.wrapping_mul(0xfffffff7fffa0001))
        .wrapping_add(a25.wrapping_mul(0x7fffdfffd))
        .wrapping_add(a26.wrapping_mul(0x800020001))
        .wrapping_add(a27.wrapping_mul(0x1000000000))
        .wrapping_add(a28.wrapping_mul(0xffffffffffea0001))
        .wrapping_add(a29.wrapping_mul(0xfffffffbfffe0000))
        .wrapping_add(a30.wrapping_mul(0xffffc0001))
        .wrapping_add(a31.wrapping_mul(0x3fffffffb))
        .wrapping_add(a32.wrapping_mul(0xfffffff400020006))
        .wrapping_add(a33.wrapping_mul(0xffffffe8000ffffd))
        .wrapping_add(a34.wrapping_mul(0xc00120003))
        .wrapping_add(a35.wrapping_mul(0xfffffff400020003))
        .wrapping_add(a36.wrapping_mul(0xffffffebfff9fffb))
        .wrapping_add(a37.wrapping_mul(0xfffffff3fff9ffff))
        .wrapping_add(a38.wrapping_mul(0xffffffe7fffc0001))
        .wrapping_add(a39.wrapping_mul(0xfffffffffffc0002))
        .wrapping_add(a40.wrapping_mul(0x13fffbfffe))
        .wrapping_add(a41.wrapping_mul(0x8000bffff))
        .wrapping_add(a42.wrapping_mul(0xffffe0003))
        .wrapping_add(a43.wrapping_mul(0x17fff3ffff))
        .wrapping_add(a44.wrapping_mul(0x3fffdffff))
        .wrapping_add(a45.wrapping_mul(0xfffffffbfffc0005))
        .wrapping_add(a46.wrapping_mul(0x1000080006))
        .wrapping_add(a47.wrapping_mul(0x200005fffb))
        .wrapping_add(h0.wrapping_mul(0xfffffffbfff40009))
        .wrapping_add(h1.wrapping_mul(0x1c00000017))
        .wrapping_add(h2.wrapping_mul(0x3c001e000a))
        .wrapping_add(h3.wrapping_mul(0x3fffd40010))
        .wrapping_add(h4.wrapping_mul(0xffffffc80001fff9))
        .wrapping_add(h5.wrapping_mul(0xc0009fffd))
        .wrapping_add(h6.wrapping_mul(0xffffff97ffde0009))
        .wrapping_add(h7.wrapping_mul(0x3800100012))
        .wrapping_add(h8.wrapping_mul(0xffffffc3ffda000b))
        .wrapping_add(h9.wrapping_mul(0x13fffa0003))
        .wrapping_add(h10.wrapping_mul(0x40018000d))
        .wrapping_add(h11.wrapping_mul(0x4fffde000b))
        .wrapping_add(h12.wrapping_mul(0xfffffffbffeffff6))
        .wrapping_add(h13.wrapping_mul(0xffffff9c00000004))
        .wrapping_add(h14.wrapping_mul(0x3fffdc000a))
        .wrapping_add(h15.wrapping_mul(0xffffffc800100012))
        .wrapping_add(h16.wrapping_mul(0xffffffeffff00002))
        .wrapping_add(h17.wrapping_mul(0xffffffe3ffffffff))
        .wrapping_add(h18.wrapping_mul(0x2bfff40004))
        .wrapping_add(h19.wrapping_mul(0xfffffff3fff0000d))
        .wrapping_add(h20.wrapping_mul(0x23ffe3fff8))
        .wrapping_add(h21.wrapping_mul(0xffffffe7ffdc0007))
        .wrapping_add(h22.wrapping_mul(0xffffffd7fffdfffe))
        .wrapping_add(h23.wrapping_mul(0xffffffcc000a0009))
        .wrapping_add(h24.wrapping_mul(0xffffffec0004000d))
        .wrapping_add(h25.wrapping_mul(0x1ffff4000c))
        .wrapping_add(h26.wrapping_mul(0xffffffe800000003))
        .wrapping_add(h27.wrapping_mul(0x3bffea0011))
        .wrapping_add(h28.wrapping_mul(0xffffffc7ffe1fffe))
        .wrapping_add(h29.wrapping_mul(0xffffffb3fffa000f))
        .wrapping_add(h30.wrapping_mul(0xffffffd3fff40006))
        .wrapping_add(h31.wrapping_mul(0xffffffe40031fffe))
        .wrapping_add(h32.wrapping_mul(0x27fffdffef))
        .wrapping_add(h33.wrapping_mul(0x140001ffda))
        .wrapping_add(h34.wrapping_mul(0xfffe5ffe5))
        .wrapping_add(h35.wrapping_mul(0xffffff97ffe1ffff))
        .wrapping_add(h36.wrapping_mul(0xfffffff7fff40001))
        .wrapping_add(h37.wrapping_mul(0x17fffc000f))
        .wrapping_add(h38.wrapping_mul(0xffffffcbffd20009))
        .wrapping_add(h39.wrapping_mul(0xffffffe7fff5fff0))
        .wrapping_add(h40.wrapping_mul(0xffffffdbfff1fffd))
        .wrapping_add(h41.wrapping_mul(0x7ffdc000b))
        .wrapping_add(h42.wrapping_mul(0x180005fffa))
        .wrapping_add(h43.wrapping_mul(0x3c00080000))
        .wrapping_add(h44.wrapping_mul(0x14001e0006))
        .wrapping_add(h45.wrapping_mul(0xffffffcc0043fffc))
        .wrapping_add(h46.wrapping_mul(0xffffffdfffedfffe))
        .wrapping_add(h47.wrapping_mul(0xfffffffffff40003))
        .wrapping_add(h48.wrapping_mul(0xffffffdfffe80004))
        .wrapping_add(h49.wrapping_mul(0x1c000a0003))
        .wrapping_add(h50.wrapping_mul(0xffffffdc00040004))
        .wrapping_add(h51.wrapping_mul(0xffffffb8001dfff1))
        .wrapping_add(h52.wrapping_mul(0x1bfff80010))
        .wrapping_add(h53.wrapping_mul(0xffffffefffefffeb))
        .wrapping_add(h54.wrapping_mul(0xffffffbc00160014))
        .wrapping_add(h55.wrapping_mul(0x2bfffbfffe))
        .wrapping_add(h56.wrapping_mul(0x7ffd7fffd))
        .wrapping_add(h57.wrapping_mul(0xffffffd4000c0009))
        .wrapping_add(h58.wrapping_mul(0xffffff9c00000005))
        .wrapping_add(h59.wrapping_mul(0x37ffde0007))
        .wrapping_add(h60.wrapping_mul(0xffffffb3fff4000a))
        .wrapping_add(h61.wrapping_mul(0xbfff7ffdc))
        .wrapping_add(h62.wrapping_mul(0xfffffffbffdc0009))
        .wrapping_add(h63.wrapping_mul(0xffffff9c000c0002));
    let s3 = 0x3540565cf1b17_u64
        .wrapping_add(a0.wrapping_mul(0x3fffdffff))
        .wrapping_add(a1.wrapping_mul(0xfffffffffff9fffd))
        .wrapping_add(a2.wrapping_mul(0xe0002))
        .wrapping_add(a3.wrapping_mul(0x4000a0001))
        .wrapping_add(a4.wrapping_mul(0x20004))
        .wrapping_add(a5.wrapping_mul(0x80001))
        .wrapping_add(a6.wrapping_mul(0xfffffff7fffe0000))
        .wrapping_add(a7.wrapping_mul(0x400000001))
        .wrapping_add(a8.wrapping_mul(0x60002))
        .wrapping_add(a9.wrapping_mul(0xfffffff80005fffc))
        .wrapping_add(a10.wrapping_mul(0xffffffdbfffffffb))
        .wrapping_add(a11.wrapping_mul(0xfffffff7fff3ffff))
        .wrapping_add(a12.wrapping_mul(0x40000))
        .wrapping_add(a13.wrapping_mul(0xfffffffffffdfffe))
        .wrapping_add(a14.wrapping_mul(0xfffffffbfffe0001))
        .wrapping_add(a15.wrapping_mul(0x3ffffffff))
        .wrapping_add(a16.wrapping_mul(0x3fffdffff))
        .wrapping_add(a17.wrapping_mul(0xfffffff400080000))
        .wrapping_add(a18.wrapping_mul(0x800060008))
        .wrapping_add(a19.wrapping_mul(0xfffffff400140006))
        .wrapping_add(a20.wrapping_mul(0x10000ffffc))
        .wrapping_add(a21.wrapping_mul(0x3fffdfffc))
        .wrapping_add(a22.wrapping_mul(0x400060007))
        .wrapping_add(a23.wrapping_mul(0xffffffdbfff7fffd))
        .wrapping_add(a24.wrapping_mul(0xfffffff7fffa0005))
        .wrapping_add(a25.wrapping_mul(0xfffffff800020001))
        .wrapping_add(a26.wrapping_mul(0xfffffffbfff5ffff))
        .wrapping_add(a27.wrapping_mul(0xfffffff7fffc0003))
        .wrapping_add(a28.wrapping_mul(0xfffffffc000bfffa))
        .wrapping_add(a29.wrapping_mul(0x7fff80003))
        .wrapping_add(a30.wrapping_mul(0xfffffffffffc0001))
        .wrapping_add(a31.wrapping_mul(0x40003ffff))
        .wrapping_add(a32.wrapping_mul(0xfffffff3fffe0002))
        .wrapping_add(a33.wrapping_mul(0xffffffe800000006))
        .wrapping_add(a34.wrapping_mul(0xfffffff3fff60001))
        .wrapping_add(a35.wrapping_mul(0x5ffff))
        .wrapping_add(a36.wrapping_mul(0x3fffdfffd))
        .wrapping_add(a37.wrapping_mul(0x40007fffb))
        .wrapping_add(a38.wrapping_mul(0x8000e0000))
        .wrapping_add(a39.wrapping_mul(0xc0003fffb))
        .wrapping_add(a40.wrapping_mul(0x7ffedfffa))
        .wrapping_add(a41.wrapping_mul(0x7fffe0005))
        .wrapping_add(a42.wrapping_mul(0xfffffffffffc0002))
        .wrapping_add(a43.wrapping_mul(0x1c00040006))
        .wrapping_add(a44.wrapping_mul(0xfffffffffff9fffe))
        .wrapping_add(a45.wrapping_mul(0xffffffebfffdfff8))
        .wrapping_add(a46.wrapping_mul(0xfffffff800040004))
        .wrapping_add(a47.wrapping_mul(0xbfffdfffc))
        .wrapping_add(h0.wrapping_mul(0xffffffe7fffa0009))
        .wrapping_add(h1.wrapping_mul(0xfffffff400060000))
        .wrapping_add(h2.wrapping_mul(0x220013))
        .wrapping_add(h3.wrapping_mul(0xffffffec0006000f))
        .wrapping_add(h4.wrapping_mul(0xffffffe4002a0002))
        .wrapping_add(h5.wrapping_mul(0x140027fff5))
        .wrapping_add(h6.wrapping_mul(0xfffffffc00080012))
        .wrapping_add(h7.wrapping_mul(0xffffffeffff60000))
        .wrapping_add(h8.wrapping_mul(0xffffffc800120014))
        .wrapping_add(h9.wrapping_mul(0xfffec0009))
        .wrapping_add(h10.wrapping_mul(0xffffffe80011fff5))
        .wrapping_add(h11.wrapping_mul(0xffffffd7ffd80000))
        .wrapping_add(h12.wrapping_mul(0xfffffff3fff9fffd))
        .wrapping_add(h13.wrapping_mul(0xffffffebfffffff2))
        .wrapping_add(h14.wrapping_mul(0x4000fffe6))
        .wrapping_add(h15.wrapping_mul(0xbfff9ffdf))
        .wrapping_add(h16.wrapping_mul(0xffffffe7ffebffe2))
        .wrapping_add(h17.wrapping_mul(0x2400180007))
        .wrapping_add(h18.wrapping_mul(0xfffffffc0013fff3))
        .wrapping_add(h19.wrapping_mul(0xffffffd000100012))
        .wrapping_add(h20.wrapping_mul(0xffffffdbffffffea))
        .wrapping_add(h21.wrapping_mul(0xffffffdc0011ffe5))
        .wrapping_add(h22.wrapping_mul(0x1bfff7ffe7))
        .wrapping_add(h23.wrapping_mul(0xfffffff80021fff5))
        .wrapping_add(h24.wrapping_mul(0x7ff91ffef))
        .wrapping_add(h25.wrapping_mul(0xfffffff3ffea000e))
        .wrapping_add(h26.wrapping_mul(0x13fff80010))
        .wrapping_add(h27.wrapping_mul(0x3ffea))
        .wrapping_add(h28.wrapping_mul(0x17ffdffff7))
        .wrapping_add(h29.wrapping_mul(0xfffffff00003fffa))
        .wrapping_add(h30.wrapping_mul(0xffffffd4000c000b))
        .wrapping_add(h31.wrapping_mul(0xfffffff400060008))
        .wrapping_add(h32.wrapping_mul(0xfffffff800180003))
        .wrapping_add(h33.wrapping_mul(0xffffffe7ffffffff))
        .wrapping_add(h34.wrapping_mul(0xffffffe3ffd40001))
        .wrapping_add(h35.wrapping_mul(0xfffffff80011fff7))
        .wrapping_add(h36.wrapping_mul(0xffffffec0017ffff))
        .wrapping_add(h37.wrapping_mul(0xfffffff7fffdfff3))
        .wrapping_add(h38.wrapping_mul(0xfffffff400020018))
        .wrapping_add(h39.wrapping_mul(0xfffffff7fffffff0))
        .wrapping_add(h40.wrapping_mul(0xffffffc7ffe8000f))
        .wrapping_add(h41.wrapping_mul(0xffffffac0005fffe))
        .wrapping_add(h42.wrapping_mul(0xffffffd7ffd5ffff))
        .wrapping_add(h43.wrapping_mul(0x8001bffff))
        .wrapping_add(h44.wrapping_mul(0xffffffd40003fff3))
        .wrapping_add(h45.wrapping_mul(0xffffffc3ffbe0000))
        .wrapping_add(h46.wrapping_mul(0x800020008))
        .wrapping_add(h47.wrapping_mul(0xc0020000d))
        .wrapping_add(h48.wrapping_mul(0xfffffffc0014000d))
        .wrapping_add(h49.wrapping_mul(0xc0002000f))
        .wrapping_add(h50.wrapping_mul(0xffffffe800100006))
        .wrapping_add(h51.wrapping_mul(0xffffffdc0019ffee))
        .wrapping_add(h52.wrapping_mul(0x4000e0001))
        .wrapping_add(h53.wrapping_mul(0xffffffd7fff9ffff))
        .wrapping_add(h54.wrapping_mul(0xffffffcc0023ffdb))
        .wrapping_add(h55.wrapping_mul(0xffffffebffe4000d))
        .wrapping_add(h56.wrapping_mul(0xffffffd3fffc000c))
        .wrapping_add(h57.wrapping_mul(0xfffffffc0013ffed))
        .wrapping_add(h58.wrapping_mul(0xffffffc0000fffe2))
        .wrapping_add(h59.wrapping_mul(0xffffffc00031fffe))
        .wrapping_add(h60.wrapping_mul(0xffffffebffda0002))
        .wrapping_add(h61.wrapping_mul(0xffffffdc00100015))
        .wrapping_add(h62.wrapping_mul(0xffffffe40015fffe))
        .wrapping_add(h63.wrapping_mul(0xc001dfff5));
    let s4 = 0x35155eee2fa1d_u64
        .wrapping_add(a0.wrapping_mul(0xfffffffc000a0000))
        .wrapping_add(a1.wrapping_mul(0xfffffffbfffc0002))
        .wrapping_add(a2.wrapping_mul(0xfffffffffff9fffb))
        .wrapping_add(a3.wrapping_mul(0xbfffa0001))
        .wrapping_add(a4.wrapping_mul(0xffffffec0001fffc))
        .wrapping_add(a5.wrapping_mul(0x40003))
        .wrapping_add(a6.wrapping_mul(0xfffffffc00060000))
        .wrapping_add(a7.wrapping_mul(0x100001fffb))
        .wrapping_add(a8.wrapping_mul(0x7fffdffff))
        .wrapping_add(a9.wrapping_mul(0xfffffff40003fffd))
        .wrapping_add(a10.wrapping_mul(0xfffffff40007fffd))
        .wrapping_add(a11.wrapping_mul(0xbfffc0000))
        .wrapping_add(a12.wrapping_mul(0x100003fffb))
        .wrapping_add(a13.wrapping_mul(0xfffffff3fffc0003))
        .wrapping_add(a14.wrapping_mul(0x400000001))
        .wrapping_add(a15.wrapping_mul(0x7fffe0000))
        .wrapping_add(a16.wrapping_mul(0xfffffff7fffc0000))
        .wrapping_add(a17.wrapping_mul(0xbfff20000))
        .wrapping_add(a18.wrapping_mul(0xffffc0004))
        .wrapping_add(a19.wrapping_mul(0x1bfff3ffff))
        .wrapping_add(a20.wrapping_mul(0xbfff80006))
        .wrapping_add(a21.wrapping_mul(0xbfffffffe))
        .wrapping_add(a22.wrapping_mul(0xbfffdfffc))
        .wrapping_add(a23.wrapping_mul(0xc000dfffc))
        .wrapping_add(a24.wrapping_mul(0xfffffffc00020002))
        .wrapping_add(a25.wrapping_mul(0xfffffff000060000))
        .wrapping_add(a26.wrapping_mul(0x100003fffe))
        .wrapping_add(a27.wrapping_mul(0xfffffffffffdfffe))
        .wrapping_add(a28.wrapping_mul(0x18000e0002))
        .wrapping_add(a29.wrapping_mul(0xfffffff800060004))
        .wrapping_add(a30.wrapping_mul(0xfffffff7fffe0002))
        .wrapping_add(a31.wrapping_mul(0xfffffffbfff20000))
        .wrapping_add(a32.wrapping_mul(0xc00020002))
        .wrapping_add(a33.wrapping_mul(0x1000060001))
        .wrapping_add(a34.wrapping_mul(0x3fffffffe))
        .wrapping_add(a35.wrapping_mul(0xfffffffbfffffffe))
        .wrapping_add(a36.wrapping_mul(0xfffffffbfff80002))
        .wrapping_add(a37.wrapping_mul(0xfffffff7fff3fffe))
        .wrapping_add(a38.wrapping_mul(0x40000))
        .wrapping_add(a39.wrapping_mul(0xffff80001))
        .wrapping_add(a40.wrapping_mul(0xfffffffffffe0004))
        .wrapping_add(a41.wrapping_mul(0x40001fffb))
        .wrapping_add(a42.wrapping_mul(0xffffe0005))
        .wrapping_add(a43.wrapping_mul(0xfffffffffff7ffff))
        .wrapping_add(a44.wrapping_mul(0x13fff80004))
        .wrapping_add(a45.wrapping_mul(0x40005fffd))
        .wrapping_add(a46.wrapping_mul(0x180005fffa))
        .wrapping_add(a47.wrapping_mul(0x7fff60004))
        .wrapping_add(h0.wrapping_mul(0x58000bffeb))
        .wrapping_add(h1.wrapping_mul(0xffffffb8001e000f))
        .wrapping_add(h2.wrapping_mul(0x3bffdffff9))
        .wrapping_add(h3.wrapping_mul(0x37ffddffff))
        .wrapping_add(h4.wrapping_mul(0x7ffe8000e))
        .wrapping_add(h5.wrapping_mul(0x97fff0000e))
        .wrapping_add(h6.wrapping_mul(0xffffffe80010000e))
        .wrapping_add(h7.wrapping_mul(0xfffffff3ffec0003))
        .wrapping_add(h8.wrapping_mul(0xfffec0001))
        .wrapping_add(h9.wrapping_mul(0xffffffcbffee0002))
        .wrapping_add(h10.wrapping_mul(0xffffffa400200006))
        .wrapping_add(h11.wrapping_mul(0x2bffe0000f))
        .wrapping_add(h12.wrapping_mul(0xffffffb400180007))
        .wrapping_add(h13.wrapping_mul(0x4000380007))
        .wrapping_add(h14.wrapping_mul(0xffffffdc000bfff4))
        .wrapping_add(h15.wrapping_mul(0x2400000002))
        .wrapping_add(h16.wrapping_mul(0x800040005))
        .wrapping_add(h17.wrapping_mul(0x57fff1fff8))
        .wrapping_add(h18.wrapping_mul(0x23ffec000f))
        .wrapping_add(h19.wrapping_mul(0xffffffe7ffc1ffe1))
        .wrapping_add(h20.wrapping_mul(0x500007fff7))
        .wrapping_add(h21.wrapping_mul(0xffffffe3ffde000f))
        .wrapping_add(h22.wrapping_mul(0x180017fff7))
        .wrapping_add(h23.wrapping_mul(0xffffffd80008000c))
        .wrapping_add(h24.wrapping_mul(0x2bffdbffeb))
        .wrapping_add(h25.wrapping_mul(0xc00180001))
        .wrapping_add(h26.wrapping_mul(0xffffff9bffe80001))
        .wrapping_add(h27.wrapping_mul(0x17fffffffa))
        .wrapping_add(h28.wrapping_mul(0x240015fffe))
        .wrapping_add(h29.wrapping_mul(0x10000a0006))
        .wrapping_add(h30.wrapping_mul(0xffffff2c00060006))
        .wrapping_add(h31.wrapping_mul(0xffffffe3ffe9fffe))
        .wrapping_add(h32.wrapping_mul(0xffffffb7ffe80006))
        .wrapping_add(h33.wrapping_mul(0x180015fff2))
        .wrapping_add(h34.wrapping_mul(0x5000000001))
        .wrapping_add(h35.wrapping_mul(0xffffff94002dffff))
        .wrapping_add(h36.wrapping_mul(0xffffffcfffe9fff9))
        .wrapping_add(h37.wrapping_mul(0x4c001dfff5))
        .wrapping_add(h38.wrapping_mul(0xffffffafffc40003))
        .wrapping_add(h39.wrapping_mul(0x33fffe0009))
        .wrapping_add(h40.wrapping_mul(0x1c00000007))
        .wrapping_add(h41.wrapping_mul(0x4001dffd9))
        .wrapping_add(h42.wrapping_mul(0x1fffe5fffc))
        .wrapping_add(h43.wrapping_mul(0xffffffd7fffbfffa))
        .wrapping_add(h44.wrapping_mul(0xfffffffc0001fff5))
        .wrapping_add(h45.wrapping_mul(0xffffffe80017ffe8))
        .wrapping_add(h46.wrapping_mul(0xfffffff7ffe3ffec))
        .wrapping_add(h47.wrapping_mul(0x1000000009))
        .wrapping_add(h48.wrapping_mul(0xfffffff80015ffea))
        .wrapping_add(h49.wrapping_mul(0xffffffebffcc0012))
        .wrapping_add(h50.wrapping_mul(0xffffffe7fff1fff2))
        .wrapping_add(h51.wrapping_mul(0x47fffa0004))
        .wrapping_add(h52.wrapping_mul(0xfffffff7ffebfff8))
        .wrapping_add(h53.wrapping_mul(0xfffffff7ffeffffd))
        .wrapping_add(h54.wrapping_mul(0xffffffe3fff1ffef))
        .wrapping_add(h55.wrapping_mul(0x4ffffffffe))
        .wrapping_add(h56.wrapping_mul(0xfffffffbfff9ffec))
        .wrapping_add(h57.wrapping_mul(0x7bffcffffc))
        .wrapping_add(h58.wrapping_mul(0xffffff68000dfff6))
        .wrapping_add(h59.wrapping_mul(0xffffffb80015fff9))
        .wrapping_add(h60.wrapping_mul(0x3c00200004))
        .wrapping_add(h61.wrapping_mul(0x27fffffff1))
        .wrapping_add(h62.wrapping_mul(0xffffffcffff9fff6))
        .wrapping_add(h63.wrapping_mul(0x27fff9fffa));
    let s5 = 0x3b15e2412e801_u64
        .wrapping_add(a0.wrapping_mul(0xfffffffc00000002))
        .wrapping_add(a1.wrapping_mul(0xffffe0000))
        .wrapping_add(a2.wrapping_mul(0xffffffe7fff9ffff))
        .wrapping_add(a3.wrapping_mul(0xfffffffbfffdfffd))
        .wrapping_add(a4.wrapping_mul(0xfffffffffff20001))
        .wrapping_add(a5.wrapping_mul(0xffffffeffff20003))
        .wrapping_add(a6.wrapping_mul(0xc00020002))
        .wrapping_add(a7.wrapping_mul(0x3fff9fffe))
        .wrapping_add(a8.wrapping_mul(0xfffffff800060007))
        .wrapping_add(a9.wrapping_mul(0xfffffffffff9fffd))
        .wrapping_add(a10.wrapping_mul(0xfffffffffffe0004))
        .wrapping_add(a11.wrapping_mul(0x40000))
        .wrapping_add(a12.wrapping_mul(0xfffffff80001fffe))
        .wrapping_add(a13.wrapping_mul(0xc00060002))
        .wrapping_add(a14.wrapping_mul(0x80005fffd))
        .wrapping_add(a15.wrapping_mul(0xa0000))
        .wrapping_add(a16.wrapping_mul(0x3fff7fffe))
        .wrapping_add(a17.wrapping_mul(0x17fffdffff))
        .wrapping_add(a18.wrapping_mul(0x1bffea0006))
        .wrapping_add(a19.wrapping_mul(0xfffffffffffc0000))
        .wrapping_add(a20.wrapping_mul(0xfffffff3fff1fffd))
        .wrapping_add(a21.wrapping_mul(0xc00020002))
        .wrapping_add(a22.wrapping_mul(0x3fff7ffff))
        .wrapping_add(a23.wrapping_mul(0x17fff60001))
        .wrapping_add(a24.wrapping_mul(0x3fff9fffa))
        .wrapping_add(a25.wrapping_mul(0xffffffebfffdfffd))
        .wrapping_add(a26.wrapping_mul(0xfffffff7fffffffb))
        .wrapping_add(a27.wrapping_mul(0xfffffffbfffc0000))
        .wrapping_add(a28.wrapping_mul(0xfffffffc0003ffff))
        .wrapping_add(a29.wrapping_mul(0x40005ffff))
        .wrapping_add(a30.wrapping_mul(0xfffffff80005fffc))
        .wrapping_add(a31.wrapping_mul(0xfffffffffffe0003))
        .wrapping_add(a32.wrapping_mul(0x7fff3ffff))
        .wrapping_add(a33.wrapping_mul(0xffffffeffffbffff))
        .wrapping_add(a34.wrapping_mul(0x3fff9ffff))
        .wrapping_add(a35.wrapping_mul(0x1400020003))
        .wrapping_add(a36.wrapping_mul(0xfffffffbfffa0000))
        .wrapping_add(a37.wrapping_mul(0xfffffffc0007fffd))
        .wrapping_add(a38.wrapping_mul(0xffffffe7fff3fffb))
        .wrapping_add(a39.wrapping_mul(0x100003fffa))
        .wrapping_add(a40.wrapping_mul(0xffffffd7fffdfffd))
        .wrapping_add(a41.wrapping_mul(0x800040000))
        .wrapping_add(a42.wrapping_mul(0x140003fff7))
        .wrapping_add(a43.wrapping_mul(0xfffffff3fff20004))
        .wrapping_add(a44.wrapping_mul(0xffffffdbfffc0000))
        .wrapping_add(a45.wrapping_mul(0xfffffff800020001))
        .wrapping_add(a46.wrapping_mul(0xfffffffc0001fffc))
        .wrapping_add(a47.wrapping_mul(0x140005fffe))
        .wrapping_add(h0.wrapping_mul(0xffffffd7fff7ffd6))
        .wrapping_add(h1.wrapping_mul(0xfffffffbfffa0009))
        .wrapping_add(h2.wrapping_mul(0xfffffff40017fffc))
        .wrapping_add(h3.wrapping_mul(0xffffffd3ffc40006))
        .wrapping_add(h4.wrapping_mul(0x1bffe9ffff))
        .wrapping_add(h5.wrapping_mul(0xffffffdffff2000b))
        .wrapping_add(h6.wrapping_mul(0x3c000ffffd))
        .wrapping_add(h7.wrapping_mul(0xffffffebfffdfff3))
        .wrapping_add(h8.wrapping_mul(0xffffffe3fff8000a))
        .wrapping_add(h9.wrapping_mul(0xffffffcfffeffff6))
        .wrapping_add(h10.wrapping_mul(0x3ffff))
        .wrapping_add(h11.wrapping_mul(0xffffffe7fff3fffb))
        .wrapping_add(h12.wrapping_mul(0xbfff7fffc))
        .wrapping_add(h13.wrapping_mul(0xffffffe7fff7fff5))
        .wrapping_add(h14.wrapping_mul(0xffffffd7ffda000c))
        .wrapping_add(h15.wrapping_mul(0x2000080013))
        .wrapping_add(h16.wrapping_mul(0xfffffff7fff60008))
        .wrapping_add(h17.wrapping_mul(0xffffffebfffdfff2))
        .wrapping_add(h18.wrapping_mul(0xffffffe3ffc9fff7))
        .wrapping_add(h19.wrapping_mul(0xffffffcfffce0008))
        .wrapping_add(h20.wrapping_mul(0xffffffbfffe7ffff))
        .wrapping_add(h21.wrapping_mul(0xffffffffffe7ffed))
        .wrapping_add(h22.wrapping_mul(0xfffffff400180008))
        .wrapping_add(h23.wrapping_mul(0x800200015))
        .wrapping_add(h24.wrapping_mul(0xfffffff3ffe60005))
        .wrapping_add(h25.wrapping_mul(0xffffffe7fffdfff1))
        .wrapping_add(h26.wrapping_mul(0xffffffefffd80011))
        .wrapping_add(h27.wrapping_mul(0xffffffdbfff5ffee))
        .wrapping_add(h28.wrapping_mul(0xfffffff3ffe80005))
        .wrapping_add(h29.wrapping_mul(0xffffffd3fffe0005))
        .wrapping_add(h30.wrapping_mul(0xfffffff80024000f))
        .wrapping_add(h31.wrapping_mul(0xfffffffc0008000d))
        .wrapping_add(h32.wrapping_mul(0x40004000e))
        .wrapping_add(h33.wrapping_mul(0xffffffd80005ffe2))
        .wrapping_add(h34.wrapping_mul(0xffffffcc00000009))
        .wrapping_add(h35.wrapping_mul(0xfffffff8000e0011))
        .wrapping_add(h36.wrapping_mul(0xc000e0006))
        .wrapping_add(h37.wrapping_mul(0xffffffe80003fff6))
        .wrapping_add(h38.wrapping_mul(0xffffffcfffec0007))
        .wrapping_add(h39.wrapping_mul(0xfffffffffff9ffe0))
        .wrapping_add(h40.wrapping_mul(0xffff00001))
        .wrapping_add(h41.wrapping_mul(0xffffffd7ffdc0005))
        .wrapping_add(h42.wrapping_mul(0xffffffe4000a0002))
        .wrapping_add(h43.wrapping_mul(0xfffffffffff60019))
        .wrapping_add(h44.wrapping_mul(0xffffffe80002000d))
        .wrapping_add(h45.wrapping_mul(0xffffffd4003dfffc))
        .wrapping_add(h46.wrapping_mul(0xffffffdc00060013))
        .wrapping_add(h47.wrapping_mul(0xfffffff3fff80001))
        .wrapping_add(h48.wrapping_mul(0xffffffdfffeffffa))
        .wrapping_add(h49.wrapping_mul(0x13ffea0001))
        .wrapping_add(h50.wrapping_mul(0xffffffd7ffe4000b))
        .wrapping_add(h51.wrapping_mul(0xffffffe3ffedfffc))
        .wrapping_add(h52.wrapping_mul(0xffffffc40001fffe))
        .wrapping_add(h53.wrapping_mul(0xffffffe000080000))
        .wrapping_add(h54.wrapping_mul(0xffffffcbfffa000f))
        .wrapping_add(h55.wrapping_mul(0xffffffe3fffc0011))
        .wrapping_add(h56.wrapping_mul(0xffffffe3ffda0009))
        .wrapping_add(h57.wrapping_mul(0x340003fffd))
        .wrapping_add(h58.wrapping_mul(0xffffffcc0017ffe6))
        .wrapping_add(h59.wrapping_mul(0xffffffcfffee0007))
        .wrapping_add(h60.wrapping_mul(0xfffffff7ffe7fffc))
        .wrapping_add(h61.wrapping_mul(0xfffffff7fff3ffe1))
        .wrapping_add(h62.wrapping_mul(0xfffffff7fff8000e))
        .wrapping_add(h63.wrapping_mul(0xffffffd3ffefffed));
    let s6 = 0x428b5bbaf0c2f_u64
        .wrapping_add(a0.wrapping_mul(0x7fffc0002))
        .wrapping_add(a1.wrapping_mul(0x1))
        .wrapping_add(a2.wrapping_mul(0xfffffff000020000))
        .wrapping_add(a3.wrapping_mul(0xfffffff400060001))
        .wrapping_add(a4.wrapping_mul(0xffffffdbfff80007))
        .wrapping_add(a5.wrapping_mul(0xfffffffbfffa0004))
        .wrapping_add(a6.wrapping_mul(0xffffffec00080000))
        .wrapping_add(a7.wrapping_mul(0xffffffffc))
        .wrapping_add(a8.wrapping_mul(0x3fff5ffff))
        .wrapping_add(a9.wrapping_mul(0x400040004))
        .wrapping_add(a10.wrapping_mul(0x27fffe0004))
        .wrapping_add(a11.wrapping_mul(0xfffffffc0005fffb))
        .wrapping_add(a12.wrapping_mul(0x4000e0002))
        .wrapping_add(a13.wrapping_mul(0xfffffff7fffdfffd))
        .wrapping_add(a14.wrapping_mul(0x800040002))
        .wrapping_add(a15.wrapping_mul(0xc00060003))
        .wrapping_add(a16.wrapping_mul(0x800020000))
        .wrapping_add(a17.wrapping_mul(0xfffffffffffa0005))
        .wrapping_add(a18.wrapping_mul(0xffffffebfff7ffff))
        .wrapping_add(a19.wrapping_mul(0xbfffe0001))
        .wrapping_add(a20.wrapping_mul(0x800020000))
        .wrapping_add(a21.wrapping_mul(0xfffffffc000a0006))
        .wrapping_add(a22.wrapping_mul(0x3ffff))
        .wrapping_add(a23.wrapping_mul(0xffffffdbffee0002))
        .wrapping_add(a24.wrapping_mul(0xffffffeffffa0001))
        .wrapping_add(a25.wrapping_mul(0x400020000))
        .wrapping_add(a26.wrapping_mul(0x7fffe0000))
        .wrapping_add(a27.wrapping_mul(0xffffffdffffffffc))
        .wrapping_add(a28.wrapping_mul(0x13fffbfff8))
        .wrapping_add(a29.wrapping_mul(0xfffffffc00000005))
        .wrapping_add(a30.wrapping_mul(0xbfffe0001))
        .wrapping_add(a31.wrapping_mul(0xfffffff00001fffd))
        .wrapping_add(a32.wrapping_mul(0x100007fff9))
        .wrapping_add(a33.wrapping_mul(0x180003fffa))
        .wrapping_add(a34.wrapping_mul(0xfffffffc0003fffd))
        .wrapping_add(a35.wrapping_mul(0xbfffbfffb))
        .wrapping_add(a36.wrapping_mul(0x14000a0003))
        .wrapping_add(a37.wrapping_mul(0x400000000))
        .wrapping_add(a38.wrapping_mul(0xfffffff3fffc0001))
        .wrapping_add(a39.wrapping_mul(0xbfff60001))
        .wrapping_add(a40.wrapping_mul(0x20000ffffb))
        .wrapping_add(a41.wrapping_mul(0x3fffe))
        .wrapping_add(a42.wrapping_mul(0xfffffff7fffdffff))
        .wrapping_add(a43.wrapping_mul(0xffffffec000c0000))
        .wrapping_add(a44.wrapping_mul(0xfffffffbfffffffd))
        .wrapping_add(a45.wrapping_mul(0x8000bfffb))
        .wrapping_add(a46.wrapping_mul(0xfffffff3fffffffb))
        .wrapping_add(a47.wrapping_mul(0xfffffffffff1fffe))
        .wrapping_add(h0.wrapping_mul(0xfffffffc00260013))
        .wrapping_add(h1.wrapping_mul(0xffffffd7ffee0008))
        .wrapping_add(h2.wrapping_mul(0x17fff7fff3))
        .wrapping_add(h3.wrapping_mul(0xffffffa400160007))
        .wrapping_add(h4.wrapping_mul(0xffffffb3fff7ffea))
        .wrapping_add(h5.wrapping_mul(0xfffffff8001bfff1))
        .wrapping_add(h6.wrapping_mul(0xffffffe80027fffd))
        .wrapping_add(h7.wrapping_mul(0xffffffdbffe3ffe2))
        .wrapping_add(h8.wrapping_mul(0x3bffd6000e))
        .wrapping_add(h9.wrapping_mul(0x2800120012))
        .wrapping_add(h10.wrapping_mul(0x3ffffffe9))
        .wrapping_add(h11.wrapping_mul(0x10000a0013))
        .wrapping_add(h12.wrapping_mul(0x2bffe5fffc))
        .wrapping_add(h13.wrapping_mul(0xffffff37fff5fff6))
        .wrapping_add(h14.wrapping_mul(0xffffffe7ffbffff4))
        .wrapping_add(h15.wrapping_mul(0x180003ffed))
        .wrapping_add(h16.wrapping_mul(0xfffffff8000a000a))
        .wrapping_add(h17.wrapping_mul(0x17ffe9fff1))
        .wrapping_add(h18.wrapping_mul(0x3800080002))
        .wrapping_add(h19.wrapping_mul(0xffffff30002c0009))
        .wrapping_add(h20.wrapping_mul(0xffffffdbfff8000a))
        .wrapping_add(h21.wrapping_mul(0x40037fffc))
        .wrapping_add(h22.wrapping_mul(0x4000060010))
        .wrapping_add(h23.wrapping_mul(0xffffffabfffbffeb))
        .wrapping_add(h24.wrapping_mul(0x28003fffd4))
        .wrapping_add(h25.wrapping_mul(0xffffffcc0020000f))
        .wrapping_add(h26.wrapping_mul(0x27ffcbfffe))
        .wrapping_add(h27.wrapping_mul(0xffffffe400100007))
        .wrapping_add(h28.wrapping_mul(0x3fffeffff9))
        .wrapping_add(h29.wrapping_mul(0xfffffffc00040001))
        .wrapping_add(h30.wrapping_mul(0xffffffd3ffd80000))
        .wrapping_add(h31.wrapping_mul(0x13ffce000a))
        .wrapping_add(h32.wrapping_mul(0x4c000dfff8))
        .wrapping_add(h33.wrapping_mul(0x480013fff5))
        .wrapping_add(h34.wrapping_mul(0xffffffec001e0013))
        .wrapping_add(h35.wrapping_mul(0x44002e0005))
        .wrapping_add(h36.wrapping_mul(0xffffff8400020000))
        .wrapping_add(h37.wrapping_mul(0x17ffd7fff2))
        .wrapping_add(h38.wrapping_mul(0x43ffc60009))
        .wrapping_add(h39.wrapping_mul(0xffffffe800120006))
        .wrapping_add(h40.wrapping_mul(0x73ffe9ffed))
        .wrapping_add(h41.wrapping_mul(0xffffffb7fffc0011))
        .wrapping_add(h42.wrapping_mul(0x3fffc000a))
        .wrapping_add(h43.wrapping_mul(0xffffffb3fff00000))
        .wrapping_add(h44.wrapping_mul(0xffffffebfff0000b))
        .wrapping_add(h45.wrapping_mul(0xffffffdbfffe0000))
        .wrapping_add(h46.wrapping_mul(0xfffffff3ffea0000))
        .wrapping_add(h47.wrapping_mul(0x1bfffe0004))
        .wrapping_add(h48.wrapping_mul(0x1bfffdffee))
        .wrapping_add(h49.wrapping_mul(0x4bffffffe3))
        .wrapping_add(h50.wrapping_mul(0xffffffbbffd80016))
        .wrapping_add(h51.wrapping_mul(0x33ffe2001c))
        .wrapping_add(h52.wrapping_mul(0x1c0031ffe7))
        .wrapping_add(h53.wrapping_mul(0x3bfffe000d))
        .wrapping_add(h54.wrapping_mul(0xffffffabfff80003))
        .wrapping_add(h55.wrapping_mul(0xfffd2001f))
        .wrapping_add(h56.wrapping_mul(0x24000a0006))
        .wrapping_add(h57.wrapping_mul(0xffffffb400000019))
        .wrapping_add(h58.wrapping_mul(0x17fff60009))
        .wrapping_add(h59.wrapping_mul(0x40001dffd9))
        .wrapping_add(h60.wrapping_mul(0x5ffff5fff7))
        .wrapping_add(h61.wrapping_mul(0x34000c0004))
        .wrapping_add(h62.wrapping_mul(0xffffffa000100009))
        .wrapping_add(h63.wrapping_mul(0xffffffdffffffffb));
    let s7 = 0x30795de26e675_u64
        .wrapping_add(a0.wrapping_mul(0xfffffff3fffdfffe))
        .wrapping_add(a1.wrapping_mul(0x800020003))
        .wrapping_add(a2.wrapping_mul(0xc0003ffff))
        .wrapping_add(a3.wrapping_mul(0xffffffeffff60000))
        .wrapping_add(a4.wrapping_mul(0xfffffff3fffc0002))
        .wrapping_add(a5.wrapping_mul(0x40003))
        .wrapping_add(a6.wrapping_mul(0xfffffffbfffe0003))
        .wrapping_add(a7.wrapping_mul(0x40001fffc))
        .wrapping_add(a8.wrapping_mul(0xffffffefffe7ffff))
        .wrapping_add(a9.wrapping_mul(0x1c000a0000))
        .wrapping_add(a10.wrapping_mul(0xfffffff800020002))
        .wrapping_add(a11.wrapping_mul(0xfffffff00005ffff))
        .wrapping_add(a12.wrapping_mul(0xfffffffbfffe0006))
        .wrapping_add(a13.wrapping_mul(0xfffffffc000c0007))
        .wrapping_add(a14.wrapping_mul(0xfffffff3fff3fffe))
        .wrapping_add(a15.wrapping_mul(0xfffffffbfff9fffd))
        .wrapping_add(a16.wrapping_mul(0xffffffeffffffffb))
        .wrapping_add(a17.wrapping_mul(0x7fffa0007))
        .wrapping_add(a18.wrapping_mul(0x400000007))
        .wrapping_add(a19.wrapping_mul(0xfffffffc00000003))
        .wrapping_add(a20.wrapping_mul(0x14000bfff7))
        .wrapping_add(a21.wrapping_mul(0xfffffff00007fffb))
        .wrapping_add(a22.wrapping_mul(0x17fffe0003))
        .wrapping_add(a23.wrapping_mul(0xfffffff4000c000b))
        .wrapping_add(a24.wrapping_mul(0xc00140004))
        .wrapping_add(a25.wrapping_mul(0x7fffbfffc))
        .wrapping_add(a26.wrapping_mul(0xfffffffc0009fffe))
        .wrapping_add(a27.wrapping_mul(0xc00020004))
        .wrapping_add(a28.wrapping_mul(0x7fff80001))
        .wrapping_add(a29.wrapping_mul(0xfffffff80003ffff))
        .wrapping_add(a30.wrapping_mul(0x3fffe0000))
        .wrapping_add(a31.wrapping_mul(0xfffffff800060002))
        .wrapping_add(a32.wrapping_mul(0xfffffff00001fffd))
        .wrapping_add(a33.wrapping_mul(0x80007fff8))
        .wrapping_add(a34.wrapping_mul(0x80001fffd))
        .wrapping_add(a35.wrapping_mul(0x1c00040004))
        .wrapping_add(a36.wrapping_mul(0xfffffffc0007fffb))
        .wrapping_add(a37.wrapping_mul(0x1bfffbfffe))
        .wrapping_add(a38.wrapping_mul(0xfffffff400000001))
        .wrapping_add(a39.wrapping_mul(0xfffffff800000001))
        .wrapping_add(a40.wrapping_mul(0x1bfff9fff4))
        .wrapping_add(a41.wrapping_mul(0x13fff7ffff))
        .wrapping_add(a42.wrapping_mul(0xbfff3fffc))
        .wrapping_add(a43.wrapping_mul(0xfffffff400000002))
        .wrapping_add(a44.wrapping_mul(0xbfffb))
        .wrapping_add(a45.wrapping_mul(0xfffffff80007ffff))
        .wrapping_add(a46.wrapping_mul(0x40003fffb))
        .wrapping_add(a47.wrapping_mul(0xffffffec00020001))
        .wrapping_add(h0.wrapping_mul(0xfffedfff0))
        .wrapping_add(h1.wrapping_mul(0xffff1fff8))
        .wrapping_add(h2.wrapping_mul(0xffffffdbfff3fffc))
        .wrapping_add(h3.wrapping_mul(0x3bfff7fff1))
        .wrapping_add(h4.wrapping_mul(0xffffffdbffdbfffe))
        .wrapping_add(h5.wrapping_mul(0xfffffff800160000))
        .wrapping_add(h6.wrapping_mul(0xffffffcfffc9fffb))
        .wrapping_add(h7.wrapping_mul(0xfffffff7fff00000))
        .wrapping_add(h8.wrapping_mul(0xffffffebffda0005))
        .wrapping_add(h9.wrapping_mul(0xffffffebffebfffd))
        .wrapping_add(h10.wrapping_mul(0xffffffd00005fffd))
        .wrapping_add(h11.wrapping_mul(0xffffffe00005fff9))
        .wrapping_add(h12.wrapping_mul(0xffffe001d))
        .wrapping_add(h13.wrapping_mul(0x280001ffe7))
        .wrapping_add(h14.wrapping_mul(0xffffffcc000c0005))
        .wrapping_add(h15.wrapping_mul(0x1bffee0007))
        .wrapping_add(h16.wrapping_mul(0xffffffcc0001fffa))
        .wrapping_add(h17.wrapping_mul(0x1bffc80006))
        .wrapping_add(h18.wrapping_mul(0xfffffff00017ffdc))
        .wrapping_add(h19.wrapping_mul(0x23ffcc0001))
        .wrapping_add(h20.wrapping_mul(0xc0000000b))
        .wrapping_add(h21.wrapping_mul(0xffffffd7fffffff0))
        .wrapping_add(h22.wrapping_mul(0xffffffe4000e0006))
        .wrapping_add(h23.wrapping_mul(0xffffffc000240019))
        .wrapping_add(h24.wrapping_mul(0x17ffe80002))
        .wrapping_add(h25.wrapping_mul(0xffffffcbffdbfff4))
        .wrapping_add(h26.wrapping_mul(0xffffffe3ffe60013))
        .wrapping_add(h27.wrapping_mul(0xfffffff7fffbfff8))
        .wrapping_add(h28.wrapping_mul(0xffffffec0003fffd))
        .wrapping_add(h29.wrapping_mul(0xfffffffffff20004))
        .wrapping_add(h30.wrapping_mul(0xffffffd40025fff9))
        .wrapping_add(h31.wrapping_mul(0xfffffffc000a0005))
        .wrapping_add(h32.wrapping_mul(0x7ffffffff))
        .wrapping_add(h33.wrapping_mul(0x20001dffea))
        .wrapping_add(h34.wrapping_mul(0xffffffe40008000d))
        .wrapping_add(h35.wrapping_mul(0xfffffff7fffbfff3))
        .wrapping_add(h36.wrapping_mul(0xffffffd7ffe80001))
        .wrapping_add(h37.wrapping_mul(0xffffffe7ffedfff2))
        .wrapping_add(h38.wrapping_mul(0xffffffd3ffee0014))
        .wrapping_add(h39.wrapping_mul(0xfffe5ffe9))
        .wrapping_add(h40.wrapping_mul(0xffffffbc0007fffc))
        .wrapping_add(h41.wrapping_mul(0x3ffea0008))
        .wrapping_add(h42.wrapping_mul(0xffffffc000040014))
        .wrapping_add(h43.wrapping_mul(0x140005fff4))
        .wrapping_add(h44.wrapping_mul(0xffffffebfffffffd))
        .wrapping_add(h45.wrapping_mul(0xffffffe40009fffb))
        .wrapping_add(h46.wrapping_mul(0x1000060012))
        .wrapping_add(h47.wrapping_mul(0x3fff7ffff))
        .wrapping_add(h48.wrapping_mul(0xfffffff00004000e))
        .wrapping_add(h49.wrapping_mul(0xffffffcfffea0001))
        .wrapping_add(h50.wrapping_mul(0x3fffc0009))
        .wrapping_add(h51.wrapping_mul(0xfffffff7ffe1fffa))
        .wrapping_add(h52.wrapping_mul(0xffffffdfffd7fff9))
        .wrapping_add(h53.wrapping_mul(0x23fffa0001))
        .wrapping_add(h54.wrapping_mul(0x17fffe0001))
        .wrapping_add(h55.wrapping_mul(0x13ffe9fffa))
        .wrapping_add(h56.wrapping_mul(0xffffffe8001bfff7))
        .wrapping_add(h57.wrapping_mul(0x400160012))
        .wrapping_add(h58.wrapping_mul(0x1fffea0003))
        .wrapping_add(h59.wrapping_mul(0xfffffffbfff4000c))
        .wrapping_add(h60.wrapping_mul(0xbffda000b))
        .wrapping_add(h61.wrapping_mul(0xffffffd8000c0003))
        .wrapping_add(h62.wrapping_mul(0xfffe2000c))
        .wrapping_add(h63.wrapping_mul(0xfffffffc0019ffeb));
    let s8 = 0x392057142faa7_u64
        .wrapping_add(a0.wrapping_mul(0xfffffff00003fffb))
        .wrapping_add(a1.wrapping_mul(0x800020002))
        .wrapping_add(a2.wrapping_mul(0xfffffff800020000))
        .wrapping_add(a3.wrapping_mul(0xfffffff400080000))
        .wrapping_add(a4.wrapping_mul(0xffffffebfffdfffa))
        .wrapping_add(a5.wrapping_mul(0x1000020002))
        .wrapping_add(a6.wrapping_mul(0x1400040005))
        .wrapping_add(a7.wrapping_mul(0x400020003))
        .wrapping_add(a8.wrapping_mul(0xffffffeffffc0002))
        .wrapping_add(a9.wrapping_mul(0x3fffdffff))
        .wrapping_add(a10.wrapping_mul(0x1400060001))
        .wrapping_add(a11.wrapping_mul(0xbfff40004))
        .wrapping_add(a12.wrapping_mul(0x7fff7fffc))
        .wrapping_add(a13.wrapping_mul(0xfffffffbfffe0003))
        .wrapping_add(a14.wrapping_mul(0xfffffffc0003fffb))
        .wrapping_add(a15.wrapping_mul(0x1ffff))
        .wrapping_add(a16.wrapping_mul(0xfffffffbfffdfffd))
        .wrapping_add(a17.wrapping_mul(0xfffffff8000bfffd))
        .wrapping_add(a18.wrapping_mul(0xc000c0002))
        .wrapping_add(a19.wrapping_mul(0xc0003fffa))
        .wrapping_add(a20.wrapping_mul(0xfffffff400020002))
        .wrapping_add(a21.wrapping_mul(0xfffffff80007fffe))
        .wrapping_add(a22.wrapping_mul(0xfffffff40001fffc))
        .wrapping_add(a23.wrapping_mul(0xffffffeffffdfffe))
        .wrapping_add(a24.wrapping_mul(0xbfff80001))
        .wrapping_add(a25.wrapping_mul(0xfffffff3fff7ffff))
        .wrapping_add(a26.wrapping_mul(0xfffffffc0003ffff))
        .wrapping_add(a27.wrapping_mul(0x80003fffb))
        .wrapping_add(a28.wrapping_mul(0xc00060004))
        .wrapping_add(a29.wrapping_mul(0xfffffffffffbfffe))
        .wrapping_add(a30.wrapping_mul(0x3fff60001))
        .wrapping_add(a31.wrapping_mul(0xc00080005))
        .wrapping_add(a32.wrapping_mul(0xbfffdfffe))
        .wrapping_add(a33.wrapping_mul(0xfffffffffffe0000))
        .wrapping_add(a34.wrapping_mul(0x3fff9fffb))
        .wrapping_add(a35.wrapping_mul(0xfffffff800120004))
        .wrapping_add(a36.wrapping_mul(0xfffffff7fff9fffd))
        .wrapping_add(a37.wrapping_mul(0xc00040003))
        .wrapping_add(a38.wrapping_mul(0xfffffffc0001fffc))
        .wrapping_add(a39.wrapping_mul(0xffffffe7fff7fffe))
        .wrapping_add(a40.wrapping_mul(0xffffffdffff7fff5))
        .wrapping_add(a41.wrapping_mul(0xfffffff000080007))
        .wrapping_add(a42.wrapping_mul(0xfffffff800020000))
        .wrapping_add(a43.wrapping_mul(0xfffffff000000003))
        .wrapping_add(a44.wrapping_mul(0xbfff3fffd))
        .wrapping_add(a45.wrapping_mul(0xbfff3fffd))
        .wrapping_add(a46.wrapping_mul(0x3fffffffb))
        .wrapping_add(a47.wrapping_mul(0x17fffe0000))
        .wrapping_add(h0.wrapping_mul(0xffffffc80013fff0))
        .wrapping_add(h1.wrapping_mul(0xffffffc3fff1fffa))
        .wrapping_add(h2.wrapping_mul(0xfffffff80009fffd))
        .wrapping_add(h3.wrapping_mul(0xffffffe3ffe5fffc))
        .wrapping_add(h4.wrapping_mul(0x80015fff3))
        .wrapping_add(h5.wrapping_mul(0xffffffe400100000))
        .wrapping_add(h6.wrapping_mul(0x17fffa0002))
        .wrapping_add(h7.wrapping_mul(0xffffffcfffe80004))
        .wrapping_add(h8.wrapping_mul(0xffffffdffff5fff5))
        .wrapping_add(h9.wrapping_mul(0x7ffde000a))
        .wrapping_add(h10.wrapping_mul(0xffffffd80013fffc))
        .wrapping_add(h11.wrapping_mul(0xffff7fffd))
        .wrapping_add(h12.wrapping_mul(0x10001ffffb))
        .wrapping_add(h13.wrapping_mul(0xffffdffff))
        .wrapping_add(h14.wrapping_mul(0xffffffe00013fffd))
        .wrapping_add(h15.wrapping_mul(0xffffffc0000e0001))
        .wrapping_add(h16.wrapping_mul(0xfffffffbffc7ffff))
        .wrapping_add(h17.wrapping_mul(0x4001c0009))
        .wrapping_add(h18.wrapping_mul(0x10001dfff0))
        .wrapping_add(h19.wrapping_mul(0xffffffbc001bfff6))
        .wrapping_add(h20.wrapping_mul(0xfffffffffffdfffc))
        .wrapping_add(h21.wrapping_mul(0x1800120002))
        .wrapping_add(h22.wrapping_mul(0xffffffe40025fff6))
        .wrapping_add(h23.wrapping_mul(0xffffffbc000a0003))
        .wrapping_add(h24.wrapping_mul(0x3ffedfffc))
        .wrapping_add(h25.wrapping_mul(0xffffffefffdffffe))
        .wrapping_add(h26.wrapping_mul(0x1bfff9fff6))
        .wrapping_add(h27.wrapping_mul(0xffffffe8000a000a))
        .wrapping_add(h28.wrapping_mul(0x800040009))
        .wrapping_add(h29.wrapping_mul(0xffffffd7ffe7ffec))
        .wrapping_add(h30.wrapping_mul(0xffffffe40015fff6))
        .wrapping_add(h31.wrapping_mul(0xffffffdffffffff5))
        .wrapping_add(h32.wrapping_mul(0x80003))
        .wrapping_add(h33.wrapping_mul(0x13fff60001))
        .wrapping_add(h34.wrapping_mul(0x3bffddfffe))
        .wrapping_add(h35.wrapping_mul(0xffffffeffff9fffd))
        .wrapping_add(h36.wrapping_mul(0xffffffe8000ffffc))
        .wrapping_add(h37.wrapping_mul(0x80007fffb))
        .wrapping_add(h38.wrapping_mul(0xffffffc80019fff6))
        .wrapping_add(h39.wrapping_mul(0xffffffc8000ffff2))
        .wrapping_add(h40.wrapping_mul(0x23fff7fff3))
        .wrapping_add(h41.wrapping_mul(0xffffffec00040008))
        .wrapping_add(h42.wrapping_mul(0xffffffc7ffe60003))
        .wrapping_add(h43.wrapping_mul(0x800040001))
        .wrapping_add(h44.wrapping_mul(0xffffffbbffeffffb))
        .wrapping_add(h45.wrapping_mul(0xffffffebffd5fff8))
        .wrapping_add(h46.wrapping_mul(0xffffffc7ffdffffc))
        .wrapping_add(h47.wrapping_mul(0xffffffe000140000))
        .wrapping_add(h48.wrapping_mul(0xffffffbffff7fff6))
        .wrapping_add(h49.wrapping_mul(0x33fffbfff9))
        .wrapping_add(h50.wrapping_mul(0xffffffec0009fffb))
        .wrapping_add(h51.wrapping_mul(0xffffffeffff5ffef))
        .wrapping_add(h52.wrapping_mul(0x27fffffff6))
        .wrapping_add(h53.wrapping_mul(0xffffffe3ffeffff5))
        .wrapping_add(h54.wrapping_mul(0xffffffe00029fff7))
        .wrapping_add(h55.wrapping_mul(0xfffffff3ffdbfffa))
        .wrapping_add(h56.wrapping_mul(0xfffffff40009fff8))
        .wrapping_add(h57.wrapping_mul(0xffffffec000ffffa))
        .wrapping_add(h58.wrapping_mul(0xffff4))
        .wrapping_add(h59.wrapping_mul(0x18001dfffe))
        .wrapping_add(h60.wrapping_mul(0xffffffdbffd7fffe))
        .wrapping_add(h61.wrapping_mul(0xffffffec00200001))
        .wrapping_add(h62.wrapping_mul(0xfffffff00009fffd))
        .wrapping_add(h63.wrapping_mul(0xffffffe80021fff2));
    [
        clamped((((s0 >> 37) + 16 * (r[30] & 0xff)) as u32).wrapping_add_signed(-22713)),
        clamped(((((s1 >> 1) & 0xffff) + 16 * ((r[30] >> 8) & 0xff)) as u32).wrapping_add_signed(-21774)),
        clamped(((((s1 >> 18) & 0xffff) + 16 * ((r[30] >> 16) & 0xff)) as u32).wrapping_add_signed(-31978)),
        clamped((((s1 >> 35) + 16 * ((r[30] >> 24) & 0xff)) as u32).wrapping_add_signed(-33815)),
        clamped(((((s0 >> 1) & 0x1ffff) + 16 * ((r[30] >> 32) & 0xff)) as u32).wrapping_add_signed(-34634)),
        clamped(((((s2 >> 1) & 0xffff) + 16 * ((r[30] >> 40) & 0xff)) as u32).wrapping_add_signed(-17215)),
        clamped(((((s2 >> 18) & 0xffff) + 16 * ((r[30] >> 48) & 0xff)) as u32).wrapping_add_signed(-29878)),
        clamped((((s2 >> 35) + 16 * ((r[30] >> 56) & 0xff)) as u32).wrapping_add_signed(-31212)),
        clamped(((((s3 >> 1) & 0xffff) + 16 * (r[31] & 0xff)) as u32).wrapping_add_signed(-33739)),
        clamped(((((s3 >> 18) & 0xffff) + 16 * ((r[31] >> 8) & 0xff)) as u32).wrapping_add_signed(-21811)),
        clamped((((s3 >> 35) + 16 * ((r[31] >> 16) & 0xff)) as u32).wrapping_add_signed(-23360)),
        clamped(((((s4 >> 1) & 0xffff) + 16 * ((r[31] >> 24) & 0xff)) as u32).wrapping_add_signed(-28878)),
        clamped(((((s0 >> 19) & 0x1ffff) + 16 * ((r[31] >> 32) & 0xff)) as u32).wrapping_add_signed(-34506)),
        clamped(((((s4 >> 18) & 0xffff) + 16 * ((r[31] >> 40) & 0xff)) as u32).wrapping_add_signed(-27960)),
        clamped((((s4 >> 35) + 16 * ((r[31] >> 48) & 0xff)) as u32).wrapping_add_signed(-28010)),
        clamped(((((s5 >> 1) & 0xffff) + 16 * ((r[31] >> 56) & 0xff)) as u32).wrapping_add_signed(-24896)),
        clamped(((((s5 >> 18) & 0xffff) + 16 * (r[32] & 0xff)) as u32).wrapping_add_signed(-29060)),
        clamped((((s5 >> 35) + 16 * ((r[32] >> 8) & 0xff)) as u32).wrapping_add_signed(-27435)),
        clamped(((((s6 >> 1) & 0xffff) + 16 * ((r[32] >> 16) & 0xff)) as u32).wrapping_add_signed(-30615)),
        clamped(((((s6 >> 18) & 0xffff) + 16 * ((r[32] >> 24) & 0xff)) as u32).wrapping_add_signed(-26731)),
        clamped((((s6 >> 35) + 16 * ((r[32] >> 32) & 0xff)) as u32).wrapping_add_signed(-31638)),
        clamped(((((s7 >> 1) & 0xffff) + 16 * ((r[32] >> 40) & 0xff)) as u32).wrapping_add_signed(-26170)),
        clamped(((((s7 >> 18) & 0xffff) + 16 * ((r[32] >> 48) & 0xff)) as u32).wrapping_add_signed(-29705)),
        clamped((((s7 >> 35) + 16 * ((r[32] >> 56) & 0xff)) as u32).wrapping_add_signed(-22770)),
        clamped(((((s8 >> 1) & 0xffff) + 16 * (r[33] & 0xff)) as u32).wrapping_add_signed(-27283)),
        clamped(((((s8 >> 18) & 0xffff) + 16 * ((r[33] >> 8) & 0xff)) as u32).wrapping_add_signed(-21392)),
        clamped((((s8 >> 35) + 16 * ((r[33] >> 16) & 0xff)) as u32).wrapping_add_signed(-26240)),
    ]
}

/// A sum less `low`, as a neuron of 0 to 127.
#[inline(always)]
const fn neuron(value: u64, low: i64) -> u64 {
    let t = (value as i64).wrapping_add(low);
    let t = (t & !(t >> 62)) - 127;
    (127 + (t & (t >> 62))) as u64
}
