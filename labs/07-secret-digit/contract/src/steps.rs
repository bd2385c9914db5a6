//! The second contract of this lab, complete: what comes before a proof. A model's identity on chain, an input kept secret
//! for a while, and a claim that one challenge settles. And a door for the grader.

use crate::error::{Error, sized};
use alloc::{vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U64, U256};
use alloy_sol_types::sol;
use lab07_core::{
    Bn254, VerifyingKey, key,
    layer::{MOST, highest, run_layer},
    model::{INPUTS, LAYER_HASHES},
    precompile, verify,
};
use stylus_sdk::{
    abi::Bytes,
    call::transfer::transfer_eth,
    prelude::*,
    storage::{StorageAddress, StorageFixedBytes, StorageMap, StorageU64, StorageU256},
};

/// What a claim, and a sealed input, have to leave as a deposit. On a real chain it has to be more than what a watcher
/// pays to re-run a model and to challenge.
const BOND: u64 = 1_000_000_000_000_000;
/// Seconds in which a claim can be challenged, or a sealed input has to be opened. In production: days.
const WINDOW: u64 = 600;

sol! {
    event Claimed(uint256 indexed id, address indexed claimant, uint8 class, uint64 until);
    event Slashed(uint256 indexed id, address indexed challenger, uint8 layer);
    event Final(uint256 indexed id, uint8 class);
    event Sealed(address indexed sender, uint64 until);
    event Opened(address indexed sender, uint8 class);
    event Forfeited(address indexed sender, address indexed by);

    error WrongBond(uint256 expected, uint256 actual);
    error NoSuchClaim(uint256 id);
    error TooEarly(uint64 until);
    error TooLate(uint64 until);
    error NotTheModel();
    error NotTheClaim();
    error LayerIsRight(uint8 layer);
    error NotSealed();
    error NotTheInput();
    error TransferFailed();
}

#[derive(SolidityError)]
pub enum Refused {
    WrongBond(WrongBond),
    NoSuchClaim(NoSuchClaim),
    TooEarly(TooEarly),
    TooLate(TooLate),
    NotTheModel(NotTheModel),
    NotTheClaim(NotTheClaim),
    LayerIsRight(LayerIsRight),
    NotSealed(NotSealed),
    NotTheInput(NotTheInput),
    TransferFailed(TransferFailed),
}

#[storage]
pub struct Claim {
    /// keccak of the keccaks of input, hidden values and scores.
    trace: StorageFixedBytes<32>,
    claimant: StorageAddress,
    until: StorageU64,
    class: StorageU64,
}

#[storage]
pub struct Letter {
    /// keccak of sender, input and salt; zero for none.
    hash: StorageFixedBytes<32>,
    until: StorageU64,
}

#[storage]
#[entrypoint]
pub struct BeforeProofs {
    count: StorageU256,
    claims: StorageMap<U256, Claim>,
    letters: StorageMap<Address, Letter>,
}

#[public]
impl BeforeProofs {
    /// The model's identity: keccak of the keccaks of its layers' canonical bytes.
    pub fn model_commitment(&self) -> FixedBytes<32> {
        self.vm().native_keccak256(LAYER_HASHES.as_flattened())
    }

    /// Claims a class, with everything in between: 64 pixels, 32 hidden values, 10 scores. Nothing is checked now.
    #[payable]
    pub fn claim(&mut self, pixels: Bytes, hidden: Bytes, scores: Bytes) -> Result<U256, Refused> {
        self.take_bond()?;
        let id = self.count.get();
        self.count.set(id + U256::ONE);
        let (until, claimant) = (self.vm().block_timestamp() + WINDOW, self.vm().msg_sender());
        let (trace, class) = (self.trace([&pixels, &hidden, &scores]), highest(&scores));
        let mut claim = self.claims.setter(id);
        claim.trace.set(trace);
        claim.claimant.set(claimant);
        claim.until.set(U64::from(until));
        claim.class.set(U64::from(class));
        self.vm().log(Claimed { id, claimant, class, until });
        Ok(id)
    }

    /// Settles a claim: opens its values, brings the bytes of one layer, and has that layer run again. Whoever shows that
    /// the claimed values are not what the layer gives gets the bond.
    pub fn challenge(
        &mut self,
        id: U256,
        index: u8,
        values: (Bytes, Bytes, Bytes),
        layer: Bytes,
    ) -> Result<(), Refused> {
        let until = self.deadline(id)?;
        if self.vm().block_timestamp() >= until {
            return Err(Refused::TooLate(TooLate { until }));
        }
        let values: [&[u8]; 3] = [&values.0, &values.1, &values.2];
        if self.trace(values) != self.claims.getter(id).trace.get() {
            return Err(Refused::NotTheClaim(NotTheClaim {}));
        }
        let (Some(hash), Some(&[before, after])) = (
            LAYER_HASHES.get(usize::from(index)),
            values.get(usize::from(index)..).and_then(|rest| rest.first_chunk::<2>()),
        ) else {
            return Err(Refused::NotTheModel(NotTheModel {}));
        };
        if self.vm().native_keccak256(&layer) != *hash {
            return Err(Refused::NotTheModel(NotTheModel {}));
        }
        let mut out = [0; MOST];
        let length = run_layer(&layer, before, &mut out);
        if length.is_some_and(|length| out[..length] == *after) {
            return Err(Refused::LayerIsRight(LayerIsRight { layer: index }));
        }
        self.claims.setter(id).claimant.set(Address::ZERO);
        let challenger = self.vm().msg_sender();
        self.vm().log(Slashed { id, challenger, layer: index });
        self.pay(challenger)
    }

    /// Makes a claim final that nobody challenged in time. A lie too.
    pub fn settle(&mut self, id: U256) -> Result<u8, Refused> {
        let until = self.deadline(id)?;
        if self.vm().block_timestamp() < until {
            return Err(Refused::TooEarly(TooEarly { until }));
        }
        let (claimant, class) =
            (self.claims.getter(id).claimant.get(), self.claims.getter(id).class.get().to::<u8>());
        self.claims.setter(id).claimant.set(Address::ZERO);
        self.vm().log(Final { id, class });
        self.pay(claimant)?;
        Ok(class)
    }

    /// Leaves an input sealed: keccak of the sender's address, 64 pixels and 32 bytes of salt. Anybody can copy the hash; with
    /// the sender in it, only who made it can open it.
    #[payable]
    pub fn seal(&mut self, hash: FixedBytes<32>) -> Result<(), Refused> {
        self.take_bond()?;
        let (sender, until) = (self.vm().msg_sender(), self.vm().block_timestamp() + WINDOW);
        if !self.letters.getter(sender).hash.get().is_zero() {
            let until = self.letters.getter(sender).until.get().to();
            return Err(Refused::TooEarly(TooEarly { until }));
        }
        let mut letter = self.letters.setter(sender);
        letter.hash.set(hash);
        letter.until.set(U64::from(until));
        self.vm().log(Sealed { sender, until });
        Ok(())
    }

    /// Opens it in time: the model runs on what was sealed, and the deposit goes back. `layers` are the model's bytes.
    pub fn open(
        &mut self,
        pixels: Bytes,
        salt: FixedBytes<32>,
        layers: (Bytes, Bytes),
    ) -> Result<u8, Refused> {
        let sender = self.vm().msg_sender();
        let until: u64 = self.letters.getter(sender).until.get().to();
        let sealed = self.letters.getter(sender).hash.get();
        if sealed.is_zero() {
            return Err(Refused::NotSealed(NotSealed {}));
        }
        if self.vm().block_timestamp() >= until {
            return Err(Refused::TooLate(TooLate { until }));
        }
        let letter = [sender.as_slice(), &pixels, salt.as_slice()].concat();
        if pixels.len() != INPUTS || self.vm().native_keccak256(&letter) != sealed {
            return Err(Refused::NotTheInput(NotTheInput {}));
        }
        let class = self.classify(&pixels, [&layers.0, &layers.1])?;
        self.letters.setter(sender).hash.set(FixedBytes::ZERO);
        self.vm().log(Opened { sender, class });
        self.pay(sender)?;
        Ok(class)
    }

    /// Takes the deposit of whoever let the deadline pass: not opening must cost more than an answer one dislikes.
    pub fn forfeit(&mut self, sender: Address) -> Result<(), Refused> {
        let until: u64 = self.letters.getter(sender).until.get().to();
        if self.letters.getter(sender).hash.get().is_zero() {
            return Err(Refused::NotSealed(NotSealed {}));
        }
        if self.vm().block_timestamp() < until {
            return Err(Refused::TooEarly(TooEarly { until }));
        }
        self.letters.setter(sender).hash.set(FixedBytes::ZERO);
        let by = self.vm().msg_sender();
        self.vm().log(Forfeited { sender, by });
        self.pay(by)
    }

    /// Task 7.4 with a pairing precompile that answers as told: whether the call succeeds, and with which bytes.
    pub fn verify_with(
        &self,
        succeeds: bool,
        answer: Bytes,
        signals: [U256; 3],
        proof: Bytes,
    ) -> Result<u64, Error> {
        let mut curve = Told { answer: succeeds.then_some(&answer), gas: 0 };
        let signals = signals.map(|signal| signal.to_be_bytes());
        verify(&mut curve, &VerifyingKey::new(&key::DEVELOPMENT), &signals, sized(&proof)?)?;
        Ok(curve.gas)
    }
}

impl BeforeProofs {
    fn take_bond(&self) -> Result<(), Refused> {
        let (expected, actual) = (U256::from(BOND), self.vm().msg_value());
        if actual == expected {
            Ok(())
        } else {
            Err(Refused::WrongBond(WrongBond { expected, actual }))
        }
    }

    /// Until when a claim is open; a settled one is none.
    fn deadline(&self, id: U256) -> Result<u64, Refused> {
        let claim = self.claims.getter(id);
        if claim.claimant.get().is_zero() {
            return Err(Refused::NoSuchClaim(NoSuchClaim { id }));
        }
        Ok(claim.until.get().to())
    }

    fn trace(&self, values: [&[u8]; 3]) -> FixedBytes<32> {
        let hashes = values.map(|bytes| self.vm().native_keccak256(bytes).0);
        self.vm().native_keccak256(hashes.as_flattened())
    }

    fn classify(&self, pixels: &[u8], layers: [&[u8]; 2]) -> Result<u8, Refused> {
        let wrong = || Refused::NotTheModel(NotTheModel {});
        let (mut values, mut length) = ([0; MOST], INPUTS);
        values.copy_from_slice(pixels);
        for (layer, hash) in layers.iter().zip(LAYER_HASHES) {
            if self.vm().native_keccak256(layer) != hash {
                return Err(wrong());
            }
            let mut out = [0; MOST];
            length = run_layer(layer, &values[..length], &mut out).ok_or_else(wrong)?;
            values = out;
        }
        Ok(highest(&values[..length]))
    }

    /// State is written before anything is sent: whoever is paid may call back, and finds nothing to take.
    fn pay(&self, to: Address) -> Result<(), Refused> {
        transfer_eth(self.vm(), to, U256::from(BOND))
            .map_err(|_| Refused::TransferFailed(TransferFailed {}))
    }
}

/// A curve of which only the pairing matters; it notes the gas it is offered.
struct Told<'a> {
    answer: Option<&'a Bytes>,
    gas: u64,
}

impl Bn254 for Told<'_> {
    fn static_call(&mut self, address: u8, gas: u64, _: &[u8], output: &mut [u8]) -> Option<usize> {
        if address != precompile::PAIRING {
            return Some(output.len());
        }
        self.gas = gas;
        let answer = self.answer?;
        let copied = answer.len().min(output.len());
        output[..copied].copy_from_slice(&answer[..copied]);
        Some(answer.len())
    }
}
