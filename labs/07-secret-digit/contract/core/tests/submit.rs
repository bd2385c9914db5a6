//! A submission on a chain of the test's own, whose pairing precompile always says yes or always no.

use lab07_core::{
    Bn254, Chain, Refusal, Refused, Request, VerifyingKey, Word, precompile, submit, word,
};

struct Fake {
    proven: bool,
    sender: u8,
    used: Vec<(u8, Word)>,
}

impl Bn254 for Fake {
    fn static_call(&mut self, address: u8, _: u64, _: &[u8], output: &mut [u8]) -> Option<usize> {
        output.fill(0);
        if address == precompile::PAIRING {
            output[31] = u8::from(self.proven);
        }
        Some(output.len())
    }
}

impl Chain for Fake {
    fn id(&self) -> Word {
        word(1)
    }
    fn contract(&self) -> Word {
        word(2)
    }
    fn sender(&self) -> Word {
        word(self.sender)
    }
    fn keccak(&self, bytes: &[u8]) -> Word {
        assert_eq!(bytes.len(), 160, "five words");
        let mut sum = [0xff; 32];
        for (i, byte) in bytes.iter().enumerate() {
            sum[1 + i % 31] ^= byte;
        }
        sum
    }
    fn is_registered(&self, commitment: &Word) -> bool {
        *commitment == word(7)
    }
    fn is_used(&self, id: &Word) -> bool {
        self.used.contains(&(self.sender, *id))
    }
    fn mark_used(&mut self, id: &Word) {
        self.used.push((self.sender, *id));
    }
}

fn run(chain: &mut Fake, id: u8, commitment: u8, class: u8) -> Result<(), Refused> {
    let request = Request { id: word(id), commitment: word(commitment), class };
    submit(chain, &VerifyingKey::new(&[1; 704]), &request, &[1; 256])
}

fn fake(proven: bool) -> Fake {
    Fake { proven, sender: 3, used: vec![] }
}

#[test]
fn counts_once_a_sender() {
    let mut chain = fake(true);
    assert_eq!(run(&mut chain, 5, 7, 9), Ok(()));
    assert_eq!(run(&mut chain, 5, 7, 9), Err(Refused::RequestUsed));
    assert_eq!(run(&mut chain, 6, 7, 9), Ok(()));
    chain.sender = 4;
    assert_eq!(run(&mut chain, 5, 7, 9), Ok(()));
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let mut chain = fake(false);
    assert_eq!(run(&mut chain, 5, 7, 9), Err(Refused::Proof(Refusal::NotProven)));
    assert_eq!(run(&mut chain, 5, 8, 9), Err(Refused::UnknownCommitment));
    assert_eq!(run(&mut chain, 5, 7, 10), Err(Refused::NoSuchClass(10)));
    assert_eq!(chain.used, []);
}
