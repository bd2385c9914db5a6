//! The program as it is called.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_groth16-prover"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files"))
        .output()
        .expect("the program starts")
}

fn temporary(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn proves_from_files_and_verifies_what_it_wrote() {
    let [proof, signals, key] = ["p.proof", "p.signals", "p.vkey"].map(temporary);
    let [proof, signals, key] = [&proof, &signals, &key].map(|path| path.to_str().expect("a path"));
    let made = run(&[
        "prove",
        "--zkey",
        "tiny.zkey",
        "--wtns",
        "tiny.wtns",
        "--r1cs",
        "tiny.r1cs",
        "--proof",
        proof,
        "--signals",
        signals,
        "--times",
    ]);
    let said = String::from_utf8(made.stdout).expect("text");
    assert!(made.status.success() && said.contains("\"proveMs\":"), "{said}");
    assert_eq!(fs::read(proof).expect("a proof").len(), 256);
    assert!(run(&["key", "--zkey", "tiny.zkey", "--to", key]).status.success());
    for key in ["tiny.zkey", key] {
        let checked = run(&["verify", "--key", key, "--signals", signals, "--proof", proof]);
        assert!(checked.status.success());
    }
    let json = temporary("p.json");
    let json = json.to_str().expect("a path");
    let made = run(&["prove", "--zkey", "tiny.zkey", "--wtns", "tiny.wtns", "--proof", json]);
    assert!(made.status.success());
    assert!(fs::read_to_string(json).expect("text").contains("\"pi_b\""));
}

#[test]
fn says_in_a_line_what_is_wrong_and_ends_with_1() {
    let proof = temporary("none.proof");
    let proof = proof.to_str().expect("a path");
    for (arguments, words) in [
        (
            ["prove", "--zkey", "tiny.wtns", "--wtns", "tiny.wtns", "--proof", proof],
            "does not begin with zkey",
        ),
        (["prove", "--zkey", "absent", "--wtns", "tiny.wtns", "--proof", proof], "absent: "),
        (
            ["verify", "--key", "tiny.vkey", "--signals", "tiny.signals", "--proof", "tiny.wtns"],
            "bytes, not 256",
        ),
    ] {
        let ended = run(&arguments);
        let said = String::from_utf8(ended.stderr).expect("text");
        assert_eq!(ended.status.code(), Some(1));
        assert!(said.contains(words) && said.lines().count() == 1, "{said}");
    }
    assert!(!fs::exists(proof).expect("a folder"), "nothing is written");
}

#[test]
fn tells_its_usage_and_ends_with_2() {
    for arguments in [
        &[][..],
        &["forge"],
        &["verify", "--key", "tiny.vkey"],
        &["prove", "--proof"],
        &["prove", "--fast"],
    ] {
        let ended = run(arguments);
        assert_eq!(ended.status.code(), Some(2));
        assert!(String::from_utf8(ended.stderr).expect("text").contains("groth16-prover prove"));
    }
    assert!(run(&["help"]).status.success());
}
