use serde_json::Value;

/// The values of a tensor: base64 of little-endian integers.
pub fn tensor(value: &Value) -> Vec<i32> {
    let bytes = base64(value["data"].as_str().unwrap());
    match value["dtype"].as_str().unwrap() {
        "i8" => bytes.iter().map(|&byte| i32::from(byte as i8)).collect(),
        "u8" => bytes.iter().map(|&byte| i32::from(byte)).collect(),
        "i16" => {
            bytes.as_chunks().0.iter().map(|&two| i32::from(i16::from_le_bytes(two))).collect()
        }
        "i32" => bytes.as_chunks().0.iter().map(|&four| i32::from_le_bytes(four)).collect(),
        other => panic!("dtype {other}"),
    }
}

fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for character in text.bytes().take_while(|&character| character != b'=') {
        let six = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => panic!("not base64"),
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[test]
fn base64_of_every_length() {
    assert_eq!(base64(""), b"");
    assert_eq!(base64("Zg=="), b"f");
    assert_eq!(base64("Zm8="), b"fo");
    assert_eq!(base64("Zm9v"), b"foo");
    assert_eq!(base64("+/8="), [0xfb, 0xff]);
}
