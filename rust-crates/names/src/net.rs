//! The letters' net as code: 27 rows a position of what a letter adds to the hidden sums, eight sums a word of 64
//! bits, and the output layer as constants. Lanes are as wide as the sums of all 18,279 contexts ask for.
//!
//! Generated from the model `names-48-64-27` by `npm run bench:kernels -- --generate`; not to be edited.
#![allow(clippy::all, clippy::pedantic)]

use crate::weight::{clamped, not_above, not_below};
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Hidden sums that a letter adds, eight a word.
type Row = [AtomicU64; 8];

/// Position, letter, word. Zeroed memory, so no data segment; atomics because a safe `static` that is written has to
/// be, and on wasm32 a relaxed store is an `i64.store`. 32 rows, so that five bits are an index.
pub(crate) static TABLE: [[Row; 32]; 3] =
    [const { [const { [const { AtomicU64::new(0) }; 8] }; 32] }; 3];

/// Writes TABLE; a second time changes nothing.
#[inline]
pub(crate) fn store() {
    TABLE[0][0][0].store(0x76816f7569707477, Relaxed);
    TABLE[0][0][1].store(0x7c9b6c5d6d897170, Relaxed);
    TABLE[0][0][2].store(0x66627e698881818a, Relaxed);
    TABLE[0][0][3].store(0x775a697a7e59787d, Relaxed);
    TABLE[0][0][4].store(0x7f6d73796d6a6b6e, Relaxed);
    TABLE[0][0][5].store(0x7981796d6e7c7076, Relaxed);
    TABLE[0][0][6].store(0x7e6c7f6772618a91, Relaxed);
    TABLE[0][0][7].store(0x6d8c6974615b7569, Relaxed);
    TABLE[0][1][0].store(0x618b727693776173, Relaxed);
    TABLE[0][1][1].store(0x9075727d66718462, Relaxed);
    TABLE[0][1][2].store(0x78905d885c887667, Relaxed);
    TABLE[0][1][3].store(0x6a726e80677b8a73, Relaxed);
    TABLE[0][1][4].store(0x6a6680706b7a6d6f, Relaxed);
    TABLE[0][1][5].store(0x6f77636a674f7e8a, Relaxed);
    TABLE[0][1][6].store(0x718b756583688172, Relaxed);
    TABLE[0][1][7].store(0x86747e7e7e786f83, Relaxed);
    TABLE[0][2][0].store(0x6d8e6d716c779d61, Relaxed);
    TABLE[0][2][1].store(0x7462746f6273617d, Relaxed);
    TABLE[0][2][2].store(0x714c7f6e6d748f83, Relaxed);
    TABLE[0][2][3].store(0x817e947a69756562, Relaxed);
    TABLE[0][2][4].store(0x7a855f7e7d87888f, Relaxed);
    TABLE[0][2][5].store(0x8680695b85848263, Relaxed);
    TABLE[0][2][6].store(0x715183725c88805c, Relaxed);
    TABLE[0][2][7].store(0x7265808f5f807d67, Relaxed);
    TABLE[0][3][0].store(0x63788895735e8a7f, Relaxed);
    TABLE[0][3][1].store(0x4d697c71785a8762, Relaxed);
    TABLE[0][3][2].store(0x8e699a7c85737083, Relaxed);
    TABLE[0][3][3].store(0x817c5a7b5e717083, Relaxed);
    TABLE[0][3][4].store(0x8771657392808488, Relaxed);
    TABLE[0][3][5].store(0x8e7e6f718b707a7a, Relaxed);
    TABLE[0][3][6].store(0x7a82766d6d71848f, Relaxed);
    TABLE[0][3][7].store(0x686074777c779a6b, Relaxed);
    TABLE[0][4][0].store(0x7a6e70636f85a073, Relaxed);
    TABLE[0][4][1].store(0x8978845a777c6298, Relaxed);
    TABLE[0][4][2].store(0x766f795981806c75, Relaxed);
    TABLE[0][4][3].store(0x82769c807a797883, Relaxed);
    TABLE[0][4][4].store(0x707a6f6a7e74827d, Relaxed);
    TABLE[0][4][5].store(0x745564606d85705f, Relaxed);
    TABLE[0][4][6].store(0x656c69737782715e, Relaxed);
    TABLE[0][4][7].store(0x6e8f8e8566858284, Relaxed);
    TABLE[0][5][0].store(0x8182617287758b76, Relaxed);
    TABLE[0][5][1].store(0x806e7869686c6a71, Relaxed);
    TABLE[0][5][2].store(0x8b725f7d687b7254, Relaxed);
    TABLE[0][5][3].store(0x62747d8a74738890, Relaxed);
    TABLE[0][5][4].store(0x63708678697e5a73, Relaxed);
    TABLE[0][5][5].store(0x66667e74525a707f, Relaxed);
    TABLE[0][5][6].store(0x727a6d81827a8485, Relaxed);
    TABLE[0][5][7].store(0x8d6b857e7a5e756c, Relaxed);
    TABLE[0][6][0].store(0x605c7d705b98765d, Relaxed);
    TABLE[0][6][1].store(0x6c68815c68779886, Relaxed);
    TABLE[0][6][2].store(0x974f846f79816888, Relaxed);
    TABLE[0][6][3].store(0x878a51725278718d, Relaxed);
    TABLE[0][6][4].store(0x74607e897c798a78, Relaxed);
    TABLE[0][6][5].store(0x7a676c618a927f63, Relaxed);
    TABLE[0][6][6].store(0x76637b9280797095, Relaxed);
    TABLE[0][6][7].store(0x6c7a626f69818482, Relaxed);
    TABLE[0][7][0].store(0x618678855f8e8267, Relaxed);
    TABLE[0][7][1].store(0x745b57717e76647f, Relaxed);
    TABLE[0][7][2].store(0x865b94717278897a, Relaxed);
    TABLE[0][7][3].store(0x88766d8d53747b75, Relaxed);
    TABLE[0][7][4].store(0x726b6d85808b857b, Relaxed);
    TABLE[0][7][5].store(0x7170766188949766, Relaxed);
    TABLE[0][7][6].store(0x7e678a6865858b78, Relaxed);
    TABLE[0][7][7].store(0x6e596b8e6e8c8384, Relaxed);
    TABLE[0][8][0].store(0x82717b5f83788264, Relaxed);
    TABLE[0][8][1].store(0x80777e8661657e6c, Relaxed);
    TABLE[0][8][2].store(0x7d605886727f7082, Relaxed);
    TABLE[0][8][3].store(0x8275745386837378, Relaxed);
    TABLE[0][8][4].store(0x767d94706778847a, Relaxed);
    TABLE[0][8][5].store(0x895f6371616a786d, Relaxed);
    TABLE[0][8][6].store(0x576a6d8086705e71, Relaxed);
    TABLE[0][8][7].store(0x8080617a5d797968, Relaxed);
    TABLE[0][9][0].store(0x7f8a787a7a73647d, Relaxed);
    TABLE[0][9][1].store(0x7e6d6e8b755c6b7e, Relaxed);
    TABLE[0][9][2].store(0x8b8474847e73806d, Relaxed);
    TABLE[0][9][3].store(0x7160578c747d8c8d, Relaxed);
    TABLE[0][9][4].store(0x626d7f7867807871, Relaxed);
    TABLE[0][9][5].store(0x6e58768569607c79, Relaxed);
    TABLE[0][9][6].store(0x73867471826d6d75, Relaxed);
    TABLE[0][9][7].store(0x7c6794787176767c, Relaxed);
    TABLE[0][10][0].store(0x6f6e9f7a737f7c6d, Relaxed);
    TABLE[0][10][1].store(0x72787d7c835f7e7d, Relaxed);
    TABLE[0][10][2].store(0x96858f7c8183688e, Relaxed);
    TABLE[0][10][3].store(0x9a705963737d748a, Relaxed);
    TABLE[0][10][4].store(0x81787c6784739377, Relaxed);
    TABLE[0][10][5].store(0x814c5a718b878f62, Relaxed);
    TABLE[0][10][6].store(0x6283756d826f5766, Relaxed);
    TABLE[0][10][7].store(0x6587717d69a48594, Relaxed);
    TABLE[0][11][0].store(0x6e7f888462708980, Relaxed);
    TABLE[0][11][1].store(0x6472855659758a8f, Relaxed);
    TABLE[0][11][2].store(0x987091638e5f698f, Relaxed);
    TABLE[0][11][3].store(0x7975777974737478, Relaxed);
    TABLE[0][11][4].store(0x9379638489798096, Relaxed);
    TABLE[0][11][5].store(0x89716a758560605b, Relaxed);
    TABLE[0][11][6].store(0x726c72856d7c7b8f, Relaxed);
    TABLE[0][11][7].store(0x5e7c96776b778d78, Relaxed);
    TABLE[0][12][0].store(0x777f87867267817e, Relaxed);
    TABLE[0][12][1].store(0x86858b6775657981, Relaxed);
    TABLE[0][12][2].store(0x8e797c6e75957576, Relaxed);
    TABLE[0][12][3].store(0x728d76738675768b, Relaxed);
    TABLE[0][12][4].store(0x898c788174728591, Relaxed);
    TABLE[0][12][5].store(0x706c697d9087976b, Relaxed);
    TABLE[0][12][6].store(0x6974786d6b796553, Relaxed);
    TABLE[0][12][7].store(0x6074838286817d71, Relaxed);
    TABLE[0][13][0].store(0x827a909a64677e8e, Relaxed);
    TABLE[0][13][1].store(0x767f705f61608a62, Relaxed);
    TABLE[0][13][2].store(0x899688787277748b, Relaxed);
    TABLE[0][13][3].store(0x8497786b87767f68, Relaxed);
    TABLE[0][13][4].store(0x81747c687889838a, Relaxed);
    TABLE[0][13][5].store(0x7a696863636b8c54, Relaxed);
    TABLE[0][13][6].store(0x5c7176916c8f5f7a, Relaxed);
    TABLE[0][13][7].store(0x6376657b59908271, Relaxed);
    TABLE[0][14][0].store(0x847d8779667c7584, Relaxed);
    TABLE[0][14][1].store(0x77697e85807f7275, Relaxed);
    TABLE[0][14][2].store(0x8073638777727874, Relaxed);
    TABLE[0][14][3].store(0x82817f7685707589, Relaxed);
    TABLE[0][14][4].store(0x7779998757748f75, Relaxed);
    TABLE[0][14][5].store(0x735671706f768867, Relaxed);
    TABLE[0][14][6].store(0x6675766e84815486, Relaxed);
    TABLE[0][14][7].store(0x8479679473768384, Relaxed);
    TABLE[0][15][0].store(0x768070657f7d6f6d, Relaxed);
    TABLE[0][15][1].store(0x8272896b7276787c, Relaxed);
    TABLE[0][15][2].store(0x89897083597d636c, Relaxed);
    TABLE[0][15][3].store(0x697a52805c6e77a2, Relaxed);
    TABLE[0][15][4].store(0x705d84816a627c76, Relaxed);
    TABLE[0][15][5].store(0x596b6d636a5d9566, Relaxed);
    TABLE[0][15][6].store(0x837c8082876a6c7c, Relaxed);
    TABLE[0][15][7].store(0x9188886e72687485, Relaxed);
    TABLE[0][16][0].store(0x7f89878579718869, Relaxed);
    TABLE[0][16][1].store(0x62889e6744656d71, Relaxed);
    TABLE[0][16][2].store(0x6f66758674837b8a, Relaxed);
    TABLE[0][16][3].store(0x73838250905f4863, Relaxed);
    TABLE[0][16][4].store(0x9c8e677a6e7f86a7, Relaxed);
    TABLE[0][16][5].store(0x818b5b7490768d69, Relaxed);
    TABLE[0][16][6].store(0x775a7b8058684e6e, Relaxed);
    TABLE[0][16][7].store(0x6f816d8172698553, Relaxed);
    TABLE[0][17][0].store(0x6682897e5f845c7d, Relaxed);
    TABLE[0][17][1].store(0x8667558e8475777c, Relaxed);
    TABLE[0][17][2].store(0x6f8587777a728490, Relaxed);
    TABLE[0][17][3].store(0x9271648164848769, Relaxed);
    TABLE[0][17][4].store(0x71617d78717fa374, Relaxed);
    TABLE[0][17][5].store(0x7a636362787b965c, Relaxed);
    TABLE[0][17][6].store(0x6c7a835d757c6e6c, Relaxed);
    TABLE[0][17][7].store(0x6c726d865d9d8396, Relaxed);
    TABLE[0][18][0].store(0x7c8387677651937e, Relaxed);
    TABLE[0][18][1].store(0x7673847c8c727b73, Relaxed);
    TABLE[0][18][2].store(0x8e778075716e6787, Relaxed);
    TABLE[0][18][3].store(0x82786b707576749d, Relaxed);
    TABLE[0][18][4].store(0x8b7f837d7d579280, Relaxed);
    TABLE[0][18][5].store(0x83666e6977628958, Relaxed);
    TABLE[0][18][6].store(0x66787d6881787367, Relaxed);
    TABLE[0][18][7].store(0x7c848a7c6778837b, Relaxed);
    TABLE[0][19][0].store(0x807d7a85826a9386, Relaxed);
    TABLE[0][19][1].store(0x8a87586e82665a64, Relaxed);
    TABLE[0][19][2].store(0x659382706f886d76, Relaxed);
    TABLE[0][19][3].store(0x7e70856f8278876d, Relaxed);
    TABLE[0][19][4].store(0x816d7f57837b7d82, Relaxed);
    TABLE[0][19][5].store(0x706f6a65506e9963, Relaxed);
    TABLE[0][19][6].store(0x6883735c6a778560, Relaxed);
    TABLE[0][19][7].store(0x717d5e816b838b70, Relaxed);
    TABLE[0][20][0].store(0x6f666d697d8e8a6f, Relaxed);
    TABLE[0][20][1].store(0x736c8b7d716f648e, Relaxed);
    TABLE[0][20][2].store(0x615565718d856e6c, Relaxed);
    TABLE[0][20][3].store(0x796e8c76747e6c7a, Relaxed);
    TABLE[0][20][4].store(0x7173777172808f86, Relaxed);
    TABLE[0][20][5].store(0x7f66617579816c81, Relaxed);
    TABLE[0][20][6].store(0x7178606077676b74, Relaxed);
    TABLE[0][20][7].store(0x787c7884846e9772, Relaxed);
    TABLE[0][21][0].store(0x718a7f80855e8178, Relaxed);
    TABLE[0][21][1].store(0x6672886f81697d50, Relaxed);
    TABLE[0][21][2].store(0x949281905e7c786a, Relaxed);
    TABLE[0][21][3].store(0x7c7d5f8b625e769c, Relaxed);
    TABLE[0][21][4].store(0x6670736776706760, Relaxed);
    TABLE[0][21][5].store(0x6f67705c73628580, Relaxed);
    TABLE[0][21][6].store(0x77897e7688766f80, Relaxed);
    TABLE[0][21][7].store(0x8d77867f6d787085, Relaxed);
    TABLE[0][22][0].store(0x7071686766788c73, Relaxed);
    TABLE[0][22][1].store(0x8f69686b7a7d8279, Relaxed);
    TABLE[0][22][2].store(0x84556b636f817d75, Relaxed);
    TABLE[0][22][3].store(0x808b86876a848d82, Relaxed);
    TABLE[0][22][4].store(0x62748780727a7e6d, Relaxed);
    TABLE[0][22][5].store(0x7c62785d66847669, Relaxed);
    TABLE[0][22][6].store(0x5c64767a8092896f, Relaxed);
    TABLE[0][22][7].store(0x746b728461817479, Relaxed);
    TABLE[0][23][0].store(0x7884877b6e85a26c, Relaxed);
    TABLE[0][23][1].store(0x7a748548598a7478, Relaxed);
    TABLE[0][23][2].store(0x8a76787359746281, Relaxed);
    TABLE[0][23][3].store(0x7c939c5d7a655f6f, Relaxed);
    TABLE[0][23][4].store(0x9e7f7d827b747d99, Relaxed);
    TABLE[0][23][5].store(0x6f786253756e9447, Relaxed);
    TABLE[0][23][6].store(0x6e57818a668c6c79, Relaxed);
    TABLE[0][23][7].store(0x798c648f6a7d827b, Relaxed);
    TABLE[0][24][0].store(0x6c6c85837b768d7d, Relaxed);
    TABLE[0][24][1].store(0x88807465736a8071, Relaxed);
    TABLE[0][24][2].store(0x797f776b7492677c, Relaxed);
    TABLE[0][24][3].store(0x828a8b677e827f6d, Relaxed);
    TABLE[0][24][4].store(0x85797e66847d8789, Relaxed);
    TABLE[0][24][5].store(0x7d6b5d67727d896a, Relaxed);
    TABLE[0][24][6].store(0x5c7c6b69717d7660, Relaxed);
    TABLE[0][24][7].store(0x627d628379908b79, Relaxed);
    TABLE[0][25][0].store(0x728587778a87866e, Relaxed);
    TABLE[0][25][1].store(0x80797a706b6f6b8b, Relaxed);
    TABLE[0][25][2].store(0xa07a6e76857c6b67, Relaxed);
    TABLE[0][25][3].store(0x7654817584788484, Relaxed);
    TABLE[0][25][4].store(0x82867d757b7c6078, Relaxed);
    TABLE[0][25][5].store(0x7952698d7a666582, Relaxed);
    TABLE[0][25][6].store(0x6986676482697a76, Relaxed);
    TABLE[0][25][7].store(0x6f7a8f8d8a827a8b, Relaxed);
    TABLE[0][26][0].store(0x8f77706e7f70927a, Relaxed);
    TABLE[0][26][1].store(0x86847f716c66616b, Relaxed);
    TABLE[0][26][2].store(0x697d627a72877b70, Relaxed);
    TABLE[0][26][3].store(0x7d7c946f93737877, Relaxed);
    TABLE[0][26][4].store(0x657f815b667f7775, Relaxed);
    TABLE[0][26][5].store(0x755a686552747b6f, Relaxed);
    TABLE[0][26][6].store(0x5b706a7b7b7e5c61, Relaxed);
    TABLE[0][26][7].store(0x7f8572835c7a7669, Relaxed);
    TABLE[1][0][0].store(0xf8f30a05e6f3f406, Relaxed);
    TABLE[1][0][1].store(0xfa06fcfd10020ff4, Relaxed);
    TABLE[1][0][2].store(0x2f1f806181506, Relaxed);
    TABLE[1][0][3].store(0x92104edfe101006, Relaxed);
    TABLE[1][0][4].store(0xf801ef0ee7f9f3f3, Relaxed);
    TABLE[1][0][5].store(0xe04e7edf30c13f3, Relaxed);
    TABLE[1][0][6].store(0x2eeebfe07f7e10d, Relaxed);
    TABLE[1][0][7].store(0x1106fef6e4fbf801, Relaxed);
    TABLE[1][1][0].store(0xf2040cf40002fd09, Relaxed);
    TABLE[1][1][1].store(0x610ebfcf617f818, Relaxed);
    TABLE[1][1][2].store(0xe910f20e12e4fb01, Relaxed);
    TABLE[1][1][3].store(0xf0faf205f4fb0008, Relaxed);
    TABLE[1][1][4].store(0xe6f1f6fb0d13f711, Relaxed);
    TABLE[1][1][5].store(0x91613201af5fd03, Relaxed);
    TABLE[1][1][6].store(0x71706151101f903, Relaxed);
    TABLE[1][1][7].store(0xf3f6fae8eb030f06, Relaxed);
    TABLE[1][2][0].store(0xffa0c0f04f7030f, Relaxed);
    TABLE[1][2][1].store(0x12081022e8ec06e1, Relaxed);
    TABLE[1][2][2].store(0x15fd18e6e2140bef, Relaxed);
    TABLE[1][2][3].store(0xe21eff1f6d6070d, Relaxed);
    TABLE[1][2][4].store(0x15ffebf7fa1112e9, Relaxed);
    TABLE[1][2][5].store(0xff00e7e9fdf9f0fa, Relaxed);
    TABLE[1][2][6].store(0xfcedfeeff0061e17, Relaxed);
    TABLE[1][2][7].store(0xe0e2121901fcf3e8, Relaxed);
    TABLE[1][3][0].store(0xfbddee182d07f9fd, Relaxed);
    TABLE[1][3][1].store(0x151b18efedf3eddd, Relaxed);
    TABLE[1][3][2].store(0x1a1313f4f2f913fd, Relaxed);
    TABLE[1][3][3].store(0x9f2f6f5fc03fa27, Relaxed);
    TABLE[1][3][4].store(0x307fce918021301, Relaxed);
    TABLE[1][3][5].store(0xe30819e005eefee3, Relaxed);
    TABLE[1][3][6].store(0xd4fdf6f0f1ec110e, Relaxed);
    TABLE[1][3][7].store(0xf4ff13f01ffe0a0b, Relaxed);
    TABLE[1][4][0].store(0xfb0efee6f203fff7, Relaxed);
    TABLE[1][4][1].store(0xe9ff200e04f10406, Relaxed);
    TABLE[1][4][2].store(0xfa0f10e70121040b, Relaxed);
    TABLE[1][4][3].store(0x4fd09f009ec01f3, Relaxed);
    TABLE[1][4][4].store(0x1c0bfc06ddff10fb, Relaxed);
    TABLE[1][4][5].store(0xaefdcfbf6070812, Relaxed);
    TABLE[1][4][6].store(0xdee06fff81afdef, Relaxed);
    TABLE[1][4][7].store(0x1dfd0911040312f6, Relaxed);
    TABLE[1][5][0].store(0x2f4ea09ee0909fb, Relaxed);
    TABLE[1][5][1].store(0xfb14ff04fc0ffd0e, Relaxed);
    TABLE[1][5][2].store(0xf0ebf80a06f5050f, Relaxed);
    TABLE[1][5][3].store(0xafff009fa1af800, Relaxed);
    TABLE[1][5][4].store(0xf4f510e90e0afb0a, Relaxed);
    TABLE[1][5][5].store(0xe1208f3f305fcf2, Relaxed);
    TABLE[1][5][6].store(0xf81d0b0016dfe3f3, Relaxed);
    TABLE[1][5][7].store(0x11f5ed02f2011ced, Relaxed);
    TABLE[1][6][0].store(0xfe1205ff201f1a0b, Relaxed);
    TABLE[1][6][1].store(0x9ec03fc08fa17f8, Relaxed);
    TABLE[1][6][2].store(0x18f4f7e4d9ede9f6, Relaxed);
    TABLE[1][6][3].store(0xf9eff21bd6071e0d, Relaxed);
    TABLE[1][6][4].store(0x15f5ed082115f2f5, Relaxed);
    TABLE[1][6][5].store(0x4f11ee5eed1def2, Relaxed);
    TABLE[1][6][6].store(0xf8eee9feec07181a, Relaxed);
    TABLE[1][6][7].store(0xeb15f8eb21fdff07, Relaxed);
    TABLE[1][7][0].store(0x1bff1202fb150d1d, Relaxed);
    TABLE[1][7][1].store(0x2af7fe1dfdf418e6, Relaxed);
    TABLE[1][7][2].store(0x27f80bf0f1edd5f4, Relaxed);
    TABLE[1][7][3].store(0xf3fceefbef062c00, Relaxed);
    TABLE[1][7][4].store(0x1f05fdfb1713fedc, Relaxed);
    TABLE[1][7][5].store(0x60515fde5d8e3f4, Relaxed);
    TABLE[1][7][6].store(0xf707d5fe01f8192d, Relaxed);
    TABLE[1][7][7].store(0xe3f4f3010ff7fe01, Relaxed);
    TABLE[1][8][0].store(0xf20dfaf021eefef9, Relaxed);
    TABLE[1][8][1].store(0xec01f1fdfafdf002, Relaxed);
    TABLE[1][8][2].store(0xaffe1ecd02800ee, Relaxed);
    TABLE[1][8][3].store(0xe9040618f2e6f607, Relaxed);
    TABLE[1][8][4].store(0x4fdf50a050ff9f5, Relaxed);
    TABLE[1][8][5].store(0xe2f2f7ebfd05fffd, Relaxed);
    TABLE[1][8][6].store(0x5e208fcf407090a, Relaxed);
    TABLE[1][8][7].store(0xe819f100fb00e807, Relaxed);
    TABLE[1][9][0].store(0x21feedf5f3110600, Relaxed);
    TABLE[1][9][1].store(0xfdf8f214fbfdf60a, Relaxed);
    TABLE[1][9][2].store(0xcf2071502d4e507, Relaxed);
    TABLE[1][9][3].store(0xfef501f40804f7f4, Relaxed);
    TABLE[1][9][4].store(0xf81009fd0f08f1df, Relaxed);
    TABLE[1][9][5].store(0xec00161207fffd09, Relaxed);
    TABLE[1][9][6].store(0xf917fa1515e9f8e9, Relaxed);
    TABLE[1][9][7].store(0xffafe0303fd0812, Relaxed);
    TABLE[1][10][0].store(0x92505e922040406, Relaxed);
    TABLE[1][10][1].store(0xf5f3fefe0ef6ec06, Relaxed);
    TABLE[1][10][2].store(0x2720fcf2e90ce6e7, Relaxed);
    TABLE[1][10][3].store(0xd1dd270305e705e9, Relaxed);
    TABLE[1][10][4].store(0x1d18fe10050101f0, Relaxed);
    TABLE[1][10][5].store(0xd9e7150f08f6060a, Relaxed);
    TABLE[1][10][6].store(0x6e9f5fae21c2504, Relaxed);
    TABLE[1][10][7].store(0xed20ebfd16f8f821, Relaxed);
    TABLE[1][11][0].store(0x4ddf6062504f9e4, Relaxed);
    TABLE[1][11][1].store(0xf082500f4e6f1e2, Relaxed);
    TABLE[1][11][2].store(0x4fe0d0601f41b00, Relaxed);
    TABLE[1][11][3].store(0x2301ecdde9f3fb18, Relaxed);
    TABLE[1][11][4].store(0x4faf30109010706, Relaxed);
    TABLE[1][11][5].store(0xf9e9f1df0af7120e, Relaxed);
    TABLE[1][11][6].store(0xeffa0900ea0400f5, Relaxed);
    TABLE[1][11][7].store(0x1af234fb20070e00, Relaxed);
    TABLE[1][12][0].store(0x1a0af1290c011408, Relaxed);
    TABLE[1][12][1].store(0xe8da1ae90502f601, Relaxed);
    TABLE[1][12][2].store(0xf6ff25170cf40a08, Relaxed);
    TABLE[1][12][3].store(0x15ee0e0a1b01eff4, Relaxed);
    TABLE[1][12][4].store(0xf1403ff02e30819, Relaxed);
    TABLE[1][12][5].store(0x3ec01000c02ec11, Relaxed);
    TABLE[1][12][6].store(0x191010fff10a09ed, Relaxed);
    TABLE[1][12][7].store(0xfb040ff00d09e8f4, Relaxed);
    TABLE[1][13][0].store(0x8fcf8f80afef4fd, Relaxed);
    TABLE[1][13][1].store(0xf40615f7fa01f6, Relaxed);
    TABLE[1][13][2].store(0xfb00f2f6070116f4, Relaxed);
    TABLE[1][13][3].store(0x11fffbe7ffecf404, Relaxed);
    TABLE[1][13][4].store(0x8ee150d020d0920, Relaxed);
    TABLE[1][13][5].store(0xfa1f04f7f8f50b12, Relaxed);
    TABLE[1][13][6].store(0xf50bfbfde41923ec, Relaxed);
    TABLE[1][13][7].store(0xfbf3fe1306e8f3ff, Relaxed);
    TABLE[1][14][0].store(0xe3f40aebeef4eaf0, Relaxed);
    TABLE[1][14][1].store(0xff5e5f0ffef16fe, Relaxed);
    TABLE[1][14][2].store(0x13e7eb060509eefa, Relaxed);
    TABLE[1][14][3].store(0xfb09fd0dfe1008fb, Relaxed);
    TABLE[1][14][4].store(0xfef80912f3e8fff1, Relaxed);
    TABLE[1][14][5].store(0xf9f3f20ef101010a, Relaxed);
    TABLE[1][14][6].store(0x7eaf3fe030f1206, Relaxed);
    TABLE[1][14][7].store(0xfd060e161504dc07, Relaxed);
    TABLE[1][15][0].store(0x5271702f0091500, Relaxed);
    TABLE[1][15][1].store(0x6e4dc041610121a, Relaxed);
    TABLE[1][15][2].store(0xd7e3ff05f9e0e0ff, Relaxed);
    TABLE[1][15][3].store(0xf1ff0a1bfb06fee2, Relaxed);
    TABLE[1][15][4].store(0xdee609fe03f6ed09, Relaxed);
    TABLE[1][15][5].store(0x1cfa1018060ff8f3, Relaxed);
    TABLE[1][15][6].store(0xf5f90ff404f4ec00, Relaxed);
    TABLE[1][15][7].store(0xf503e610f00412fd, Relaxed);
    TABLE[1][16][0].store(0x17010b2e1ad908fa, Relaxed);
    TABLE[1][16][1].store(0xeafb0705ebf5d701, Relaxed);
    TABLE[1][16][2].store(0xfcf924fff01b20ec, Relaxed);
    TABLE[1][16][3].store(0x181913060ad8e6e9, Relaxed);
    TABLE[1][16][4].store(0xbf1f4f3f2f921f5, Relaxed);
    TABLE[1][16][5].store(0xe5edf2fa1e141ffa, Relaxed);
    TABLE[1][16][6].store(0xf1e813c8d51c1701, Relaxed);
    TABLE[1][16][7].store(0xd60c16260018d1f3, Relaxed);
    TABLE[1][17][0].store(0x4071fcefb0bf00b, Relaxed);
    TABLE[1][17][1].store(0x22e2e81bfdeb1df0, Relaxed);
    TABLE[1][17][2].store(0x1304f7effaeeccf3, Relaxed);
    TABLE[1][17][3].store(0xe9fdf9ecf9ea1f04, Relaxed);
    TABLE[1][17][4].store(0x804f81efc0cf4dd, Relaxed);
    TABLE[1][17][5].store(0xf8ff031ff9e4f417, Relaxed);
    TABLE[1][17][6].store(0xfef0d81b04191e1a, Relaxed);
    TABLE[1][17][7].store(0xf1fb09020cf3eb21, Relaxed);
    TABLE[1][18][0].store(0xe907060412eef1f0, Relaxed);
    TABLE[1][18][1].store(0xef1f9e80ef60be5, Relaxed);
    TABLE[1][18][2].store(0xf5fcf7fee81908f4, Relaxed);
    TABLE[1][18][3].store(0xf50a0e0608f3f00c, Relaxed);
    TABLE[1][18][4].store(0xe905010af2d8f716, Relaxed);
    TABLE[1][18][5].store(0xe7e4ee0120f9fb, Relaxed);
    TABLE[1][18][6].store(0x1d81af9f5f1fc05, Relaxed);
    TABLE[1][18][7].store(0xfcfd090502f7fcff, Relaxed);
    TABLE[1][19][0].store(0x60708eefcf1f802, Relaxed);
    TABLE[1][19][1].store(0xfdfa02100705f7fe, Relaxed);
    TABLE[1][19][2].store(0xdf1200ea0229f104, Relaxed);
    TABLE[1][19][3].store(0xedf311f51bff01f4, Relaxed);
    TABLE[1][19][4].store(0x8001afbec010c0c, Relaxed);
    TABLE[1][19][5].store(0x40ef902e61014fc, Relaxed);
    TABLE[1][19][6].store(0xee00f3f50502eb12, Relaxed);
    TABLE[1][19][7].store(0xcde09e1fc0605, Relaxed);
    TABLE[1][20][0].store(0xf1f1f8f00e0201ef, Relaxed);
    TABLE[1][20][1].store(0xeb0a19f5ebebeb07, Relaxed);
    TABLE[1][20][2].store(0x30922e8f515f014, Relaxed);
    TABLE[1][20][3].store(0x5f0fd0c07fc0108, Relaxed);
    TABLE[1][20][4].store(0x180ceef1f1051cd4, Relaxed);
    TABLE[1][20][5].store(0xebe1f3fd00f906fd, Relaxed);
    TABLE[1][20][6].store(0xeee9f8fb070ef708, Relaxed);
    TABLE[1][20][7].store(0xb171f001721fb0c, Relaxed);
    TABLE[1][21][0].store(0xee0f0305e3fff40f, Relaxed);
    TABLE[1][21][1].store(0x828e8000511050f, Relaxed);
    TABLE[1][21][2].store(0x1214f0020cf61bf0, Relaxed);
    TABLE[1][21][3].store(0xeb0b10fc03fcf2f8, Relaxed);
    TABLE[1][21][4].store(0xe7f90cf5fbfd0216, Relaxed);
    TABLE[1][21][5].store(0xfd2b1615130c07e8, Relaxed);
    TABLE[1][21][6].store(0xf9060becf9f619ee, Relaxed);
    TABLE[1][21][7].store(0xf1e9e015f4e31bfb, Relaxed);
    TABLE[1][22][0].store(0xeafbf4f2fb11ff0c, Relaxed);
    TABLE[1][22][1].store(0x7fb0cfffefc2aeb, Relaxed);
    TABLE[1][22][2].store(0xaf9e9eaef090706, Relaxed);
    TABLE[1][22][3].store(0x908e004ec051026, Relaxed);
    TABLE[1][22][4].store(0xb01f70e070cf20e, Relaxed);
    TABLE[1][22][5].store(0x180bf1e0e0e7d304, Relaxed);
    TABLE[1][22][6].store(0x16fff81f08fb0a07, Relaxed);
    TABLE[1][22][7].store(0x5ee01ea06ed02ef, Relaxed);
    TABLE[1][23][0].store(0xf20b270c10e402f5, Relaxed);
    TABLE[1][23][1].store(0x16f6fd0405fd06f9, Relaxed);
    TABLE[1][23][2].store(0xe7eff3f6f92609e5, Relaxed);
    TABLE[1][23][3].store(0xfe10fd0de9f10bec, Relaxed);
    TABLE[1][23][4].store(0xbd40702f9f90e24, Relaxed);
    TABLE[1][23][5].store(0x1bf3e8f4f3051200, Relaxed);
    TABLE[1][23][6].store(0x1e80ed3da1f0e1f, Relaxed);
    TABLE[1][23][7].store(0xe0fffa20fc08f4e3, Relaxed);
    TABLE[1][24][0].store(0xf402fdf81ffe0000, Relaxed);
    TABLE[1][24][1].store(0xf2f81cf1fc00f2fe, Relaxed);
    TABLE[1][24][2].store(0xf01d05f0021b0503, Relaxed);
    TABLE[1][24][3].store(0xfbe5010407f7000c, Relaxed);
    TABLE[1][24][4].store(0x18040001ff04101d, Relaxed);
    TABLE[1][24][5].store(0xfffdfdf8f9f1fd0c, Relaxed);
    TABLE[1][24][6].store(0x701ff03f11b0a08, Relaxed);
    TABLE[1][24][7].store(0xfb0f01ea0604fa02, Relaxed);
    TABLE[1][25][0].store(0x9f5effb15ff04f4, Relaxed);
    TABLE[1][25][1].store(0xf31f13f20204cf10, Relaxed);
    TABLE[1][25][2].store(0x1c16fb201002faff, Relaxed);
    TABLE[1][25][3].store(0xeae009f9fa0b04ef, Relaxed);
    TABLE[1][25][4].store(0x1918faf6120700f4, Relaxed);
    TABLE[1][25][5].store(0xe7e309060cfb1811, Relaxed);
    TABLE[1][25][6].store(0x1618050802fef1fa, Relaxed);
    TABLE[1][25][7].store(0x151300e60a13130b, Relaxed);
    TABLE[1][26][0].store(0xfb0ef4ebe5eff4fe, Relaxed);
    TABLE[1][26][1].store(0xdb0c0114fafef913, Relaxed);
    TABLE[1][26][2].store(0xfd09f9e9fd2c1700, Relaxed);
    TABLE[1][26][3].store(0xe11f815e8ebf0, Relaxed);
    TABLE[1][26][4].store(0xa020c03de070fff, Relaxed);
    TABLE[1][26][5].store(0xf613e802f9171307, Relaxed);
    TABLE[1][26][6].store(0x5f708f5fb1508e4, Relaxed);
    TABLE[1][26][7].store(0x6feed23eaf4f9f6, Relaxed);
    TABLE[2][0][0].store(0x71b02fffe070301, Relaxed);
    TABLE[2][0][1].store(0x1406f9f6f2fd03, Relaxed);
    TABLE[2][0][2].store(0x4f9ff09f0e4edfb, Relaxed);
    TABLE[2][0][3].store(0xfa03070002fff0fa, Relaxed);
    TABLE[2][0][4].store(0xfa0802f3fcfcfafb, Relaxed);
    TABLE[2][0][5].store(0xf6f702fffcf6fa04, Relaxed);
    TABLE[2][0][6].store(0xfd0708f9fcfb08df, Relaxed);
    TABLE[2][0][7].store(0xff0602f9000301fd, Relaxed);
    TABLE[2][1][0].store(0xf0fd0cfaf8ff021a, Relaxed);
    TABLE[2][1][1].store(0x9f70dfe2535f6f5, Relaxed);
    TABLE[2][1][2].store(0x28e3f30505e2faf3, Relaxed);
    TABLE[2][1][3].store(0xf31516f9f900ffe7, Relaxed);
    TABLE[2][1][4].store(0x5f200f2eb10eefa, Relaxed);
    TABLE[2][1][5].store(0xf01f01df5fcf001, Relaxed);
    TABLE[2][1][6].store(0xf911f31919ed03fe, Relaxed);
    TABLE[2][1][7].store(0x5e800fbfa020c14, Relaxed);
    TABLE[2][2][0].store(0xe7f70524f0f3fe01, Relaxed);
    TABLE[2][2][1].store(0x1301de11f8e20725, Relaxed);
    TABLE[2][2][2].store(0xf4f205ef18220c14, Relaxed);
    TABLE[2][2][3].store(0xf6faf0f018faf3fd, Relaxed);
    TABLE[2][2][4].store(0xccece5f816fa0ee8, Relaxed);
    TABLE[2][2][5].store(0xfb2001fe1cf50dfb, Relaxed);
    TABLE[2][2][6].store(0xf5111502e2151e20, Relaxed);
    TABLE[2][2][7].store(0x1cfc0ee5fa09ecf1, Relaxed);
    TABLE[2][3][0].store(0x15f42b12e8f5130f, Relaxed);
    TABLE[2][3][1].store(0xe00f7eb09ebf1f1, Relaxed);
    TABLE[2][3][2].store(0xde6eb1cff09fcda, Relaxed);
    TABLE[2][3][3].store(0xfbe7dfefedf3f4e2, Relaxed);
    TABLE[2][3][4].store(0x2fbf6e21cf41edc, Relaxed);
    TABLE[2][3][5].store(0xcef06f018eeef1a, Relaxed);
    TABLE[2][3][6].store(0x50013f7fc101501, Relaxed);
    TABLE[2][3][7].store(0x23281138381ff7d8, Relaxed);
    TABLE[2][4][0].store(0x1beef31207feddf3, Relaxed);
    TABLE[2][4][1].store(0x3f3fa19e2da10fd, Relaxed);
    TABLE[2][4][2].store(0xdc1009e10b0f0c09, Relaxed);
    TABLE[2][4][3].store(0xfefe0d0f11f5fe08, Relaxed);
    TABLE[2][4][4].store(0xf5090a2d05f0ff0b, Relaxed);
    TABLE[2][4][5].store(0xea2a05e5f3191502, Relaxed);
    TABLE[2][4][6].store(0x2f813f2e109fc0b, Relaxed);
    TABLE[2][4][7].store(0xdfee13ebdff4e807, Relaxed);
    TABLE[2][5][0].store(0xe04e7f00b10f6eb, Relaxed);
    TABLE[2][5][1].store(0xef090202e507f304, Relaxed);
    TABLE[2][5][2].store(0x17efee16fcdfec0d, Relaxed);
    TABLE[2][5][3].store(0xfefb040f0424e70b, Relaxed);
    TABLE[2][5][4].store(0xef3f8fb041cf2ff, Relaxed);
    TABLE[2][5][5].store(0x22fb19f905fe14ee, Relaxed);
    TABLE[2][5][6].store(0xfe0407f209fb11f2, Relaxed);
    TABLE[2][5][7].store(0xf80afb0af6fc0d06, Relaxed);
    TABLE[2][6][0].store(0xf4e91d16f313220c, Relaxed);
    TABLE[2][6][1].store(0xdfa02e1fbccf1e8, Relaxed);
    TABLE[2][6][2].store(0x9ed0afa3908e200, Relaxed);
    TABLE[2][6][3].store(0x1df1fb20ee15e8f5, Relaxed);
    TABLE[2][6][4].store(0x14e3c5f82cf40fe8, Relaxed);
    TABLE[2][6][5].store(0xea19f724dcf9fb07, Relaxed);
    TABLE[2][6][6].store(0xe105060019021b2d, Relaxed);
    TABLE[2][6][7].store(0x3df30debf704d5f7, Relaxed);
    TABLE[2][7][0].store(0xca06ff11f1f62b2b, Relaxed);
    TABLE[2][7][1].store(0x60ce7e8f2f3f60c, Relaxed);
    TABLE[2][7][2].store(0x191d07fb1f0f1129, Relaxed);
    TABLE[2][7][3].store(0xe71203e60305ddf3, Relaxed);
    TABLE[2][7][4].store(0xf8f5d9cf16f405f9, Relaxed);
    TABLE[2][7][5].store(0xf6fb2008f6f0fdee, Relaxed);
    TABLE[2][7][6].store(0xf018e713e922081e, Relaxed);
    TABLE[2][7][7].store(0x1ef1f5f9fc03d6fb, Relaxed);
    TABLE[2][8][0].store(0xf0aeb04061013e6, Relaxed);
    TABLE[2][8][1].store(0xdf7040411e3fd1a, Relaxed);
    TABLE[2][8][2].store(0xf2e71efe0810060a, Relaxed);
    TABLE[2][8][3].store(0x19f2f416ff0b1828, Relaxed);
    TABLE[2][8][4].store(0xf4f2fc0aee0801f2, Relaxed);
    TABLE[2][8][5].store(0xc11d817f014fc0f, Relaxed);
    TABLE[2][8][6].store(0xfbf308f50deb02ee, Relaxed);
    TABLE[2][8][7].store(0x1ffeebea020213f9, Relaxed);
    TABLE[2][9][0].store(0xecdedfe31f0b07fc, Relaxed);
    TABLE[2][9][1].store(0xe8200309f3161603, Relaxed);
    TABLE[2][9][2].store(0xe1180deaf0ee061e, Relaxed);
    TABLE[2][9][3].store(0xf81bddeb0c07fefb, Relaxed);
    TABLE[2][9][4].store(0x30ff7f6fb150800, Relaxed);
    TABLE[2][9][5].store(0xbf21503fafe04f3, Relaxed);
    TABLE[2][9][6].store(0x11ede6fd0026eae7, Relaxed);
    TABLE[2][9][7].store(0xdaeff717f702050f, Relaxed);
    TABLE[2][10][0].store(0xebff050c14f90902, Relaxed);
    TABLE[2][10][1].store(0xafa07f710f212f5, Relaxed);
    TABLE[2][10][2].store(0xe51918ef041c1d08, Relaxed);
    TABLE[2][10][3].store(0xfb00ebfaf5e521fb, Relaxed);
    TABLE[2][10][4].store(0x417040a00e7120a, Relaxed);
    TABLE[2][10][5].store(0xdc05e407ea17fc16, Relaxed);
    TABLE[2][10][6].store(0x7f3e908f513df02, Relaxed);
    TABLE[2][10][7].store(0xfeeef5ff090ff003, Relaxed);
    TABLE[2][11][0].store(0x13d517f3fc02f8ec, Relaxed);
    TABLE[2][11][1].store(0xf6f706f908cc1df3, Relaxed);
    TABLE[2][11][2].store(0xe4df0dd81812e3e3, Relaxed);
    TABLE[2][11][3].store(0x2201e604fd05f5dc, Relaxed);
    TABLE[2][11][4].store(0xfd0814102cfc1bef, Relaxed);
    TABLE[2][11][5].store(0x51afef80ef7e900, Relaxed);
    TABLE[2][11][6].store(0x130818fd01112507, Relaxed);
    TABLE[2][11][7].store(0xf9ff241be7f7e2eb, Relaxed);
    TABLE[2][12][0].store(0xeceb1af2f5fbc9fd, Relaxed);
    TABLE[2][12][1].store(0x2f5fc250902fce6, Relaxed);
    TABLE[2][12][2].store(0xe509e900f226f7f2, Relaxed);
    TABLE[2][12][3].store(0x6eae302f0ee2707, Relaxed);
    TABLE[2][12][4].store(0x3f00f181dfe0b0b, Relaxed);
    TABLE[2][12][5].store(0xe6fbf1fa13f907ee, Relaxed);
    TABLE[2][12][6].store(0x7e40602f710ec21, Relaxed);
    TABLE[2][12][7].store(0xf20f22080cf80afe, Relaxed);
    TABLE[2][13][0].store(0x5fa02efefffeffa, Relaxed);
    TABLE[2][13][1].store(0x8f7e1f90bee0433, Relaxed);
    TABLE[2][13][2].store(0xe7201e00fe02ebf4, Relaxed);
    TABLE[2][13][3].store(0x3404fa04f2081a10, Relaxed);
    TABLE[2][13][4].store(0xfaff030c14ddfad9, Relaxed);
    TABLE[2][13][5].store(0xfe06f112081f03fe, Relaxed);
    TABLE[2][13][6].store(0x3fd02030afb0c08, Relaxed);
    TABLE[2][13][7].store(0x190408f8eef9fdec, Relaxed);
    TABLE[2][14][0].store(0xb22dffd11e434fc, Relaxed);
    TABLE[2][14][1].store(0xe700f8ed0200ff0e, Relaxed);
    TABLE[2][14][2].store(0x4320eeefb111a17, Relaxed);
    TABLE[2][14][3].store(0x10022402fe07fe1d, Relaxed);
    TABLE[2][14][4].store(0x9140701d9f1fa1c, Relaxed);
    TABLE[2][14][5].store(0x1f40ceafd00f8f5, Relaxed);
    TABLE[2][14][6].store(0xfb04f4fcf5ebec05, Relaxed);
    TABLE[2][14][7].store(0x7f8d8ed0fecfd02, Relaxed);
    TABLE[2][15][0].store(0xecf2090afc1a00fc, Relaxed);
    TABLE[2][15][1].store(0xfdfb17e4e31d05e8, Relaxed);
    TABLE[2][15][2].store(0x4e7fe0f0fe4f5f1, Relaxed);
    TABLE[2][15][3].store(0xf200080712fcebf5, Relaxed);
    TABLE[2][15][4].store(0xe04e102f708f51e, Relaxed);
    TABLE[2][15][5].store(0xf1ef0016ebec0916, Relaxed);
    TABLE[2][15][6].store(0xf100e5ff2ae5fb12, Relaxed);
    TABLE[2][15][7].store(0xf105eaede1fe0817, Relaxed);
    TABLE[2][16][0].store(0xeaf9171d09fdf2ce, Relaxed);
    TABLE[2][16][1].store(0x1f05f21006f51116, Relaxed);
    TABLE[2][16][2].store(0xe4e1fd110a1901d5, Relaxed);
    TABLE[2][16][3].store(0xfddfdbf610f308f9, Relaxed);
    TABLE[2][16][4].store(0xedfbf71007ef2bf3, Relaxed);
    TABLE[2][16][5].store(0xe80ee31713f71513, Relaxed);
    TABLE[2][16][6].store(0xeffa09f301fbfe15, Relaxed);
    TABLE[2][16][7].store(0x83212effc0839f5, Relaxed);
    TABLE[2][17][0].store(0xe1f2f601eff23539, Relaxed);
    TABLE[2][17][1].store(0x800f2ea13060d15, Relaxed);
    TABLE[2][17][2].store(0xef3531d20f0f2419, Relaxed);
    TABLE[2][17][3].store(0x3011df04e802fc, Relaxed);
    TABLE[2][17][4].store(0xf10ef4e9e8e4fafc, Relaxed);
    TABLE[2][17][5].store(0xedff0013df07df06, Relaxed);
    TABLE[2][17][6].store(0x6d91bf80ce908, Relaxed);
    TABLE[2][17][7].store(0x8d2e8f0f0f5dd04, Relaxed);
    TABLE[2][18][0].store(0x190b0e05e9fbf7fb, Relaxed);
    TABLE[2][18][1].store(0xf7e50ef601f206f5, Relaxed);
    TABLE[2][18][2].store(0xedea04fdeb230df2, Relaxed);
    TABLE[2][18][3].store(0x5ebf80204df1b0f, Relaxed);
    TABLE[2][18][4].store(0xe9101a0bf600f91c, Relaxed);
    TABLE[2][18][5].store(0xffeaebde1cf1eb1b, Relaxed);
    TABLE[2][18][6].store(0x16f60bfa02e901fc, Relaxed);
    TABLE[2][18][7].store(0xfc0feb081a04f2ef, Relaxed);
    TABLE[2][19][0].store(0xd18f4fddb0bfb19, Relaxed);
    TABLE[2][19][1].store(0x1fedf7f5f404ef1a, Relaxed);
    TABLE[2][19][2].store(0x2141424ebfb1def, Relaxed);
    TABLE[2][19][3].store(0xe90511ed02e70721, Relaxed);
    TABLE[2][19][4].store(0xff081bf4e2eaed04, Relaxed);
    TABLE[2][19][5].store(0x5e30000e81af616, Relaxed);
    TABLE[2][19][6].store(0x6f5eafff7ebe7e2, Relaxed);
    TABLE[2][19][7].store(0xef1ee90df7f61bf4, Relaxed);
    TABLE[2][20][0].store(0x28e1fb1e05fe1a00, Relaxed);
    TABLE[2][20][1].store(0x15ff0210f1e6fce6, Relaxed);
    TABLE[2][20][2].store(0xeffafcf7140f1eee, Relaxed);
    TABLE[2][20][3].store(0xebf403ff0cf4e803, Relaxed);
    TABLE[2][20][4].store(0xbfcfa0eecfd1dfe, Relaxed);
    TABLE[2][20][5].store(0xfe190bf2de03fe13, Relaxed);
    TABLE[2][20][6].store(0xf3ec0ee8eb05eb03, Relaxed);
    TABLE[2][20][7].store(0xf30f0e0f09fc0ffc, Relaxed);
    TABLE[2][21][0].store(0xfb240a1a1ae4f0f5, Relaxed);
    TABLE[2][21][1].store(0xf00ff9f0fa2d0109, Relaxed);
    TABLE[2][21][2].store(0x1f07dc22e5dafe04, Relaxed);
    TABLE[2][21][3].store(0xebf606f901fbfee3, Relaxed);
    TABLE[2][21][4].store(0xf814ebf5faf8f3ff, Relaxed);
    TABLE[2][21][5].store(0xfbf005e92bfc240e, Relaxed);
    TABLE[2][21][6].store(0xfc160200fffe09ff, Relaxed);
    TABLE[2][21][7].store(0xafef1f8272bf808, Relaxed);
    TABLE[2][22][0].store(0x1302fafee3fefc17, Relaxed);
    TABLE[2][22][1].store(0xfaf0ee0c00dce60d, Relaxed);
    TABLE[2][22][2].store(0x90704ee0d0fed24, Relaxed);
    TABLE[2][22][3].store(0x23fe131df316041e, Relaxed);
    TABLE[2][22][4].store(0xf1ddf1031604e6ea, Relaxed);
    TABLE[2][22][5].store(0xc1800f90407fde7, Relaxed);
    TABLE[2][22][6].store(0xfa041f01f7fd2114, Relaxed);
    TABLE[2][22][7].store(0x2ce109e804f7cff5, Relaxed);
    TABLE[2][23][0].store(0xf0270f13e8fe04ea, Relaxed);
    TABLE[2][23][1].store(0x10d6fdde02e4fe14, Relaxed);
    TABLE[2][23][2].store(0x1ee50d092a1afbe8, Relaxed);
    TABLE[2][23][3].store(0xded29130306f308, Relaxed);
    TABLE[2][23][4].store(0xfdfb0b0a07e6f817, Relaxed);
    TABLE[2][23][5].store(0xf40fee0e0001fe03, Relaxed);
    TABLE[2][23][6].store(0xeb27000c0bce1e2b, Relaxed);
    TABLE[2][23][7].store(0x1d11f2d3d3e6fef9, Relaxed);
    TABLE[2][24][0].store(0x12001701dcfeef16, Relaxed);
    TABLE[2][24][1].store(0x1fdbfb0919efeafa, Relaxed);
    TABLE[2][24][2].store(0x5000309081a05e4, Relaxed);
    TABLE[2][24][3].store(0xbf50e09e8f01a10, Relaxed);
    TABLE[2][24][4].store(0x8ed180e04ebfbf5, Relaxed);
    TABLE[2][24][5].store(0xfa0ce708ee18ee07, Relaxed);
    TABLE[2][24][6].store(0xfef70908fbeffa0e, Relaxed);
    TABLE[2][24][7].store(0x1108120403f502f2, Relaxed);
    TABLE[2][25][0].store(0xf109eae230f9fce8, Relaxed);
    TABLE[2][25][1].store(0xec021d0b16ff12e1, Relaxed);
    TABLE[2][25][2].store(0xff3f9e702070a14, Relaxed);
    TABLE[2][25][3].store(0xed09f701f30f04ec, Relaxed);
    TABLE[2][25][4].store(0x180f2f0403190d1c, Relaxed);
    TABLE[2][25][5].store(0xc0e00f4f808f6e4, Relaxed);
    TABLE[2][25][6].store(0x150af60be91af5e5, Relaxed);
    TABLE[2][25][7].store(0xd8eb051af4f80011, Relaxed);
    TABLE[2][26][0].store(0x1c0edb0b13fde2e1, Relaxed);
    TABLE[2][26][1].store(0x606e91debfb0530, Relaxed);
    TABLE[2][26][2].store(0xe1200c06e9f60c10, Relaxed);
    TABLE[2][26][3].store(0x7f9060a10021327, Relaxed);
    TABLE[2][26][4].store(0xed070120e8f2f5f4, Relaxed);
    TABLE[2][26][5].store(0xfd13f9f503262804, Relaxed);
    TABLE[2][26][6].store(0xfef00de9edfaf2ed, Relaxed);
    TABLE[2][26][7].store(0xf400fae2f9031804, Relaxed);
}

/// Weights of the end and of the letters a to z behind three letters.
#[inline(always)]
pub(crate) fn weights(letters: [u32; 3]) -> [u32; 27] {
    let [a, b, c] = letters.map(|letter| (letter & 31) as usize);
    let (a, b, c) = (&TABLE[0][a], &TABLE[1][b], &TABLE[2][c]);
    let s = a[0].load(Relaxed).wrapping_add(b[0].load(Relaxed)).wrapping_add(c[0].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h0 = s & 127;
    let h1 = (s >> 8) & 127;
    let h2 = (s >> 16) & 127;
    let h3 = (s >> 24) & 127;
    let h4 = (s >> 32) & 127;
    let h5 = (s >> 40) & 127;
    let h6 = (s >> 48) & 127;
    let h7 = s >> 56;
    let s = a[1].load(Relaxed).wrapping_add(b[1].load(Relaxed)).wrapping_add(c[1].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h8 = s & 127;
    let h9 = (s >> 8) & 127;
    let h10 = (s >> 16) & 127;
    let h11 = (s >> 24) & 127;
    let h12 = (s >> 32) & 127;
    let h13 = (s >> 40) & 127;
    let h14 = (s >> 48) & 127;
    let h15 = s >> 56;
    let s = a[2].load(Relaxed).wrapping_add(b[2].load(Relaxed)).wrapping_add(c[2].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h16 = s & 127;
    let h17 = (s >> 8) & 127;
    let h18 = (s >> 16) & 127;
    let h19 = (s >> 24) & 127;
    let h20 = (s >> 32) & 127;
    let h21 = (s >> 40) & 127;
    let h22 = (s >> 48) & 127;
    let h23 = s >> 56;
    let s = a[3].load(Relaxed).wrapping_add(b[3].load(Relaxed)).wrapping_add(c[3].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h24 = s & 127;
    let h25 = (s >> 8) & 127;
    let h26 = (s >> 16) & 127;
    let h27 = (s >> 24) & 127;
    let h28 = (s >> 32) & 127;
    let h29 = (s >> 40) & 127;
    let h30 = (s >> 48) & 127;
    let h31 = s >> 56;
    let s = a[4].load(Relaxed).wrapping_add(b[4].load(Relaxed)).wrapping_add(c[4].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h32 = s & 127;
    let h33 = (s >> 8) & 127;
    let h34 = (s >> 16) & 127;
    let h35 = (s >> 24) & 127;
    let h36 = (s >> 32) & 127;
    let h37 = (s >> 40) & 127;
    let h38 = (s >> 48) & 127;
    let h39 = s >> 56;
    let s = a[5].load(Relaxed).wrapping_add(b[5].load(Relaxed)).wrapping_add(c[5].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h40 = s & 127;
    let h41 = (s >> 8) & 127;
    let h42 = (s >> 16) & 127;
    let h43 = (s >> 24) & 127;
    let h44 = (s >> 32) & 127;
    let h45 = (s >> 40) & 127;
    let h46 = (s >> 48) & 127;
    let h47 = s >> 56;
    let s = a[6].load(Relaxed).wrapping_add(b[6].load(Relaxed)).wrapping_add(c[6].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h48 = s & 127;
    let h49 = (s >> 8) & 127;
    let h50 = (s >> 16) & 127;
    let h51 = (s >> 24) & 127;
    let h52 = (s >> 32) & 127;
    let h53 = (s >> 40) & 127;
    let h54 = (s >> 48) & 127;
    let h55 = s >> 56;
    let s = a[7].load(Relaxed).wrapping_add(b[7].load(Relaxed)).wrapping_add(c[7].load(Relaxed));
    let positive = (s >> 7) & 0x0101_0101_0101_0101;
    let s = s & ((positive << 7) - positive);
    let h56 = s & 127;
    let h57 = (s >> 8) & 127;
    let h58 = (s >> 16) & 127;
    let h59 = (s >> 24) & 127;
    let h60 = (s >> 32) & 127;
    let h61 = (s >> 40) & 127;
    let h62 = (s >> 48) & 127;
    let h63 = s >> 56;
    let w0 = 0x6be5ac9549915b_u64
        .wrapping_add(h0.wrapping_mul(0xffffe8006000fffd))
        .wrapping_add(h1.wrapping_mul(0x10003000c009))
        .wrapping_add(h2.wrapping_mul(0xffff74004ff9fffa))
        .wrapping_add(h3.wrapping_mul(0xa000bfff))
        .wrapping_add(h4.wrapping_mul(0x2bffe002c009))
        .wrapping_add(h5.wrapping_mul(0xffffabfdd0003fec))
        .wrapping_add(h6.wrapping_mul(0x3400b003bffd))
        .wrapping_add(h7.wrapping_mul(0x13ff1003c003))
        .wrapping_add(h8.wrapping_mul(0xffffac01b000c012))
        .wrapping_add(h9.wrapping_mul(0x47fed0018008))
        .wrapping_add(h10.wrapping_mul(0x1ff6bfe5))
        .wrapping_add(h11.wrapping_mul(0x38007001c018))
        .wrapping_add(h12.wrapping_mul(0xffffbc0040013ffa))
        .wrapping_add(h13.wrapping_mul(0xffffdbfefffc4015))
        .wrapping_add(h14.wrapping_mul(0x140060013fde))
        .wrapping_add(h15.wrapping_mul(0xffffc80130024015))
        .wrapping_add(h16.wrapping_mul(0x3ffefff7ffb))
        .wrapping_add(h17.wrapping_mul(0xffffcfff0ffffffc))
        .wrapping_add(h18.wrapping_mul(0xffffb3ffc0038007))
        .wrapping_add(h19.wrapping_mul(0xffffbbfe10023fe4))
        .wrapping_add(h20.wrapping_mul(0x1fffdffd800c))
        .wrapping_add(h21.wrapping_mul(0xffff94013ffec005))
        .wrapping_add(h22.wrapping_mul(0xffffebff1002000d))
        .wrapping_add(h23.wrapping_mul(0xffffe7ffaffb4005))
        .wrapping_add(h24.wrapping_mul(0x67fdd0044008))
        .wrapping_add(h25.wrapping_mul(0x3ff8004bffa))
        .wrapping_add(h26.wrapping_mul(0xfff7003001f))
        .wrapping_add(h27.wrapping_mul(0x3c00e0040000))
        .wrapping_add(h28.wrapping_mul(0xffff7bfee002000e))
        .wrapping_add(h29.wrapping_mul(0x17fd7000c016))
        .wrapping_add(h30.wrapping_mul(0xffff94012ffdc00f))
        .wrapping_add(h31.wrapping_mul(0xffffaffeb0043fe9))
        .wrapping_add(h32.wrapping_mul(0x33ffaffc0003))
        .wrapping_add(h33.wrapping_mul(0x7ff4001c00b))
        .wrapping_add(h34.wrapping_mul(0xffffd8000fffc01e))
        .wrapping_add(h35.wrapping_mul(0x140200000011))
        .wrapping_add(h36.wrapping_mul(0xffffb3ffe002c003))
        .wrapping_add(h37.wrapping_mul(0xffffa8012000c012))
        .wrapping_add(h38.wrapping_mul(0x23fef005bffe))
        .wrapping_add(h39.wrapping_mul(0xc00cffdc006))
        .wrapping_add(h40.wrapping_mul(0xffffafff2fff0001))
        .wrapping_add(h41.wrapping_mul(0xffff5fffbffe800a))
        .wrapping_add(h42.wrapping_mul(0x57ff20037ff5))
        .wrapping_add(h43.wrapping_mul(0x140210008003))
        .wrapping_add(h44.wrapping_mul(0x240100024019))
        .wrapping_add(h45.wrapping_mul(0xffffdbfec001c007))
        .wrapping_add(h46.wrapping_mul(0xfffff800b0010007))
        .wrapping_add(h47.wrapping_mul(0xffff6400bfffbfec))
        .wrapping_add(h48.wrapping_mul(0xffffd800a0033ffb))
        .wrapping_add(h49.wrapping_mul(0x33ff6fffbfee))
        .wrapping_add(h50.wrapping_mul(0x1bfe70018000))
        .wrapping_add(h51.wrapping_mul(0x18017ff9c014))
        .wrapping_add(h52.wrapping_mul(0x2ffec0020008))
        .wrapping_add(h53.wrapping_mul(0xffff9c011ffc8016))
        .wrapping_add(h54.wrapping_mul(0xfffffbff6ffec004))
        .wrapping_add(h55.wrapping_mul(0x4bff70077fee))
        .wrapping_add(h56.wrapping_mul(0x14012004400c))
        .wrapping_add(h57.wrapping_mul(0x5bfea001000c))
        .wrapping_add(h58.wrapping_mul(0x83febffffff6))
        .wrapping_add(h59.wrapping_mul(0xffffb3ff2004400d))
        .wrapping_add(h60.wrapping_mul(0x5c0010020007))
        .wrapping_add(h61.wrapping_mul(0xffffe3ffd0020017))
        .wrapping_add(h62.wrapping_mul(0xfffff7fff001ffe5))
        .wrapping_add(h63.wrapping_mul(0xfffff7ffe0057fff));
    let w1 = 0x6f496bc3685e44_u64
        .wrapping_add(h0.wrapping_mul(0x17fe9ffd7ffa))
        .wrapping_add(h1.wrapping_mul(0x34002001c007))
        .wrapping_add(h2.wrapping_mul(0xffffe000d002c027))
        .wrapping_add(h3.wrapping_mul(0xffffdbffa0000000))
        .wrapping_add(h4.wrapping_mul(0xffffc7ff8ffdbff9))
        .wrapping_add(h5.wrapping_mul(0xc009005400e))
        .wrapping_add(h6.wrapping_mul(0x200020034003))
        .wrapping_add(h7.wrapping_mul(0x5bff00017fee))
        .wrapping_add(h8.wrapping_mul(0xfffff3feb002ffe1))
        .wrapping_add(h9.wrapping_mul(0xffffc40040023ff6))
        .wrapping_add(h10.wrapping_mul(0x50006ff8000b))
        .wrapping_add(h11.wrapping_mul(0xffffa00020003ff7))
        .wrapping_add(h12.wrapping_mul(0xffffeffebfffc028))
        .wrapping_add(h13.wrapping_mul(0x2ffe6ffe7fe8))
        .wrapping_add(h14.wrapping_mul(0x1bfffffe3ffe))
        .wrapping_add(h15.wrapping_mul(0xffff9800a000ffe7))
        .wrapping_add(h16.wrapping_mul(0x480010018019))
        .wrapping_add(h17.wrapping_mul(0xffffa7fe50027fe8))
        .wrapping_add(h18.wrapping_mul(0xffffc3fe8004bfe4))
        .wrapping_add(h19.wrapping_mul(0xfffff800e001000a))
        .wrapping_add(h20.wrapping_mul(0xffffabff30053ff7))
        .wrapping_add(h21.wrapping_mul(0xffffd401c0010003))
        .wrapping_add(h22.wrapping_mul(0xffffd7ff6000c012))
        .wrapping_add(h23.wrapping_mul(0xffffefff0ffec00f))
        .wrapping_add(h24.wrapping_mul(0xffffd7ff2002c003))
        .wrapping_add(h25.wrapping_mul(0x84006004bff8))
        .wrapping_add(h26.wrapping_mul(0xffffe0012ffe4002))
        .wrapping_add(h27.wrapping_mul(0xffffcffe70063fec))
        .wrapping_add(h28.wrapping_mul(0x1bffa0008005))
        .wrapping_add(h29.wrapping_mul(0xffffa000d000800f))
        .wrapping_add(h30.wrapping_mul(0x77ffa0058019))
        .wrapping_add(h31.wrapping_mul(0xffffb3fee003ffe9))
        .wrapping_add(h32.wrapping_mul(0x14001ffc800b))
        .wrapping_add(h33.wrapping_mul(0xffffe40040027fd9))
        .wrapping_add(h34.wrapping_mul(0xffffbfff6fffffed))
        .wrapping_add(h35.wrapping_mul(0xffffb40190007ff0))
        .wrapping_add(h36.wrapping_mul(0xfffffc0090014006))
        .wrapping_add(h37.wrapping_mul(0xffffc7ffb000000f))
        .wrapping_add(h38.wrapping_mul(0x63ff40004003))
        .wrapping_add(h39.wrapping_mul(0xffff9c00afff4009))
        .wrapping_add(h40.wrapping_mul(0xfff1fff7ff7))
        .wrapping_add(h41.wrapping_mul(0x10016fff0000))
        .wrapping_add(h42.wrapping_mul(0x1800d0004017))
        .wrapping_add(h43.wrapping_mul(0xffffe3ffb000801f))
        .wrapping_add(h44.wrapping_mul(0xffffc800fffd3fed))
        .wrapping_add(h45.wrapping_mul(0x50011ffb7ffc))
        .wrapping_add(h46.wrapping_mul(0xffffffff60040006))
        .wrapping_add(h47.wrapping_mul(0xffffcbfdeffe7fee))
        .wrapping_add(h48.wrapping_mul(0xffffafff3002fffb))
        .wrapping_add(h49.wrapping_mul(0x17ff8fff8000))
        .wrapping_add(h50.wrapping_mul(0xffffec008006800d))
        .wrapping_add(h51.wrapping_mul(0x14006ff88021))
        .wrapping_add(h52.wrapping_mul(0x27fe2ffebfe5))
        .wrapping_add(h53.wrapping_mul(0x700070030007))
        .wrapping_add(h54.wrapping_mul(0x33ffb003c00b))
        .wrapping_add(h55.wrapping_mul(0xffff33ffeffe7ff9))
        .wrapping_add(h56.wrapping_mul(0xffffa3ff40067fcd))
        .wrapping_add(h57.wrapping_mul(0xffffd3ffcfff3ffa))
        .wrapping_add(h58.wrapping_mul(0x57ffaffa7ff8))
        .wrapping_add(h59.wrapping_mul(0xffffafffd0078009))
        .wrapping_add(h60.wrapping_mul(0x23ffaffd3fef))
        .wrapping_add(h61.wrapping_mul(0xffffffffa0017ffb))
        .wrapping_add(h62.wrapping_mul(0xffffb80080014002))
        .wrapping_add(h63.wrapping_mul(0xffffd00130037fe3));
    let w2 = 0x6c45a91699dad0_u64
        .wrapping_add(h0.wrapping_mul(0x2bffa0050005))
        .wrapping_add(h1.wrapping_mul(0xffff9400d0020009))
        .wrapping_add(h2.wrapping_mul(0xffffefff2ffdc009))
        .wrapping_add(h3.wrapping_mul(0x4bffaffa7fef))
        .wrapping_add(h4.wrapping_mul(0x37fea0034013))
        .wrapping_add(h5.wrapping_mul(0x2000d0030003))
        .wrapping_add(h6.wrapping_mul(0xffffec0100004001))
        .wrapping_add(h7.wrapping_mul(0xffff98008001fffd))
        .wrapping_add(h8.wrapping_mul(0x13fed002fff5))
        .wrapping_add(h9.wrapping_mul(0xffffbc011ffaffe2))
        .wrapping_add(h10.wrapping_mul(0x28007ffdfffc))
        .wrapping_add(h11.wrapping_mul(0xfffff7ffafffc003))
        .wrapping_add(h12.wrapping_mul(0x77ff90023fec))
        .wrapping_add(h13.wrapping_mul(0xffff980050043fec))
        .wrapping_add(h14.wrapping_mul(0x14002ffd3ff7))
        .wrapping_add(h15.wrapping_mul(0x13ffc0030018))
        .wrapping_add(h16.wrapping_mul(0x1bff8ffebfe9))
        .wrapping_add(h17.wrapping_mul(0xffffd80060004015))
        .wrapping_add(h18.wrapping_mul(0x3ff2007400d))
        .wrapping_add(h19.wrapping_mul(0x27fe8002800a))
        .wrapping_add(h20.wrapping_mul(0xffffec00a000c008))
        .wrapping_add(h21.wrapping_mul(0xffffc7fe7ffd7fe7))
        .wrapping_add(h22.wrapping_mul(0xffff83ffb003fff4))
        .wrapping_add(h23.wrapping_mul(0x17ff6001c005))
        .wrapping_add(h24.wrapping_mul(0x20016001bffc))
        .wrapping_add(h25.wrapping_mul(0xffffdfff10013fe9))
        .wrapping_add(h26.wrapping_mul(0xffffcbff8ffb7fe2))
        .wrapping_add(h27.wrapping_mul(0xffffd0006fffbfeb))
        .wrapping_add(h28.wrapping_mul(0xfffffbfec0027fed))
        .wrapping_add(h29.wrapping_mul(0xffffdbffc0024008))
        .wrapping_add(h30.wrapping_mul(0xffffbbfe6ffb4004))
        .wrapping_add(h31.wrapping_mul(0x4010006ffff))
        .wrapping_add(h32.wrapping_mul(0x17ffdffe7ff3))
        .wrapping_add(h33.wrapping_mul(0xffff880000038017))
        .wrapping_add(h34.wrapping_mul(0x2bffdffd3ff7))
        .wrapping_add(h35.wrapping_mul(0x180140037ff2))
        .wrapping_add(h36.wrapping_mul(0xffff8ffee005001b))
        .wrapping_add(h37.wrapping_mul(0xfffffbfe1001bfef))
        .wrapping_add(h38.wrapping_mul(0xb4015ff9000b))
        .wrapping_add(h39.wrapping_mul(0x7fe1ff93ff2))
        .wrapping_add(h40.wrapping_mul(0x7bfee0068018))
        .wrapping_add(h41.wrapping_mul(0x67ff90007fe7))
        .wrapping_add(h42.wrapping_mul(0xffff8bffc0027feb))
        .wrapping_add(h43.wrapping_mul(0x7fff0027fdd))
        .wrapping_add(h44.wrapping_mul(0xffff68012ff9000f))
        .wrapping_add(h45.wrapping_mul(0x6ffdeffc801e))
        .wrapping_add(h46.wrapping_mul(0x37ff9fff0006))
        .wrapping_add(h47.wrapping_mul(0x3bff70034003))
        .wrapping_add(h48.wrapping_mul(0x17fe9001ffec))
        .wrapping_add(h49.wrapping_mul(0xffffcc009003bfe8))
        .wrapping_add(h50.wrapping_mul(0xffffebffeffabffa))
        .wrapping_add(h51.wrapping_mul(0x68002ffbbfeb))
        .wrapping_add(h52.wrapping_mul(0x600110040022))
        .wrapping_add(h53.wrapping_mul(0xffffbfff50028010))
        .wrapping_add(h54.wrapping_mul(0xffff57ffaffb800c))
        .wrapping_add(h55.wrapping_mul(0x4000affd400e))
        .wrapping_add(h56.wrapping_mul(0x47ffb0018014))
        .wrapping_add(h57.wrapping_mul(0x37ffbfff0011))
        .wrapping_add(h58.wrapping_mul(0x10007ffe4011))
        .wrapping_add(h59.wrapping_mul(0xffffa40090077ffc))
        .wrapping_add(h60.wrapping_mul(0x64020ff9c002))
        .wrapping_add(h61.wrapping_mul(0x47feffff800c))
        .wrapping_add(h62.wrapping_mul(0xfffff3ffefff8023))
        .wrapping_add(h63.wrapping_mul(0x380020010008));
    let w3 = 0x6ab571a53e9906_u64
        .wrapping_add(h0.wrapping_mul(0x3fdbffc0005))
        .wrapping_add(h1.wrapping_mul(0xffffbbff5000bfdb))
        .wrapping_add(h2.wrapping_mul(0xffffdfff70018004))
        .wrapping_add(h3.wrapping_mul(0x4bff5003800b))
        .wrapping_add(h4.wrapping_mul(0xc00bff8c00b))
        .wrapping_add(h5.wrapping_mul(0x1401bffefffc))
        .wrapping_add(h6.wrapping_mul(0xfffff3fe4001bffb))
        .wrapping_add(h7.wrapping_mul(0xffffd80100020001))
        .wrapping_add(h8.wrapping_mul(0x1400e0010007))
        .wrapping_add(h9.wrapping_mul(0x60037fd8))
        .wrapping_add(h10.wrapping_mul(0xbfe7001c00f))
        .wrapping_add(h11.wrapping_mul(0x3ff4003bff0))
        .wrapping_add(h12.wrapping_mul(0xffffafff70020001))
        .wrapping_add(h13.wrapping_mul(0xffffa7ff80034003))
        .wrapping_add(h14.wrapping_mul(0xbff6002c009))
        .wrapping_add(h15.wrapping_mul(0xffffe4013ffc7ffd))
        .wrapping_add(h16.wrapping_mul(0xffffb400affe4006))
        .wrapping_add(h17.wrapping_mul(0x14015000fff0))
        .wrapping_add(h18.wrapping_mul(0xffffc0010ffebff9))
        .wrapping_add(h19.wrapping_mul(0xffffd7ffc000bff3))
        .wrapping_add(h20.wrapping_mul(0x1400eff9bffc))
        .wrapping_add(h21.wrapping_mul(0x5c0030000010))
        .wrapping_add(h22.wrapping_mul(0xffffd800effe8009))
        .wrapping_add(h23.wrapping_mul(0xffffc7ff6002400c))
        .wrapping_add(h24.wrapping_mul(0xffffbc007ffffff3))
        .wrapping_add(h25.wrapping_mul(0x4004ffdbffc))
        .wrapping_add(h26.wrapping_mul(0x13fe1000fffb))
        .wrapping_add(h27.wrapping_mul(0x1bff50007fee))
        .wrapping_add(h28.wrapping_mul(0x140130040018))
        .wrapping_add(h29.wrapping_mul(0xffffb8017002c00f))
        .wrapping_add(h30.wrapping_mul(0xffffc00070018000))
        .wrapping_add(h31.wrapping_mul(0xffffe000d0018012))
        .wrapping_add(h32.wrapping_mul(0xffffe80020040003))
        .wrapping_add(h33.wrapping_mul(0xfffffc020002ffeb))
        .wrapping_add(h34.wrapping_mul(0xffffcc004ffebfe6))
        .wrapping_add(h35.wrapping_mul(0x10010ff7c00a))
        .wrapping_add(h36.wrapping_mul(0xffffac013ff4bff2))
        .wrapping_add(h37.wrapping_mul(0xffffdbfffffb8010))
        .wrapping_add(h38.wrapping_mul(0x57ffb0023fd3))
        .wrapping_add(h39.wrapping_mul(0x1400b002400b))
        .wrapping_add(h40.wrapping_mul(0xffff98010003c00a))
        .wrapping_add(h41.wrapping_mul(0x7bffc0047ffd))
        .wrapping_add(h42.wrapping_mul(0x3000affd800b))
        .wrapping_add(h43.wrapping_mul(0xffffffff0ffb8014))
        .wrapping_add(h44.wrapping_mul(0x580030020003))
        .wrapping_add(h45.wrapping_mul(0xffffe00250047ff1))
        .wrapping_add(h46.wrapping_mul(0xffffb7ff1ffa4002))
        .wrapping_add(h47.wrapping_mul(0xffffb00050018014))
        .wrapping_add(h48.wrapping_mul(0xffffe000f0027ff1))
        .wrapping_add(h49.wrapping_mul(0xffffdffee0007fe7))
        .wrapping_add(h50.wrapping_mul(0x7ff00020012))
        .wrapping_add(h51.wrapping_mul(0x53fdb006400f))
        .wrapping_add(h52.wrapping_mul(0xffffdfff50073ff6))
        .wrapping_add(h53.wrapping_mul(0xffff9bff000abff6))
        .wrapping_add(h54.wrapping_mul(0xffffe4014007bff6))
        .wrapping_add(h55.wrapping_mul(0xfffff00130028001))
        .wrapping_add(h56.wrapping_mul(0xffff6bff50010014))
        .wrapping_add(h57.wrapping_mul(0x63fe7ffe4003))
        .wrapping_add(h58.wrapping_mul(0xffffc7fe2004bff1))
        .wrapping_add(h59.wrapping_mul(0xffffe4009ffc8003))
        .wrapping_add(h60.wrapping_mul(0xffffd3ffbffe7fea))
        .wrapping_add(h61.wrapping_mul(0x1bfedffbbfef))
        .wrapping_add(h62.wrapping_mul(0x33ffeff84005))
        .wrapping_add(h63.wrapping_mul(0x14016ff7ffed));
    let w4 = 0x5e65a3b69712fa_u64
        .wrapping_add(h0.wrapping_mul(0x57fdf001c003))
        .wrapping_add(h1.wrapping_mul(0x1801affd8002))
        .wrapping_add(h2.wrapping_mul(0x53ff8fffc026))
        .wrapping_add(h3.wrapping_mul(0xffffcbff90014000))
        .wrapping_add(h4.wrapping_mul(0x4000cffa0019))
        .wrapping_add(h5.wrapping_mul(0xffffe7ffdff70009))
        .wrapping_add(h6.wrapping_mul(0xffff880020003ff6))
        .wrapping_add(h7.wrapping_mul(0xffffb800dffec013))
        .wrapping_add(h8.wrapping_mul(0x43fe30027ffe))
        .wrapping_add(h9.wrapping_mul(0xffffbc00c006c00a))
        .wrapping_add(h10.wrapping_mul(0xfffff0015001400b))
        .wrapping_add(h11.wrapping_mul(0x33fceffabfff))
        .wrapping_add(h12.wrapping_mul(0xffffc8003fff3ffe))
        .wrapping_add(h13.wrapping_mul(0xfffd0000006))
        .wrapping_add(h14.wrapping_mul(0xffffb7ffe000000f))
        .wrapping_add(h15.wrapping_mul(0xffffec023ffd400e))
        .wrapping_add(h16.wrapping_mul(0xfffff7febfff0004))
        .wrapping_add(h17.wrapping_mul(0x2c013ffe0007))
        .wrapping_add(h18.wrapping_mul(0x67fe1ffa8009))
        .wrapping_add(h19.wrapping_mul(0x18025ffc0008))
        .wrapping_add(h20.wrapping_mul(0xc0120027fee))
        .wrapping_add(h21.wrapping_mul(0x63fff001bffe))
        .wrapping_add(h22.wrapping_mul(0x6c00bffdbfea))
        .wrapping_add(h23.wrapping_mul(0xffffe80100040012))
        .wrapping_add(h24.wrapping_mul(0x400affd8001))
        .wrapping_add(h25.wrapping_mul(0x57ffb0007fdb))
        .wrapping_add(h26.wrapping_mul(0xc009ffafff4))
        .wrapping_add(h27.wrapping_mul(0x2ffe90027ff8))
        .wrapping_add(h28.wrapping_mul(0xffff6bff50010020))
        .wrapping_add(h29.wrapping_mul(0xffffd3fe0fff0003))
        .wrapping_add(h30.wrapping_mul(0x43ff30030009))
        .wrapping_add(h31.wrapping_mul(0xffffdffeeffe000c))
        .wrapping_add(h32.wrapping_mul(0xffffac0080037ffe))
        .wrapping_add(h33.wrapping_mul(0xffe8ffdbfe5))
        .wrapping_add(h34.wrapping_mul(0x38005ff8c017))
        .wrapping_add(h35.wrapping_mul(0xffff8bff2ffb7fd7))
        .wrapping_add(h36.wrapping_mul(0x4ffdaffec013))
        .wrapping_add(h37.wrapping_mul(0xffffdbfff0028004))
        .wrapping_add(h38.wrapping_mul(0x1000a0077fe0))
        .wrapping_add(h39.wrapping_mul(0xffffe4003ffa400c))
        .wrapping_add(h40.wrapping_mul(0x2ffdaffd4018))
        .wrapping_add(h41.wrapping_mul(0xfffff80040024014))
        .wrapping_add(h42.wrapping_mul(0x4004ffd7fc2))
        .wrapping_add(h43.wrapping_mul(0xffffd400affe0021))
        .wrapping_add(h44.wrapping_mul(0x20006ffe7ffd))
        .wrapping_add(h45.wrapping_mul(0x27fe60017ff4))
        .wrapping_add(h46.wrapping_mul(0x23fe5ffec01b))
        .wrapping_add(h47.wrapping_mul(0x43ffa002800b))
        .wrapping_add(h48.wrapping_mul(0xfffffffec004bffe))
        .wrapping_add(h49.wrapping_mul(0xbffe001c002))
        .wrapping_add(h50.wrapping_mul(0xffff7800e0000005))
        .wrapping_add(h51.wrapping_mul(0x3ffaffdc00a))
        .wrapping_add(h52.wrapping_mul(0x10006fff7fe9))
        .wrapping_add(h53.wrapping_mul(0x18013ffe3fe8))
        .wrapping_add(h54.wrapping_mul(0x7ff00037ffa))
        .wrapping_add(h55.wrapping_mul(0x1c003fffffe8))
        .wrapping_add(h56.wrapping_mul(0xffffd00020017ff1))
        .wrapping_add(h57.wrapping_mul(0xffffb800a0063fff))
        .wrapping_add(h58.wrapping_mul(0xffffb3fee0074014))
        .wrapping_add(h59.wrapping_mul(0x27fe9fff7ff2))
        .wrapping_add(h60.wrapping_mul(0x4010ffe3ff7))
        .wrapping_add(h61.wrapping_mul(0xffffffff6002bffe))
        .wrapping_add(h62.wrapping_mul(0x1c0070004001))
        .wrapping_add(h63.wrapping_mul(0x17ffb000800d));
    let w5 = 0x546542d597d974_u64
        .wrapping_add(h0.wrapping_mul(0xfffff80120088006))
        .wrapping_add(h1.wrapping_mul(0xc004ffe7ff6))
        .wrapping_add(h2.wrapping_mul(0xfff6ffefff9))
        .wrapping_add(h3.wrapping_mul(0xbfeeffffff8))
        .wrapping_add(h4.wrapping_mul(0xc0047ffc))
        .wrapping_add(h5.wrapping_mul(0x30002ff98001))
        .wrapping_add(h6.wrapping_mul(0x33ffafff3fe5))
        .wrapping_add(h7.wrapping_mul(0xffffdfffafffc00f))
        .wrapping_add(h8.wrapping_mul(0xfffff4009fffffe2))
        .wrapping_add(h9.wrapping_mul(0x3ff8ffe3ff9))
        .wrapping_add(h10.wrapping_mul(0xffffbbff7ffc4000))
        .wrapping_add(h11.wrapping_mul(0x18010fff7ffe))
        .wrapping_add(h12.wrapping_mul(0xcffebff7))
        .wrapping_add(h13.wrapping_mul(0xfffff400d0018012))
        .wrapping_add(h14.wrapping_mul(0x13ff1ffe4001))
        .wrapping_add(h15.wrapping_mul(0x5ffe3ff0))
        .wrapping_add(h16.wrapping_mul(0xfffff7fe1001800f))
        .wrapping_add(h17.wrapping_mul(0x23ffaffd7ff4))
        .wrapping_add(h18.wrapping_mul(0xffffc8012fffbfec))
        .wrapping_add(h19.wrapping_mul(0xfffff8003fff7ffc))
        .wrapping_add(h20.wrapping_mul(0x24005ffefffc))
        .wrapping_add(h21.wrapping_mul(0xffffdc0000024003))
        .wrapping_add(h22.wrapping_mul(0xffffe400bfff000d))
        .wrapping_add(h23.wrapping_mul(0xffffd8003ffdc002))
        .wrapping_add(h24.wrapping_mul(0xffffa8010ffbbff8))
        .wrapping_add(h25.wrapping_mul(0xfffff8006ffd4015))
        .wrapping_add(h26.wrapping_mul(0x540210000005))
        .wrapping_add(h27.wrapping_mul(0xffffd00170003fe6))
        .wrapping_add(h28.wrapping_mul(0xffffd3ff5000800b))
        .wrapping_add(h29.wrapping_mul(0x800d002c008))
        .wrapping_add(h30.wrapping_mul(0xffffe7fedffc7fed))
        .wrapping_add(h31.wrapping_mul(0xc010ffa3ffa))
        .wrapping_add(h32.wrapping_mul(0x1c002001bff7))
        .wrapping_add(h33.wrapping_mul(0x18000fff3ffb))
        .wrapping_add(h34.wrapping_mul(0xfffff4003001bffe))
        .wrapping_add(h35.wrapping_mul(0xffffd000e0010016))
        .wrapping_add(h36.wrapping_mul(0xffffc800e0017ff4))
        .wrapping_add(h37.wrapping_mul(0xffffc80070053ffe))
        .wrapping_add(h38.wrapping_mul(0xfffffffd3fff3feb))
        .wrapping_add(h39.wrapping_mul(0xffffc3ff30018002))
        .wrapping_add(h40.wrapping_mul(0xfffff00140004003))
        .wrapping_add(h41.wrapping_mul(0xffffc0008ffdc00d))
        .wrapping_add(h42.wrapping_mul(0xffffe00000024011))
        .wrapping_add(h43.wrapping_mul(0xffffcc002fffc002))
        .wrapping_add(h44.wrapping_mul(0xffffdbfe1ffd0003))
        .wrapping_add(h45.wrapping_mul(0xffffb3ff6ffeffe4))
        .wrapping_add(h46.wrapping_mul(0xbffefffbffa))
        .wrapping_add(h47.wrapping_mul(0xffffbc013000000c))
        .wrapping_add(h48.wrapping_mul(0xffffc400e002fffd))
        .wrapping_add(h49.wrapping_mul(0xfffff000bffec006))
        .wrapping_add(h50.wrapping_mul(0xffffd3ff4ffbbfed))
        .wrapping_add(h51.wrapping_mul(0xffff9ffda0000004))
        .wrapping_add(h52.wrapping_mul(0x23ffdffc7fe7))
        .wrapping_add(h53.wrapping_mul(0xffffe000b0024001))
        .wrapping_add(h54.wrapping_mul(0xffffebfe8ffdffed))
        .wrapping_add(h55.wrapping_mul(0xffffabff1ffc8028))
        .wrapping_add(h56.wrapping_mul(0x1c007ffc3ff7))
        .wrapping_add(h57.wrapping_mul(0xffffd3fe9ffdc006))
        .wrapping_add(h58.wrapping_mul(0x18003fff0013))
        .wrapping_add(h59.wrapping_mul(0xffffd0012ffebfef))
        .wrapping_add(h60.wrapping_mul(0xffffbfff0ff9bfee))
        .wrapping_add(h61.wrapping_mul(0xfffff8009fffffec))
        .wrapping_add(h62.wrapping_mul(0x40047ff3))
        .wrapping_add(h63.wrapping_mul(0xfffff8006fffbffd));
    let w6 = 0x4eda8feec6_u64
        .wrapping_add(h0.wrapping_mul(0xffffffffc8008000))
        .wrapping_add(h1.wrapping_mul(0x1ffe7ff7))
        .wrapping_add(h2.wrapping_mul(0xffffffffefff9ff6))
        .wrapping_add(h3.wrapping_mul(0xfffffffff8002006))
        .wrapping_add(h4.wrapping_mul(0xffffffffe7fefff9))
        .wrapping_add(h5.wrapping_mul(0xffffffffe3ff400b))
        .wrapping_add(h6.wrapping_mul(0x18004003))
        .wrapping_add(h7.wrapping_mul(0x33febff9))
        .wrapping_add(h8.wrapping_mul(0x24002005))
        .wrapping_add(h9.wrapping_mul(0xffffffffe7ffa003))
        .wrapping_add(h10.wrapping_mul(0x48019ffd))
        .wrapping_add(h11.wrapping_mul(0xfffffffff7fde004))
        .wrapping_add(h12.wrapping_mul(0xfffffffff7ff3ff5))
        .wrapping_add(h13.wrapping_mul(0xffffffffdfff7ff6))
        .wrapping_add(h14.wrapping_mul(0xffffffffd3fdbff2))
        .wrapping_add(h15.wrapping_mul(0xffffffffe3fec000))
        .wrapping_add(h16.wrapping_mul(0x17ff3ff3))
        .wrapping_add(h17.wrapping_mul(0xffffffffc7fedffa))
        .wrapping_add(h18.wrapping_mul(0xffffffffbbffdff7))
        .wrapping_add(h19.wrapping_mul(0xffffffffdffe7ffb))
        .wrapping_add(h20.wrapping_mul(0xffffffffc802e00a))
        .wrapping_add(h21.wrapping_mul(0x3fefff5))
        .wrapping_add(h22.wrapping_mul(0xffffffffd3ffbffb))
        .wrapping_add(h23.wrapping_mul(0x1ffe9ffc))
        .wrapping_add(h24.wrapping_mul(0xffdc003))
        .wrapping_add(h25.wrapping_mul(0xffffffffc3fedff1))
        .wrapping_add(h26.wrapping_mul(0xffffffffffffdffa))
        .wrapping_add(h27.wrapping_mul(0x6c028001))
        .wrapping_add(h28.wrapping_mul(0xffffffffe801ffee))
        .wrapping_add(h29.wrapping_mul(0xffffffffa3fe6007))
        .wrapping_add(h30.wrapping_mul(0x8004005))
        .wrapping_add(h31.wrapping_mul(0xfffffffff3ffa002))
        .wrapping_add(h32.wrapping_mul(0x4003ff6))
        .wrapping_add(h33.wrapping_mul(0x10014011))
        .wrapping_add(h34.wrapping_mul(0xffffffffb3fe5ff6))
        .wrapping_add(h35.wrapping_mul(0xffffffffb7fe6013))
        .wrapping_add(h36.wrapping_mul(0x43ff1ff8))
        .wrapping_add(h37.wrapping_mul(0xffffffffbbfe5ff5))
        .wrapping_add(h38.wrapping_mul(0xffffffffefffdfff))
        .wrapping_add(h39.wrapping_mul(0xffffffffa8013ffd))
        .wrapping_add(h40.wrapping_mul(0xffffffffdbfd7ff2))
        .wrapping_add(h41.wrapping_mul(0x13fe1fec))
        .wrapping_add(h42.wrapping_mul(0x3c014007))
        .wrapping_add(h43.wrapping_mul(0xffffffffbbfec003))
        .wrapping_add(h44.wrapping_mul(0xffffffffdbff6011))
        .wrapping_add(h45.wrapping_mul(0xffffffffebff3fee))
        .wrapping_add(h46.wrapping_mul(0xffffffffa800dffd))
        .wrapping_add(h47.wrapping_mul(0xffffffffe0001ffb))
        .wrapping_add(h48.wrapping_mul(0x10009ff9))
        .wrapping_add(h49.wrapping_mul(0x401400d))
        .wrapping_add(h50.wrapping_mul(0xffffffffd400c006))
        .wrapping_add(h51.wrapping_mul(0xffffffffaffefff6))
        .wrapping_add(h52.wrapping_mul(0xbfe3ff6))
        .wrapping_add(h53.wrapping_mul(0xffffffffbfffbff9))
        .wrapping_add(h54.wrapping_mul(0x1401e005))
        .wrapping_add(h55.wrapping_mul(0x4800fffc))
        .wrapping_add(h56.wrapping_mul(0xbfe0008))
        .wrapping_add(h57.wrapping_mul(0x2c003ffe))
        .wrapping_add(h58.wrapping_mul(0xfffffffff4020016))
        .wrapping_add(h59.wrapping_mul(0xfffdffd))
        .wrapping_add(h60.wrapping_mul(0xfffffffffbff2003))
        .wrapping_add(h61.wrapping_mul(0xffffffffe7fefffd))
        .wrapping_add(h62.wrapping_mul(0xffffffffeffd7fff))
        .wrapping_add(h63.wrapping_mul(0xffffffffeffe9ff5));
    [
        clamped(((w0 & 0x3fff) as u32).wrapping_add_signed(-42)),
        clamped((((w0 >> 14) & 0x3fff) as u32).wrapping_add_signed(-824)),
        not_below((((w0 >> 28) & 0x3fff) as u32).wrapping_add_signed(-2255)),
        not_below(((w0 >> 42) as u32).wrapping_add_signed(-2057)),
        clamped(((w1 & 0x3fff) as u32).wrapping_add_signed(-2944)),
        not_above((((w1 >> 14) & 0x3fff) as u32).wrapping_add_signed(1266)),
        clamped((((w1 >> 28) & 0x3fff) as u32).wrapping_add_signed(-1398)),
        not_below(((w1 >> 42) as u32).wrapping_add_signed(-2445)),
        clamped(((w2 & 0x3fff) as u32).wrapping_add_signed(-2447)),
        clamped((((w2 >> 14) & 0x3fff) as u32).wrapping_add_signed(-1974)),
        not_below(((w5 >> 42) as u32).wrapping_add_signed(-993)),
        clamped((((w2 >> 28) & 0x3fff) as u32).wrapping_add_signed(-2298)),
        clamped(((w2 >> 42) as u32).wrapping_add_signed(-2149)),
        not_below(((w3 & 0x3fff) as u32).wrapping_add_signed(-1758)),
        clamped((((w3 >> 14) & 0x3fff) as u32).wrapping_add_signed(-715)),
        clamped((((w3 >> 28) & 0x3fff) as u32).wrapping_add_signed(-1159)),
        clamped(((w3 >> 42) as u32).wrapping_add_signed(-2639)),
        not_below(((w6 & 0x1fff) as u32).wrapping_add_signed(-534)),
        clamped(((w4 & 0x3fff) as u32).wrapping_add_signed(-674)),
        clamped((((w4 >> 14) & 0x3fff) as u32).wrapping_add_signed(-1717)),
        clamped((((w4 >> 28) & 0x3fff) as u32).wrapping_add_signed(-1893)),
        clamped(((w4 >> 42) as u32).wrapping_add_signed(-1788)),
        not_below(((w5 & 0x3fff) as u32).wrapping_add_signed(-1795)),
        not_below((((w5 >> 14) & 0x3fff) as u32).wrapping_add_signed(-1518)),
        not_below((((w6 >> 13) & 0x1fff) as u32).wrapping_add_signed(-1369)),
        clamped((((w5 >> 28) & 0x3fff) as u32).wrapping_add_signed(-843)),
        not_below(((w6 >> 26) as u32).wrapping_add_signed(-991)),
    ]
}
