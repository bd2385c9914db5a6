use crate::{
    contract::{GameEnded, GameStarted, Moved, TicTacToe},
    error::Error,
};
use alloy_primitives::{Address, I256, LogData, U256};
use alloy_sol_types::SolEvent;
use stylus_sdk::{abi::Bytes, testing::*};

const ANNA: Address = Address::repeat_byte(1);
const BEN: Address = Address::repeat_byte(2);
const EVE: Address = Address::repeat_byte(3);
const CONTRACT: Address = Address::repeat_byte(9);

/// A contract at a known address, and the machine it stands on.
fn deployed() -> (TestVM, TicTacToe) {
    let vm = TestVM::new();
    vm.set_contract_address(CONTRACT);
    let contract = TicTacToe::from(&vm);
    (vm, contract)
}

/// The newest events, as `Moved(address, cell)` and so on.
fn events(vm: &TestVM, from: usize) -> Vec<String> {
    vm.get_emitted_logs()
        .into_iter()
        .skip(from)
        .map(|(topics, data)| {
            let log = LogData::new_unchecked(topics, data.into());
            if let Ok(Moved { player, cell }) = Moved::decode_log_data(&log) {
                format!("Moved({}, {cell})", player[0])
            } else if let Ok(GameStarted { x, o }) = GameStarted::decode_log_data(&log) {
                format!("GameStarted({}, {})", x[0], o[0])
            } else {
                let GameEnded { winner } = GameEnded::decode_log_data(&log).unwrap();
                format!("GameEnded({})", winner[0])
            }
        })
        .collect()
}

fn cells(contract: &TicTacToe) -> Vec<u8> {
    contract.board().to_vec()
}

#[test]
fn whoever_may_not_move_is_refused_by_name_and_nothing_changes() {
    let (vm, mut contract) = deployed();
    vm.set_sender(ANNA);
    assert!(matches!(contract.play(0), Err(Error::NotAPlayer(e)) if e.caller == ANNA));
    contract.new_game(BEN, true).ok().unwrap();
    contract.play(4).ok().unwrap();
    let (board, told) = (cells(&contract), vm.get_emitted_logs().len());

    assert!(matches!(contract.play(5), Err(Error::WrongTurn(_))));
    vm.set_sender(EVE);
    assert!(matches!(contract.play(5), Err(Error::NotAPlayer(e)) if e.caller == EVE));
    assert!(matches!(contract.new_game(CONTRACT, true), Err(Error::GameRunning(_))));
    vm.set_sender(BEN);
    assert!(matches!(contract.play(4), Err(Error::Occupied(e)) if e.cell == 4));
    assert!(matches!(contract.play(9), Err(Error::OutOfRange(e))
        if e.index == U256::ZERO && e.value == I256::unchecked_from(9)));
    assert!(
        matches!(contract.new_game(BEN, true), Err(Error::BadOpponent(e)) if e.opponent == BEN)
    );

    assert_eq!(cells(&contract), board);
    assert_eq!(contract.turn(), BEN);
    assert_eq!(vm.get_emitted_logs().len(), told);
}

#[test]
fn two_people_play_to_the_end_and_every_move_is_an_event() {
    let (vm, mut contract) = deployed();
    vm.set_sender(ANNA);
    contract.new_game(BEN, true).ok().unwrap();
    for (sender, cell) in [(ANNA, 0), (BEN, 3), (ANNA, 1), (BEN, 4), (ANNA, 2)] {
        vm.set_sender(sender);
        contract.play(cell).ok().unwrap();
    }
    assert_eq!(cells(&contract), [1, 1, 1, 2, 2, 0, 0, 0, 0]);
    assert_eq!(contract.turn(), Address::ZERO);
    assert_eq!(
        events(&vm, 0),
        [
            "GameStarted(1, 2)",
            "Moved(1, 0)",
            "Moved(2, 3)",
            "Moved(1, 1)",
            "Moved(2, 4)",
            "Moved(1, 2)",
            "GameEnded(1)",
        ]
    );
    vm.set_sender(BEN);
    assert!(matches!(contract.play(8), Err(Error::GameOver(_))));
    vm.set_sender(EVE);
    contract.new_game(CONTRACT, true).ok().unwrap();
    assert_eq!(cells(&contract), [0; 9]);
}

#[test]
fn the_network_answers_in_the_same_call_and_does_not_lose() {
    let (vm, mut contract) = deployed();
    vm.set_sender(ANNA);
    for first in [true, false] {
        let before = vm.get_emitted_logs().len();
        contract.new_game(CONTRACT, first).ok().unwrap();
        // Who sits second finds the network's opening on the board.
        assert_eq!(events(&vm, before).len(), if first { 1 } else { 2 });
        for turn in 1.. {
            assert!(turn <= 5, "nine cells are full after five turns");
            assert_eq!(contract.turn(), ANNA);
            let free = cells(&contract).iter().position(|&mark| mark == 0).unwrap();
            let told = vm.get_emitted_logs().len();
            contract.play(free as u8).ok().unwrap();
            assert_eq!(events(&vm, told)[0], format!("Moved(1, {free})"));
            if contract.turn() == Address::ZERO {
                break;
            }
        }
        let end = events(&vm, before).pop().unwrap();
        assert!(end == "GameEnded(9)" || end == "GameEnded(0)", "{end}");
    }
}

#[test]
fn input_that_is_no_board_is_refused() {
    let (_vm, contract) = deployed();
    assert!(matches!(contract.classify(Bytes::from(vec![0; 17])), Err(Error::WrongLength(e))
        if e.expected == U256::from(18) && e.actual == U256::from(17)));
    let mut bad = vec![0; 18];
    bad[10] = 2;
    assert!(matches!(contract.scores(Bytes::from(bad)), Err(Error::OutOfRange(e))
        if e.index == U256::from(10) && e.value == I256::unchecked_from(2)));
    let full: Vec<u8> = (0..18).map(|i| u8::from(i < 9)).collect();
    assert!(matches!(contract.best_move(Bytes::from(full)), Err(Error::NoMove(_))));
}
