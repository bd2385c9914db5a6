//! Several sums in a word, of a net pruned in blocks.
//!
//! Generated from the model `digits-8x8-64-32-10-pruned` by `npm run bench:kernels -- --generate`; not to be edited.
#![allow(clippy::all, clippy::pedantic)]

use crate::lanes::{clamp_lanes, lane, scaled, sums};
use crate::model::{HIDDEN, INPUTS, OUTPUTS};

/// The hidden layer, minus its smallest value.
#[inline]
pub(crate) fn hidden(x: &[u64; INPUTS]) -> [u64; HIDDEN] {
    let w0 = sums!(x; 0x6d1049103d804710;
    2 * 0xffea0027002ffff9, 3 * 0x10ffcafff0fff9, 4 * 0x3d002affdc002e, 5 * 0xa00290019ffb6,
    6 * 0xffc1003c0036ffbb, 10 * 0xff80ffc0ffcf0020, 11 * 0xffbe001100080011, 12 * 0xffa4001b003efff3,
    13 * 0xffd000510046002a, 14 * 0xffccffe5ffec0049, 17 * 0xffa30033ffec0024, 18 * 0xffe2ffe5fffa003b,
    19 * 0xffb1ffd60057fffb, 20 * 0x2d001400300022, 21 * 0x20fff1000e0062, 22 * 0xffdd003effcf003d,
    25 * 0xffdaffbcfff9ffa9, 26 * 0x3500040025000f, 28 * 0x55fff90010ffc9, 29 * 0xff92003c003b0052,
    30 * 0xffe8005e00200011, 34 * 0xfff5000effc20015, 35 * 0x41ff89002a005a, 36 * 0x22000d000e000c,
    37 * 0x21ffe9fff3ffde, 38 * 0xff92ffd7ffa6ff81, 42 * 0xffa7ffea0035005b, 43 * 0xfff6ff86007f0034,
    44 * 0x280068004efff1, 45 * 0x120035ffc5ffdd, 46 * 0x1f000dffd4ffd1, 50 * 0xfffbffa8ffff0056,
    51 * 0xffbfff8100370033, 52 * 0xff85fffb0039ffc5, 53 * 0xff880064ffd90052, 54 * 0xffb90010ffd6002f,
    58 * 0x3b001effe1ff92, 59 * 0xffabff98fffbffe9, 60 * 0x18002affbe003a, 61 * 0x300130000003e,
    62 * 0xffc5002efff40050,
    );
    let w1 = sums!(x; 0x503054c031d04150;
    2 * 0xffc7fff9003d0055, 3 * 0xfff4ffee000a002e, 4 * 0xffedffaa001c0029, 5 * 0x13ffe1ffc10027,
    6 * 0xffcb004a00300035, 10 * 0xffccffd50055fffe, 11 * 0xffecffd5004e004f, 12 * 0xffe2ff9affe30035,
    13 * 0xffd2000700100033, 18 * 0x3fffe30061000e, 19 * 0x42003200060017, 20 * 0x30ff99ffe10013,
    21 * 0xfff9ffbb0020ff9e, 22 * 0xffc4ff96003bff81, 26 * 0x56003c00720037, 27 * 0x7f0040ffb20003,
    28 * 0x160018ff9bffd5, 29 * 0x6ffed002cffce, 30 * 0xffdfffcd007effb6, 33 * 0x31005700480011,
    34 * 0x5a00380046002d, 35 * 0x4eff810029ffcd, 36 * 0xbff8effb8ffc1, 37 * 0x6300070003001b,
    38 * 0x3afffc0011002c, 41 * 0xffcd00080038ffac, 42 * 0xffe2001c00430010, 43 * 0xffe00000004fffa7,
    44 * 0xffc50025fff1fff8, 45 * 0x38ffccffe8002e, 46 * 0x5500010020001c, 50 * 0xffeeffdf00150003,
    51 * 0x3ffac00350009, 52 * 0xffcc0023ffe50025, 53 * 0xffdeffc500060053, 54 * 0x33ffd9ffe30014,
    58 * 0xffb3fffb001e0066, 59 * 0x5004100090046, 60 * 0x42001f0030000d, 61 * 0x41ffc7ffd40033,
    );
    let w2 = sums!(x; 0x5540577058504ad0;
    2 * 0xffdf001e005cff8f, 3 * 0x410059ffadffdd, 4 * 0x1c006dffb5fff9, 5 * 0x200050ffd2ffe4,
    6 * 0xff9c006affe8fffe, 9 * 0x460014003f0003, 10 * 0x3d00590015ff9f, 11 * 0x200072ffd10009,
    12 * 0xfff50033ffd1001b, 13 * 0xffff70014ff93, 14 * 0x3e0047001f0031, 17 * 0xffe3ffbdfffeffdb,
    18 * 0xcffe8ffd10008, 19 * 0xff94ff9f000d0035, 20 * 0xffa0ffbdff9dffcf, 21 * 0xffefff9dff80ffca,
    22 * 0x19ffbaffc90011, 25 * 0x420031fffe0006, 26 * 0xffc80031ffd00009, 27 * 0xffb4ffb9ffa3ffee,
    28 * 0x1a00220053001c, 29 * 0xffa1ffd4003a0018, 30 * 0xffbc0005fffc005f, 34 * 0xffe6006800560050,
    35 * 0x1afffefff1ffe9, 36 * 0xffe60013fff10000, 37 * 0xffe6004900310059, 38 * 0x3e005f0022004d,
    41 * 0xdfff0fffd007f, 42 * 0x50ff96002e0052, 43 * 0xffe9ff80ff850028, 44 * 0xffca002a00160069,
    45 * 0x74005bffca0027, 46 * 0x61007affdbfff5, 50 * 0x500010fff0ffa6, 51 * 0x110009ff96ffb5,
    52 * 0x30011ffc9001f, 53 * 0x74ffe90011ffa4, 54 * 0x5dffb60027ffda, 58 * 0x2900240065ff97,
    59 * 0x7600090028ffc9, 60 * 0x28ffb6fff20026, 61 * 0x23fff4ffa1ffbe, 62 * 0xffa0ffbcfff8000d,
    );
    let w3 = sums!(x; 0x3a10441035004160;
    2 * 0xfffeffaf000e0007, 3 * 0x2affc00006fffb, 4 * 0x12fff2ffd5fff0, 5 * 0xffcfffbc003e0005,
    6 * 0xfff8ff93fffb003b, 10 * 0xa000afff3ffcb, 11 * 0xffebfffdffd80014, 12 * 0xbfff8ffefffe4,
    13 * 0x4c00010037ffb2, 17 * 0x29ffd8fff2ffc7, 18 * 0x3e0008fffc001c, 19 * 0x480016003c0007,
    20 * 0xeffd1007effcc, 21 * 0x67fffd0008ff81, 22 * 0x5e003c0043ff9e, 25 * 0x3a0036fffdfff8,
    26 * 0x4f004cffbe0024, 27 * 0x61ffc1002dfff9, 28 * 0x14ff850039ffe2, 29 * 0x2fffff001cffcc,
    30 * 0x12004a0060ffb0, 33 * 0xffbf0028ffd60030, 34 * 0x1600410048001b, 35 * 0x22ffb400180020,
    36 * 0xffed006b003a, 37 * 0xfff8002a00140000, 38 * 0xfffa004bfffd0028, 41 * 0xffde007f0010fff3,
    42 * 0xffec002a00320016, 43 * 0xff810040001e0039, 44 * 0x9006c00740011, 45 * 0x40002dfff6ffc3,
    46 * 0x80071ffbd002c, 50 * 0xb0030002b0020, 51 * 0xff8a001d0012004d, 52 * 0xfff3003200210015,
    53 * 0x1e000affc7fffc, 54 * 0xffd2001cffc8000e, 58 * 0xffcaff92ffde001f, 59 * 0x2d0009ffe4002d,
    60 * 0xd0009ffc3001b, 62 * 0xffc2ffe3003a0006,
    );
    let w4 = sums!(x; 0x4a5029b04bb026c0;
    2 * 0x3c002f001c0005, 3 * 0xffc8003f0040fffd, 4 * 0xfffe4fffd000b, 5 * 0xffd8ffc50028ffde,
    6 * 0xffb2ffd3003dfffd, 9 * 0xffe4003b001f0066, 10 * 0xffe700170073002a, 12 * 0xffbd001bffd80030,
    13 * 0xffd700040016fff7, 17 * 0x7800290020fff9, 18 * 0x7effd7005dffe5, 19 * 0x4cffefffeeffe1,
    20 * 0xff9e0026ffe90076, 21 * 0x2a0049003d, 22 * 0xffe10030fff5003c, 25 * 0x3fffd80003fff4,
    26 * 0x79ffe60050ffee, 27 * 0x1cffaf0073000c, 28 * 0xfffbffe700210037, 29 * 0x18003700360004,
    30 * 0x71007f000b0004, 33 * 0x60004effd2ffee, 34 * 0x2f0012003dffe2, 35 * 0xff96fff90033ffe6,
    36 * 0xffc6001d000a001d, 37 * 0x700020041fff8, 38 * 0x55003f000effd8, 41 * 0x1d004dffdb003d,
    42 * 0x9001bff80ff81, 43 * 0xffe7004effd4ffb7, 44 * 0x34001affdf002d, 45 * 0x14ffd90004ffe4,
    46 * 0x22ffccfff10013, 50 * 0x630016ffcbffec, 51 * 0x3f0041ffc30027, 52 * 0x150016ff930051,
    53 * 0xffdbffd2ff9e003a, 54 * 0xffb00004ffcf0018, 58 * 0xfff3001100440003, 59 * 0x35ffe00020fff7,
    60 * 0xfff50008ffcf0034, 61 * 0xffcbffefffe0005d, 62 * 0xffd7002eff980044,
    );
    let w5 = sums!(x; 0x3d403c002bf035a0;
    2 * 0x12ffd100240018, 3 * 0x16002b00400020, 4 * 0xffda002b004f0028, 5 * 0x9fffd0060fffb,
    6 * 0x34ffaa003a000b, 9 * 0xfff60019005a0042, 10 * 0xfff2001a00550052, 11 * 0xffdeffecfff90029,
    12 * 0x7003b004f004b, 13 * 0xffd9000bfffa0050, 14 * 0xffda000500540055, 17 * 0xffcf001f0052ffd7,
    18 * 0xffd9fffb000bff81, 19 * 0x71002c0014ff9d, 20 * 0x62003d0071005a, 21 * 0xfff4ffecffbe0036,
    26 * 0x38ffb1ffffff9c, 27 * 0xfffa00380035ffd8, 28 * 0xffecffe3007f0019, 29 * 0x17fff10008002f,
    30 * 0x34ff80fff3002a, 33 * 0x50ffcaffdeffd8, 34 * 0x21fffbffc0ffff, 35 * 0xffec0021003f0013,
    36 * 0x21003d00410060, 37 * 0x4dffe90015fff8, 38 * 0x7eff9fffc20039, 41 * 0x370032ffe1003f,
    42 * 0x250056ffddffe3, 43 * 0x6e0020ffda0015, 44 * 0x60001c00430013, 45 * 0x50009ffdbfffa,
    46 * 0xffcafff5ffae0034, 50 * 0xffa3005a0017fffa, 51 * 0x170003ffe70006, 52 * 0xffec0032001cffe4,
    53 * 0xffc40047001affda, 54 * 0xffb20036001d0020, 58 * 0xffb7ffdf004f0040, 59 * 0xffe6001700460042,
    60 * 0xffeb0050002bffe6, 61 * 0xffe2006d0010ffc7, 62 * 0xfff200410049001b,
    );
    let w6 = sums!(x; 0x35903b7057504710;
    2 * 0xfff5003cffc7fff0, 3 * 0xfffbffdbffdbffda, 4 * 0x2effe0ffeefff5, 5 * 0x1ffe3ff9b0012,
    6 * 0xffc9ffd3ffbd0028, 10 * 0x7fffa0028fff6, 12 * 0xffc6ff8100190032, 13 * 0xfff8ffe50013001b,
    17 * 0xffc800090009005f, 18 * 0xffe6003a0028000e, 19 * 0x1d00570064004c, 20 * 0xffc100480016,
    21 * 0xffcfffa60066003a, 22 * 0x11ffda0028003f, 25 * 0xfff2005700430052, 26 * 0x25005000370062,
    27 * 0x240048002f0025, 28 * 0x1a003d0038ffde, 29 * 0xffc9ffed006a0064, 30 * 0xeffe30077007f,
    33 * 0x3affef0056002a, 34 * 0x56000900530022, 35 * 0x59003effdaffb1, 36 * 0x580009000bffc2,
    37 * 0x3dffb00015001f, 38 * 0x27ffb9005c0034, 42 * 0x480016ffb0ffcd, 43 * 0xe0066fff6ffb7,
    44 * 0x590040ffd2ffe3, 45 * 0x7efffaffe5000f, 46 * 0x46ffc700170009, 50 * 0x80025ffc80021,
    51 * 0xffa8001cffceffda, 52 * 0xffc7003400000023, 53 * 0xd001cffa8ffeb, 54 * 0xffde0004ffbeffa4,
    58 * 0xffcefffffff5fffc, 59 * 0x130007fff50009, 60 * 0xfff40058ffecfff8, 62 * 0xffef0008ffa9ffe3,
    );
    let w7 = sums!(x; 0x12e823a0320047e0;
    2 * 0xfffa4005803affb8, 3 * 0xfffec01e7f95fffb, 4 * 0xac00d7fea001c, 5 * 0x43fcc7fffffb4,
    9 * 0xffff000b8003ffa2, 10 * 0xffeec007801fff88, 11 * 0xffe3c00c7ffbfff0, 12 * 0x12c009fffdffbb,
    13 * 0x1200047f9bfff5, 18 * 0xfff2fff80024001d, 19 * 0xfff34020fff6007f, 20 * 0xffff400180010035,
    21 * 0x100147fecffdb, 25 * 0x7bfd900040063, 26 * 0x11bff67ff9002f, 27 * 0xfff7c0087fe10031,
    28 * 0xfff0400a8002fff1, 29 * 0xffecc02cfff40048, 30 * 0xfffb0013ffe9006c, 33 * 0xffedfff300000074,
    34 * 0x4000500060061, 35 * 0xfffa80077fda000c, 36 * 0xfff53fd980010013, 37 * 0xffe6bffaffaf0052,
    38 * 0xffe6fff9ffff001b, 41 * 0x5ffed80000064, 42 * 0xfff6ffe980010045, 43 * 0xfff7ffe080050071,
    44 * 0x12ffc07fb4002d, 45 * 0x77febffc60048, 46 * 0x11bfed0000fff6, 51 * 0x33ffc80020043,
    52 * 0xffebffef8026000d, 53 * 0x9000c807e001d, 54 * 0x12800c7fb8ffdf, 58 * 0x4800d8003ffb9,
    59 * 0xb4005ff92ffb5, 60 * 0xffe0400b7fe1fff7, 61 * 0xfff87ffc80370011, 62 * 0xfffc8011806dffcf,
    );
    let c0 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w0, 0, 16), 1904592850, 247087706938042, 37)
        | scaled(lane(w0, 16, 16), 1865470867, 252520700438606, 37) << 13
        | scaled(lane(w0, 32, 16), 1353814793, 256128531078403, 37) << 26
        | scaled(lane(w0, 48, 16), 1807464182, 511910851525636, 38) << 39,
    );
    let c1 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w1, 0, 16), 1112217453, 122459187730051, 36)
        | scaled(lane(w1, 16, 16), 2141337011, 255273773736444, 37) << 13
        | scaled(lane(w1, 32, 16), 1617701479, 527253686913455, 38) << 26
        | scaled(lane(w1, 48, 16), 1858250550, 243856516782842, 37) << 39,
    );
    let c2 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w7, 16, 15), 1343009350, 2233221087327086, 40)
        | scaled(lane(w2, 0, 16), 2080937071, 242299303965403, 37) << 13
        | scaled(lane(w2, 16, 16), 1422368755, 530486700510184, 38) << 26
        | scaled(lane(w2, 32, 16), 1826361066, 241685192283008, 37) << 39,
    );
    let c3 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w7, 31, 15), 1112324592, 120466362666736, 36)
        | scaled(lane(w2, 48, 16), 1660915075, 246333957512467, 37) << 13
        | scaled(lane(w3, 0, 16), 1394056972, 117369813704732, 36) << 26
        | scaled(lane(w3, 16, 16), 1770284038, 258209582282514, 37) << 39,
    );
    let c4 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w3, 32, 16), 2034177065, 247007437977822, 37)
        | scaled(lane(w3, 48, 16), 1222456122, 122757734679904, 36) << 13
        | scaled(lane(w4, 0, 16), 1201367075, 129346847210446, 36) << 26
        | scaled(lane(w4, 16, 16), 2106554294, 241742459356556, 37) << 39,
    );
    let c5 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w4, 32, 16), 1413656179, 126062755551201, 36)
        | scaled(lane(w4, 48, 16), 1844684878, 247068380502450, 37) << 13
        | scaled(lane(w5, 0, 16), 1113184535, 126264827233576, 36) << 26
        | scaled(lane(w5, 16, 16), 1919862053, 260813025739098, 37) << 39,
    );
    let c6 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w5, 32, 16), 2099852646, 250341985720478, 37)
        | scaled(lane(w5, 48, 16), 1956479638, 251012831436402, 37) << 13
        | scaled(lane(w6, 0, 16), 1896784774, 247003245452852, 37) << 26
        | scaled(lane(w6, 16, 16), 1746502350, 243132870003842, 37) << 39,
    );
    let c7 = clamp_lanes::<11, 255, 4>(
        scaled(lane(w6, 32, 16), 1096439844, 124358143629016, 36)
        | scaled(lane(w6, 48, 16), 1192276929, 124924103153428, 36) << 13
        | scaled(lane(w7, 46, 18), 1559036444, 532422704557748, 38) << 26
        | scaled(lane(w7, 0, 16), 1843709786, 248485979724412, 37) << 39,
    );
    [
        lane(c0, 0, 8),
        lane(c0, 13, 8),
        lane(c0, 26, 8),
        lane(c0, 39, 8),
        lane(c1, 0, 8),
        lane(c1, 13, 8),
        lane(c1, 26, 8),
        lane(c1, 39, 8),
        lane(c2, 0, 8),
        lane(c2, 13, 8),
        lane(c2, 26, 8),
        lane(c2, 39, 8),
        lane(c3, 0, 8),
        lane(c3, 13, 8),
        lane(c3, 26, 8),
        lane(c3, 39, 8),
        lane(c4, 0, 8),
        lane(c4, 13, 8),
        lane(c4, 26, 8),
        lane(c4, 39, 8),
        lane(c5, 0, 8),
        lane(c5, 13, 8),
        lane(c5, 26, 8),
        lane(c5, 39, 8),
        lane(c6, 0, 8),
        lane(c6, 13, 8),
        lane(c6, 26, 8),
        lane(c6, 39, 8),
        lane(c7, 0, 8),
        lane(c7, 13, 8),
        lane(c7, 26, 8),
        lane(c7, 39, 8),
    ]
}

/// The scores.
#[inline]
pub(crate) fn output(h: &[u64; HIDDEN]) -> [i32; OUTPUTS] {
    let w0 = sums!(h; 0xda2514638a9865;
    0 * 0xdc000680022, 1 * 0x20001e7ffde, 2 * 0x640021fffe2, 3 * 0x64000b8001a, 4 * 0xffffff0001100027,
    5 * 0xafffeb00048, 6 * 0xffffff3fffeffff9, 7 * 0xffffe680004fffd0, 8 * 0xffffff4000080000,
    9 * 0xfffffebffc97ffdd, 10 * 0xfffffdffffefffff, 11 * 0xffffee3ffdc00007, 12 * 0xfffffafffe37ffe8,
    13 * 0x83ffcd0003e, 14 * 0xfffffb8001e7ffc0, 15 * 0xfffffe80019fffc8, 16 * 0xfffffefffd080038,
    17 * 0xffffec8000680019, 18 * 0xc0000a7ffd2, 19 * 0xffffe2bffde7ffda, 20 * 0xf0000000028,
    21 * 0xffffe97fff200045, 22 * 0x9fffedfffe1, 23 * 0x8c00047ffb1, 24 * 0x10800037ffeb,
    25 * 0xffffed40025fffdc, 26 * 0xffffffc001080048, 27 * 0xffffec7ffff00001, 28 * 0x50000d7ffbe,
    29 * 0xffffe17fff27ffde, 30 * 0x13fff8fffef, 31 * 0xffffee4001780019,
    );
    let w1 = sums!(h; 0xc27cd4e30b9a62;
    0 * 0xabffcd7ffd5, 1 * 0xfffff77fffd7ffc2, 2 * 0xfffff87ffecfffde, 3 * 0x3fffff7fff8, 4 * 0x58002600019,
    5 * 0x7c000e7ffa6, 6 * 0xffffff3fff97fff9, 7 * 0xe3fffcfffea, 9 * 0xffffec7ffeffffe6, 10 * 0x1ffff8,
    11 * 0x1000268002b, 12 * 0xffffec3fffafffb5, 13 * 0xac001280045, 14 * 0xd400097ffbc,
    15 * 0xfffff83ffe77ffea, 16 * 0x57ffd980002, 17 * 0xfffff17fffa00013, 18 * 0xfffff2bfff300041,
    19 * 0xfffff0c001cfffd1, 20 * 0xfffff03ffd3fffd5, 21 * 0xfffffc400107ffd4, 22 * 0xffffeefffe800056,
    23 * 0xfffff20001100022, 24 * 0xc3ffee80026, 25 * 0x7ffeb7ffcf, 26 * 0xffffef40019fffc4,
    27 * 0xffffeffffef7ffc0, 28 * 0x18fffcb, 29 * 0xbc000000023, 30 * 0xfffffabfffe7fffb,
    31 * 0xf3ffe57ffa0,
    );
    let w2 = sums!(h; 0xb00f57ffea4db0;
    0 * 0x5400237fff6, 1 * 0xfffff3000078001b, 2 * 0xfffff57fff4ffff9, 3 * 0x700007ffffa,
    4 * 0xfffff67ffeffffe4, 5 * 0x5c00090001d, 6 * 0xfffffabfff37ffe3, 7 * 0xc7fff2fffc0, 9 * 0xcbffd200018,
    10 * 0x3ffff7fff0, 11 * 0xfffff9bffe300031, 12 * 0x15bffe200033, 13 * 0xfffffa8000ffffdb,
    14 * 0xfffff3bffc07ffff, 15 * 0xfffff6c000a80025, 16 * 0xffffe2bfff57ffea, 17 * 0xec0015fffe2,
    18 * 0xcbffec7ffd5, 19 * 0x144000100029, 20 * 0xfffff9bffee00046, 21 * 0xfffff93ffeb7ffb0,
    22 * 0x3bfffe80054, 23 * 0x480008ffffd, 24 * 0xfffff880010fffb9, 25 * 0xfffff17ffda00035,
    26 * 0xefffe9fffea, 27 * 0xd3ffdf7ffe6, 28 * 0xfffff700020fffab, 29 * 0xfffff18001e00023,
    30 * 0xfffffdffffeffff4, 31 * 0xfffff07ffff80001,
    );
    let w3 = sums!(h; 0x1c539;
    0 * 0xffffffffffffffc1, 1 * 0xffffffffffffffed, 2 * 0xffffffffffffffd3, 3 * 0xfffffffffffffffd,
    4 * 0xffffffffffffffa1, 5 * 0x6, 6 * 0xffffffffffffffea, 7 * 0xfffffffffffffff8, 9 * 0x4b,
    10 * 0xfffffffffffffffe, 11 * 0xffffffffffffffdc, 12 * 0xffffffffffffffc6, 13 * 0xfffffffffffffff8,
    14 * 0xffffffffffffffef, 15 * 0xfffffffffffffffc, 16 * 0x37, 17 * 0xfffffffffffffff5, 19 * 0xe,
    20 * 0x22, 21 * 0x31, 22 * 0x1, 23 * 0xffffffffffffffeb, 24 * 0xffffffffffffffd5, 25 * 0x44, 26 * 0x9,
    27 * 0x21, 28 * 0x38, 29 * 0x25, 30 * 0x9, 31 * 0x42,
    );
    [
        lane(w0, 0, 19) as i32 + (-170297),
        lane(w0, 19, 19) as i32 + (-167309),
        lane(w0, 38, 26) as i32 + (-222655),
        lane(w1, 0, 19) as i32 + (-235387),
        lane(w3, 0, 64) as i32 + (-116883),
        lane(w1, 19, 19) as i32 + (-171024),
        lane(w1, 38, 26) as i32 + (-199336),
        lane(w2, 0, 19) as i32 + (-151068),
        lane(w2, 19, 19) as i32 + (-196630),
        lane(w2, 38, 26) as i32 + (-180096),
    ]
}
