//! The rules on a chain of the test's own: a few accounts, a clock, and code at some addresses.

use lab08_core::{
    Account, Draft, Look, NOBODY, NOTICE, Refused, Registry, Version, Word, accept, answering,
    deprecate, offer, propose, read_weights, register, schema, scores,
};
use std::collections::HashMap;

#[derive(Default)]
struct Model {
    owner: Account,
    offered: Account,
    schema: Word,
    versions: Vec<Version>,
}

#[derive(Default)]
struct Fake {
    sender: Account,
    now: u64,
    code: HashMap<Account, Vec<u8>>,
    models: Vec<Model>,
}

impl Look for Fake {
    fn sender(&self) -> Account {
        self.sender
    }
    fn now(&self) -> u64 {
        self.now
    }
    fn code(&self, account: &Account) -> Vec<u8> {
        self.code.get(account).cloned().unwrap_or_default()
    }
    fn keccak(&self, bytes: &[u8]) -> Word {
        hash(bytes)
    }
    fn owner(&self, id: u64) -> Account {
        self.models.get(id as usize).map_or(NOBODY, |model| model.owner)
    }
    fn offered(&self, id: u64) -> Account {
        self.models[id as usize].offered
    }
    fn schema(&self, id: u64) -> Word {
        self.models[id as usize].schema
    }
    fn versions(&self, id: u64) -> u32 {
        self.models[id as usize].versions.len() as u32
    }
    fn version(&self, id: u64, number: u32) -> Version {
        self.models[id as usize].versions[number as usize - 1]
    }
}

impl Registry for Fake {
    fn create(&mut self, owner: Account, schema: Word) -> u64 {
        self.models.push(Model { owner, schema, ..Model::default() });
        self.models.len() as u64 - 1
    }
    fn set_owner(&mut self, id: u64, owner: Account) {
        self.models[id as usize].owner = owner;
    }
    fn set_offered(&mut self, id: u64, to: Account) {
        self.models[id as usize].offered = to;
    }
    fn add(&mut self, id: u64, _: Draft, active_from: u64) -> u32 {
        self.models[id as usize].versions.push(Version { active_from, deprecated: false });
        self.versions(id)
    }
    fn set_deprecated(&mut self, id: u64, number: u32) {
        self.models[id as usize].versions[number as usize - 1].deprecated = true;
    }
}

/// Stands in for keccak256.
fn hash(bytes: &[u8]) -> Word {
    let mut sum = [bytes.len() as u8; 32];
    for (i, byte) in bytes.iter().enumerate() {
        sum[i % 31] = sum[i % 31].rotate_left(1) ^ byte;
    }
    sum
}

const ALICE: Account = [1; 20];
const BOB: Account = [2; 20];

/// Two pixels, three hidden values, two scores.
fn net() -> Vec<u8> {
    let mut bytes = vec![2, 15];
    bytes.extend([3, 0, 2, 0, 1, 255]);
    bytes.extend([1, 2, 255, 0, 0, 3]);
    bytes.extend([0_i32, 4, -2].map(i32::to_le_bytes).as_flattened());
    bytes.extend([2, 0, 3, 0, 0, 0]);
    bytes.extend([1, 1, 1, 254, 0, 1]);
    bytes.extend([7_i32, 0].map(i32::to_le_bytes).as_flattened());
    bytes
}

fn data(account: u8, bytes: &[u8]) -> (Account, Vec<u8>) {
    ([account; 20], [&[0], bytes].concat())
}

/// A chain that has the net in two parts.
fn fake() -> Fake {
    let net = net();
    let code = HashMap::from([data(10, &net[..9]), data(11, &net[9..])]);
    Fake { sender: ALICE, now: 1_000, code, models: vec![] }
}

fn draft(parts: &[u8]) -> Draft {
    let parts = parts.iter().map(|&part| [part; 20]).collect();
    Draft { weights_hash: hash(&net()), key_hash: [0; 32], parts }
}

#[test]
fn runs_a_net_from_bytes() {
    // Hidden: (5 + 2*3) -> 11, (-5 + 4) -> -1, (3*3 - 2) -> 7; a shift of 1, rounded half up: 6, 0, 4.
    assert_eq!(scores(&net(), &[5, 3]), [7 + 10, -12 + 4]);
    let mut word = [0; 32];
    word[..5].copy_from_slice(&[0, 2, 0, 2, 15]);
    assert_eq!(schema(&net()), Ok(word));
    for length in 0..net().len() {
        assert_eq!(schema(&net()[..length]), Err(Refused::Malformed), "{length} bytes");
    }
    assert_eq!(schema(&[&net()[..], &[0]].concat()), Err(Refused::Malformed));
}

#[test]
fn reads_parts_in_order_and_refuses_what_is_no_data() {
    let mut chain = fake();
    assert_eq!(read_weights(&chain, &draft(&[10, 11]).parts), Ok(net()));
    assert_eq!(read_weights(&chain, &draft(&[10, 12]).parts), Err(Refused::MissingPart(1)));
    chain.code.insert([11; 20], vec![0xef, 0x01, 0x00]);
    assert_eq!(read_weights(&chain, &draft(&[10, 11]).parts), Err(Refused::NotData(1)));
}

#[test]
fn only_what_is_there_is_registered() {
    let mut chain = fake();
    assert_eq!(register(&mut chain, draft(&[11, 10])), Err(Refused::WrongHash));
    assert_eq!(register(&mut chain, draft(&[10])), Err(Refused::WrongHash));
    assert_eq!(register(&mut chain, draft(&[])), Err(Refused::WrongHash));
    assert_eq!(register(&mut chain, draft(&[10, 11])), Ok(0));
    assert_eq!(answering(&chain, 0, 0), Ok(1));
    assert_eq!(answering(&chain, 1, 0), Err(Refused::NoSuchModel));
}

#[test]
fn an_upgrade_has_notice_and_leaves_pins_alone() {
    let mut chain = fake();
    let id = register(&mut chain, draft(&[10, 11])).unwrap();
    chain.sender = BOB;
    assert_eq!(propose(&mut chain, id, draft(&[10, 11])), Err(Refused::NotOwner));
    chain.sender = ALICE;
    let from = chain.now + NOTICE;
    assert_eq!(propose(&mut chain, id, draft(&[10, 11])), Ok((2, from)));
    assert_eq!(answering(&chain, id, 2), Err(Refused::NotYet(from)));
    assert_eq!(answering(&chain, id, 0), Ok(1));
    chain.now = from;
    assert_eq!([0, 1, 2].map(|pin| answering(&chain, id, pin)), [Ok(2), Ok(1), Ok(2)]);
    assert_eq!(answering(&chain, id, 3), Err(Refused::NoSuchVersion(3)));
    assert_eq!(deprecate(&mut chain, id, 2), Ok(()));
    assert_eq!(deprecate(&mut chain, id, 2), Err(Refused::Deprecated(2)));
    assert_eq!([0, 1].map(|pin| answering(&chain, id, pin)), [Ok(1), Ok(1)]);
    assert_eq!(answering(&chain, id, 2), Err(Refused::Deprecated(2)));
    assert_eq!(deprecate(&mut chain, id, 1), Ok(()));
    assert_eq!(answering(&chain, id, 0), Err(Refused::NoVersion));
}

#[test]
fn another_schema_is_another_model() {
    let mut chain = fake();
    let id = register(&mut chain, draft(&[10, 11])).unwrap();
    let mut other = net();
    other[1] = 16;
    chain.code.extend([data(12, &other)]);
    let draft = Draft { weights_hash: hash(&other), ..draft(&[12]) };
    assert_eq!(propose(&mut chain, id, draft), Err(Refused::OtherSchema));
}

#[test]
fn a_model_changes_hands_in_two_steps() {
    let mut chain = fake();
    let id = register(&mut chain, draft(&[10, 11])).unwrap();
    assert_eq!(accept(&mut chain, id), Err(Refused::NotOffered));
    assert_eq!(offer(&mut chain, id, BOB), Ok(()));
    assert_eq!(chain.owner(id), ALICE);
    chain.sender = BOB;
    assert_eq!(accept(&mut chain, id), Ok(()));
    assert_eq!((chain.owner(id), chain.offered(id)), (BOB, NOBODY));
    assert_eq!(accept(&mut chain, id), Err(Refused::NotOffered));
    chain.sender = ALICE;
    assert_eq!(offer(&mut chain, id, ALICE), Err(Refused::NotOwner));
}
