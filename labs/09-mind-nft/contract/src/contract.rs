//! The Solidity face: ERC-721 with its metadata extension, and what minds can do.

use crate::{
    error::{
        ERC721InvalidApprover, ERC721InvalidOperator, ERC721InvalidOwner, Error, NotKeeper,
        SameMind,
    },
    on_chain::OnChain,
};
use alloc::{format, string::String, vec, vec::Vec};
use alloy_primitives::{Address, FixedBytes, U256, address, fixed_bytes};
use alloy_sol_types::{SolCall, sol};
use inkling_portrait::{MAX_BYTES, portrait};
use lab09_core::{Book, Dna, child, hidden_vector, play, score, token_uri, transfer};
use stylus_sdk::{
    abi::Bytes,
    call::{call, static_call},
    prelude::*,
    storage::{StorageAddress, StorageBool, StorageFixedBytes, StorageMap, StorageU256},
};

/// Who may say, once, where the name service is: the first account of a development chain.
pub const KEEPER: Address = address!("3f1Eae7D46d88F08fc2F8ed27FCb2AB183EB2d0E");

/// What a name may take. The service needs a part of it; a broken one can't take more.
const NAME_GAS: u64 = 400_000;

sol! {
    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);
    event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId);
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);
    /// `tokenId` is the child of two minds.
    event Born(uint256 indexed tokenId, uint256 indexed mother, uint256 indexed father, bytes32 dna);

    interface IERC721Receiver {
        function onERC721Received(address operator, address from, uint256 tokenId, bytes data) external returns (bytes4);
    }
}

#[storage]
#[entrypoint]
pub struct Minds {
    pub(crate) owners: StorageMap<U256, StorageAddress>,
    pub(crate) balances: StorageMap<Address, StorageU256>,
    pub(crate) approvals: StorageMap<U256, StorageAddress>,
    pub(crate) operators: StorageMap<Address, StorageMap<Address, StorageBool>>,
    dnas: StorageMap<U256, StorageFixedBytes<32>>,
    taken: StorageMap<FixedBytes<32>, StorageBool>,
    supply: StorageU256,
    names: StorageAddress,
}

#[public]
impl Minds {
    pub fn name() -> String {
        "Inkling Minds".into()
    }

    pub fn symbol() -> String {
        "MIND".into()
    }

    /// ERC-165, ERC-721 and its metadata.
    pub fn supports_interface(id: FixedBytes<4>) -> bool {
        [[0x01, 0xff, 0xc9, 0xa7], [0x80, 0xac, 0x58, 0xcd], [0x5b, 0x5e, 0x13, 0x9f]]
            .contains(&id.0)
    }

    pub fn total_supply(&self) -> U256 {
        self.supply.get()
    }

    pub fn balance_of(&self, owner: Address) -> Result<U256, Error> {
        if owner.is_zero() {
            return Err(Error::InvalidOwner(ERC721InvalidOwner { owner }));
        }
        Ok(self.balances.get(owner))
    }

    pub fn owner_of(&self, token_id: U256) -> Result<Address, Error> {
        let owner = self.owners.get(token_id);
        if owner.is_zero() { Err(Error::nonexistent(token_id)) } else { Ok(owner) }
    }

    pub fn get_approved(&self, token_id: U256) -> Result<Address, Error> {
        self.owner_of(token_id)?;
        Ok(self.approvals.get(token_id))
    }

    pub fn is_approved_for_all(&self, owner: Address, operator: Address) -> bool {
        self.operators.getter(owner).get(operator)
    }

    pub fn approve(&mut self, to: Address, token_id: U256) -> Result<(), Error> {
        let (owner, sender) = (self.owner_of(token_id)?, self.vm().msg_sender());
        if owner != sender && !self.is_approved_for_all(owner, sender) {
            return Err(Error::InvalidApprover(ERC721InvalidApprover { approver: sender }));
        }
        self.approvals.insert(token_id, to);
        self.vm().log(Approval { owner, approved: to, tokenId: token_id });
        Ok(())
    }

    pub fn set_approval_for_all(&mut self, operator: Address, approved: bool) -> Result<(), Error> {
        if operator.is_zero() {
            return Err(Error::InvalidOperator(ERC721InvalidOperator { operator }));
        }
        let owner = self.vm().msg_sender();
        self.operators.setter(owner).insert(operator, approved);
        self.vm().log(ApprovalForAll { owner, operator, approved });
        Ok(())
    }

    pub fn transfer_from(
        &mut self,
        from: Address,
        to: Address,
        token_id: U256,
    ) -> Result<(), Error> {
        let sender = self.vm().msg_sender();
        let id = token_id.to_be_bytes();
        transfer(
            &mut OnChain(self),
            &sender.into_array(),
            &from.into_array(),
            &to.into_array(),
            &id,
        )
        .map_err(|refused| Error::of(refused, sender, from, token_id))?;
        self.vm().log(Transfer { from, to, tokenId: token_id });
        Ok(())
    }

    #[selector(name = "safeTransferFrom")]
    pub fn safe_transfer_from(
        &mut self,
        from: Address,
        to: Address,
        token_id: U256,
    ) -> Result<(), Error> {
        self.safe_transfer_from_with_data(from, to, token_id, Bytes::from(vec![]))
    }

    #[selector(name = "safeTransferFrom")]
    pub fn safe_transfer_from_with_data(
        &mut self,
        from: Address,
        to: Address,
        token_id: U256,
        data: Bytes,
    ) -> Result<(), Error> {
        self.transfer_from(from, to, token_id)?;
        self.ask_receiver(from, to, token_id, data)
    }

    /// JSON with name, traits and picture, as a `data:` URI.
    #[selector(name = "tokenURI")]
    pub fn token_uri(&self, token_id: U256) -> Result<String, Error> {
        let dna = self.dna_of(token_id)?;
        let name = self.name_of(token_id)?;
        let mut svg = [0; MAX_BYTES];
        let length = portrait(&hidden_vector(&dna.0), &mut svg);
        let uri = token_uri(name.as_bytes(), &dna.0, &svg[..length]);
        // Base64 and a prefix: ASCII.
        Ok(String::from_utf8(uri).unwrap_or_default())
    }

    /// The mind's weights.
    pub fn dna_of(&self, token_id: U256) -> Result<FixedBytes<32>, Error> {
        self.owner_of(token_id)?;
        Ok(self.dnas.get(token_id))
    }

    /// What the name service calls it, or `Mind #7` while there is none that answers.
    pub fn name_of(&self, token_id: U256) -> Result<String, Error> {
        let dna = self.dna_of(token_id)?;
        Ok(self.ask_for_name(dna).unwrap_or_else(|| format!("Mind #{token_id}")))
    }

    /// The picture alone.
    pub fn picture_of(&self, token_id: U256) -> Result<String, Error> {
        let dna = self.dna_of(token_id)?;
        let mut svg = [0; MAX_BYTES];
        let length = portrait(&hidden_vector(&dna.0), &mut svg);
        Ok(String::from_utf8_lossy(&svg[..length]).into_owned())
    }

    /// A new mind for the sender. Each DNA exists once, and whoever comes first has it.
    pub fn mint(&mut self, dna: FixedBytes<32>) -> Result<U256, Error> {
        if self.taken.get(dna) {
            return Err(Error::taken(dna));
        }
        self.taken.insert(dna, true);
        let id = self.supply.get();
        self.supply.set(id + U256::ONE);
        self.dnas.insert(id, dna);
        let to = self.vm().msg_sender();
        OnChain(self).set_owner(&id.to_be_bytes(), &to.into_array());
        self.vm().log(Transfer { from: Address::ZERO, to, tokenId: id });
        Ok(id)
    }

    /// The child of two minds that the sender may both move goes to the sender. Nothing here depends on when: two minds, in
    /// this order, have one child, whom everybody can compute, and once it is there they have no other.
    pub fn breed(&mut self, mother: U256, father: U256) -> Result<U256, Error> {
        if mother == father {
            return Err(Error::SameMind(SameMind { tokenId: mother }));
        }
        let (a, b) = (self.own_mind(mother)?, self.own_mind(father)?);
        let chance = self.vm().native_keccak256([a, b].as_flattened());
        let dna = FixedBytes(child(&a, &b, &chance.0));
        let id = self.mint(dna)?;
        self.vm().log(Born { tokenId: id, mother, father, dna });
        Ok(id)
    }

    /// The points of both after sixteen rounds of share or take.
    pub fn play(&self, a: U256, b: U256) -> Result<(u32, u32), Error> {
        let [first, second] = play(&self.dna_of(a)?.0, &self.dna_of(b)?.0);
        Ok((first, second))
    }

    /// How well two minds fit together, 0 to 100.
    pub fn score(&self, a: U256, b: U256) -> Result<i32, Error> {
        Ok(score(&self.dna_of(a)?.0, &self.dna_of(b)?.0))
    }

    /// Says where the name service is. Once: whoever owns a mind has to know that its name stays.
    pub fn use_names(&mut self, service: Address) -> Result<(), Error> {
        if self.vm().msg_sender() != KEEPER || !self.names.get().is_zero() {
            return Err(Error::NotKeeper(NotKeeper {}));
        }
        self.names.set(service);
        Ok(())
    }
}

impl Minds {
    /// The DNA of a mind that the sender owns or operates.
    fn own_mind(&self, id: U256) -> Result<Dna, Error> {
        let (owner, sender) = (self.owner_of(id)?, self.vm().msg_sender());
        if owner != sender && !self.is_approved_for_all(owner, sender) {
            return Err(Error::not_approved(sender, id));
        }
        Ok(self.dnas.get(id).0)
    }

    /// The service's answer, when it is a name: a capital and one to eleven small letters. Anything else could break out of
    /// the JSON it is put into.
    fn ask_for_name(&self, dna: FixedBytes<32>) -> Option<String> {
        let service = self.names.get();
        if service.is_zero() {
            return None;
        }
        let mut text = dna.to_vec();
        text.extend_from_slice(b"name");
        let seed = self.vm().native_keccak256(&text);
        let name =
            static_call(self.vm(), Call::new().gas(NAME_GAS), service, seed.as_slice()).ok()?;
        let (first, rest) = name.split_first()?;
        let is_name = first.is_ascii_uppercase()
            && (1..12).contains(&rest.len())
            && rest.iter().all(u8::is_ascii_lowercase);
        is_name.then(|| String::from_utf8(name).ok()).flatten()
    }

    /// A contract has to say that it knows what to do with a token.
    fn ask_receiver(
        &mut self,
        from: Address,
        to: Address,
        token_id: U256,
        data: Bytes,
    ) -> Result<(), Error> {
        if self.vm().code_size(to) == 0 {
            return Ok(());
        }
        let operator = self.vm().msg_sender();
        let question = IERC721Receiver::onERC721ReceivedCall {
            operator,
            from,
            tokenId: token_id,
            data: data.0.into(),
        };
        let context = Call::new_mutating(self);
        let answer = call(self.vm(), context, to, &question.abi_encode());
        // `onERC721Received`'s own selector, padded to a word.
        const YES: FixedBytes<4> = fixed_bytes!("150b7a02");
        match answer {
            Ok(word) if word.len() >= 32 && word[..4] == YES[..] => Ok(()),
            _ => Err(Error::receiver(to)),
        }
    }
}
