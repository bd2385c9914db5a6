//! The command line: see the README.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use ark_bn254::{Bn254, Fr};
use ark_groth16::VerifyingKey;
use inkling_groth16_prover::{
    Error, decode_proof, decode_signals, decode_verifying_key, encode_proof, encode_signals,
    encode_verifying_key, proof_to_json, prove, read_r1cs, read_wtns, read_zkey, signals_to_json,
    verify,
};

const USAGE: &str = "\
groth16-prover prove  --zkey FILE --wtns FILE --proof FILE [--r1cs FILE] [--signals FILE] [--times]
groth16-prover verify --key FILE --signals FILE --proof FILE
groth16-prover key    --zkey FILE --to FILE

Files that end in .json are written as snarkjs' JSON, others as a contract takes them. --key is a .zkey or 512 bytes and
64 a signal. --times prints milliseconds as JSON.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((command, options)) = arguments.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let run = match command.as_str() {
        "prove" => Options::parse(options, &["zkey", "wtns", "proof"], &["r1cs", "signals"])
            .map(|options| run_prove(&options)),
        "verify" => Options::parse(options, &["key", "signals", "proof"], &[])
            .map(|options| run_verify(&options)),
        "key" => Options::parse(options, &["zkey", "to"], &[]).map(|options| run_key(&options)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(format!("There is no command {other}.")),
    };
    match run {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run_prove(options: &Options) -> Result<(), Error> {
    let start = Instant::now();
    let key = read_zkey(&read(options.path("zkey"))?)?;
    let witness = read_wtns(&read(options.path("wtns"))?)?;
    if let Some(path) = options.find("r1cs") {
        let circuit = read_r1cs(&read(path)?)?;
        key.check_circuit(&circuit)?;
        circuit.check(&witness)?;
    }
    let read_ms = start.elapsed().as_millis();
    let (start, processor) = (Instant::now(), processor_ms());
    let proof = prove(&key, &witness)?;
    let (prove_ms, after) = (start.elapsed().as_millis(), processor_ms());
    let path = options.path("proof");
    if is_json(path) {
        write(path, proof_to_json(&proof).as_bytes())?;
    } else {
        write(path, &encode_proof(&proof))?;
    }
    if let Some(path) = options.find("signals") {
        let signals = &witness[1..=key.signals];
        if is_json(path) {
            write(path, signals_to_json(signals).as_bytes())?;
        } else {
            write(path, &encode_signals(signals))?;
        }
    }
    if options.times {
        let cpu = processor.zip(after).map_or("null".into(), |(from, to)| (to - from).to_string());
        let threads = rayon::current_num_threads();
        println!(
            "{{\"readMs\":{read_ms},\"proveMs\":{prove_ms},\"proveCpuMs\":{cpu},\"threads\":{threads}}}"
        );
    } else {
        println!("wrote {}, verified against its key", path.display());
    }
    Ok(())
}

fn run_verify(options: &Options) -> Result<(), Error> {
    let key = any_key(&read(options.path("key"))?)?;
    let signals: Vec<Fr> = decode_signals(&read(options.path("signals"))?)?;
    verify(&key, &signals, &decode_proof(&read(options.path("proof"))?)?)?;
    println!("the proof holds");
    Ok(())
}

fn run_key(options: &Options) -> Result<(), Error> {
    let key = read_zkey(&read(options.path("zkey"))?)?;
    write(options.path("to"), &encode_verifying_key(&key.proving.vk))
}

fn any_key(bytes: &[u8]) -> Result<VerifyingKey<Bn254>, Error> {
    if bytes.starts_with(b"zkey") {
        Ok(read_zkey(bytes)?.proving.vk)
    } else {
        decode_verifying_key(bytes)
    }
}

struct Options {
    given: Vec<(String, PathBuf)>,
    times: bool,
}

impl Options {
    /// `--name FILE` pairs; every name of `needed` has to be there.
    fn parse(words: &[String], needed: &[&str], more: &[&str]) -> Result<Self, String> {
        let mut options = Self { given: vec![], times: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word == "--times" {
                options.times = true;
                continue;
            }
            let name =
                word.strip_prefix("--").filter(|name| needed.contains(name) || more.contains(name));
            let name = name.ok_or_else(|| format!("{word} is no option of this command."))?;
            let path = words.next().ok_or_else(|| format!("{word} needs a file."))?;
            options.given.push((name.into(), path.into()));
        }
        match needed.iter().find(|name| options.find(name).is_none()) {
            Some(missing) => Err(format!("--{missing} FILE is missing.")),
            None => Ok(options),
        }
    }

    fn find(&self, name: &str) -> Option<&Path> {
        self.given.iter().find(|(given, _)| given == name).map(|(_, path)| path.as_path())
    }

    /// One that was needed.
    fn path(&self, name: &str) -> &Path {
        self.find(name).unwrap_or(Path::new(""))
    }
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| Error::Io { path: path.into(), source })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|source| Error::Io { path: path.into(), source })
}

/// Processor time of this process so far, all threads, where Linux tells it (in hundredths of a second).
fn processor_ms() -> Option<u64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name, in brackets, may hold spaces.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut next = || fields.next()?.parse::<u64>().ok();
    Some((next()? + next()?) * 10)
}
