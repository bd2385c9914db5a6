// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {AskModel} from "./AskModel.sol";
import {IModel} from "./IModel.sol";

/// Pays an advance against a photographed check when a model reads the amount that is claimed. Everything else goes to
/// a person: the model can say yes to a little, and no to nothing.
contract AdvanceVault {
    enum State {
        Unknown,
        Review,
        Paid,
        Refused
    }

    /// Why a person has to look.
    enum Reason {
        None,
        NoAnswer,
        Disagrees,
        DayIsFull,
        VaultIsEmpty
    }

    struct Advance {
        address payable to;
        uint256 amount;
        State state;
    }

    // #region limits
    uint256 public constant DIGITS = 3;
    uint256 public constant LABELS = 10;
    /// Gas for one digit. A program that isn't active takes all of it, and then no second digit is asked.
    uint256 public constant BUDGET = 100_000;
    /// What a unit of the check is worth.
    uint256 public constant UNIT = 0.001 ether;
    /// Wei that go out in a day without a person: what a picture that fools the model can take.
    uint256 public constant A_DAY = 1 ether;
    // #endregion limits

    IModel public immutable model;
    /// Looks at what the model does not settle.
    address public immutable reviewer;
    /// Holds the paper checks, and signs what the photo shows.
    address public immutable custodian;

    mapping(bytes32 checkId => Advance) public advances;
    mapping(uint256 day => uint256 wei_) public paidOn;

    event Asked(bytes32 indexed checkId, address to, uint256 claimed, uint256 read, Reason reason);
    event Settled(bytes32 indexed checkId, State state, address by);

    error WrongModel(bytes32 expected, bytes32 actual);
    error WrongCount(uint256 expected, uint256 actual);
    error WrongSignature();
    error Claimed(bytes32 checkId);
    error NotReviewer(address caller);
    error NotInReview(bytes32 checkId);
    error NotPaid();

    constructor(IModel model_, bytes32 expected, address reviewer_, address custodian_) payable {
        bytes32 actual = model_.modelHash();
        if (actual != expected) revert WrongModel(expected, actual);
        (model, reviewer, custodian) = (model_, reviewer_, custodian_);
    }

    receive() external payable {}

    // #region request
    /// @param digits pictures of the amount's digits, the most significant first
    /// @param signature the custodian's, over `statement`: without it anybody could draw a check
    function request(
        bytes32 checkId,
        address payable to,
        uint256 claimed,
        bytes[] calldata digits,
        bytes calldata signature
    ) external returns (State state) {
        if (digits.length != DIGITS) revert WrongCount(DIGITS, digits.length);
        if (advances[checkId].state != State.Unknown) revert Claimed(checkId);
        if (signerOf(statement(checkId, to, digits), signature) != custodian) revert WrongSignature();

        (bool ok, uint256 read) = amountIn(digits);
        uint256 amount = claimed * UNIT;
        Reason reason = !ok
            ? Reason.NoAnswer
            : read != claimed
                ? Reason.Disagrees
                : paidOn[today()] + amount > A_DAY
                    ? Reason.DayIsFull
                    : amount > address(this).balance ? Reason.VaultIsEmpty : Reason.None;
        state = reason == Reason.None ? State.Paid : State.Review;
        // Written before the money leaves: whoever receives it may call again.
        advances[checkId] = Advance(to, amount, state);
        emit Asked(checkId, to, claimed, read, reason);
        if (state == State.Paid) {
            paidOn[today()] += amount;
            pay(to, amount);
        }
    }

    function amountIn(bytes[] calldata digits) internal view returns (bool ok, uint256 read) {
        for (uint256 i = 0; i < digits.length; i++) {
            (AskModel.Outcome outcome, uint8 digit) = AskModel.label(model, BUDGET, LABELS, digits[i]);
            if (outcome != AskModel.Outcome.Answered) return (false, 0);
            read = 10 * read + digit;
        }
        return (true, read);
    }
    // #endregion request

    // #region review
    /// A person pays or refuses. That works while the model is gone, too.
    function settle(bytes32 checkId, bool yes) external {
        if (msg.sender != reviewer) revert NotReviewer(msg.sender);
        Advance storage advance = advances[checkId];
        if (advance.state != State.Review) revert NotInReview(checkId);
        advance.state = yes ? State.Paid : State.Refused;
        emit Settled(checkId, advance.state, msg.sender);
        if (yes) pay(advance.to, advance.amount);
    }
    // #endregion review

    /// What the custodian signs: this check, these pixels, this receiver, in this vault on this chain.
    function statement(bytes32 checkId, address to, bytes[] calldata digits) public view returns (bytes32) {
        bytes32 pixels = keccak256(abi.encode(digits));
        bytes32 inner = keccak256(abi.encode(block.chainid, address(this), checkId, to, pixels));
        return keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", inner));
    }

    function signerOf(bytes32 digest, bytes calldata signature) internal pure returns (address) {
        if (signature.length != 65) return address(1);
        address signer = ecrecover(
            digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64])
        );
        // `ecrecover` answers 0 for nonsense.
        return signer == address(0) ? address(1) : signer;
    }

    function today() internal view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function pay(address payable to, uint256 amount) internal {
        (bool sent,) = to.call{value: amount}("");
        if (!sent) revert NotPaid();
    }
}
