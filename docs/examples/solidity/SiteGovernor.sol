// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {AskModel} from "./AskModel.sol";
import {IModel} from "./IModel.sol";

/// Members vote on the sites for which their wallets sign without asking. A model's forecast is advice: it chooses how
/// long everybody can look before a vote takes effect, and nothing else.
contract SiteGovernor {
    enum Advice {
        /// The model gave no answer. Treated as a warning.
        None,
        Safe,
        Fraud
    }

    struct Proposal {
        bytes32 site;
        uint64 ends;
        uint32 yes;
        uint32 no;
        Advice advice;
        /// The advice was a person's, not the model's.
        bool overruled;
        bool executed;
        bytes features;
    }

    // #region rules
    uint256 public constant VOTING = 3 days;
    uint256 public constant SHORT_DELAY = 1 days;
    uint256 public constant LONG_DELAY = 7 days;
    uint256 public constant BUDGET = 100_000;
    uint256 public constant LABELS = 2;
    // #endregion rules

    IModel public immutable model;
    bytes32 public immutable modelHash;
    /// May set the advice aside. Can't vote by that, and can't stop or start anything.
    address public immutable guardian;
    uint256 public immutable quorum;

    mapping(address => bool) public isMember;
    mapping(bytes32 site => bool) public allowed;
    Proposal[] internal proposals;
    mapping(uint256 id => mapping(address => bool)) public hasVoted;

    event Proposed(uint256 indexed id, bytes32 site, bytes features);
    event Advised(uint256 indexed id, Advice advice, bytes32 modelHash);
    event Overruled(uint256 indexed id, Advice from, Advice to, string reason);
    event Executed(uint256 indexed id, bytes32 site);

    error WrongModel(bytes32 expected, bytes32 actual);
    error NotMember(address caller);
    error NotGuardian(address caller);
    error UnknownProposal(uint256 id);
    error VotingOver();
    error AlreadyVoted();
    error NotYet(uint256 at);
    error NotPassed();
    error AlreadyExecuted();
    error AdvisedAlready();
    error ReasonMissing();

    constructor(IModel model_, bytes32 expected, address guardian_, address[] memory members) {
        bytes32 actual = model_.modelHash();
        if (actual != expected) revert WrongModel(expected, actual);
        (model, modelHash, guardian) = (model_, expected, guardian_);
        for (uint256 i = 0; i < members.length; i++) isMember[members[i]] = true;
        quorum = members.length / 2 + 1;
    }

    modifier onlyMember() {
        if (!isMember[msg.sender]) revert NotMember(msg.sender);
        _;
    }

    // #region advice
    /// The features are the proposer's words. They stand in the log, for everybody to check before the vote ends.
    function propose(bytes32 site, bytes calldata features) external onlyMember returns (uint256 id) {
        id = proposals.length;
        Proposal storage proposal = proposals.push();
        proposal.site = site;
        proposal.ends = uint64(block.timestamp + VOTING);
        proposal.features = features;
        emit Proposed(id, site, features);
        advise(id, proposal);
    }

    /// Once more, for a proposal that got no answer: the model may be active again.
    function askAgain(uint256 id) external {
        Proposal storage proposal = known(id);
        if (proposal.advice != Advice.None || proposal.overruled) revert AdvisedAlready();
        advise(id, proposal);
    }

    function advise(uint256 id, Proposal storage proposal) internal {
        (AskModel.Outcome outcome, uint8 label) = AskModel.label(model, BUDGET, LABELS, proposal.features);
        if (outcome == AskModel.Outcome.Answered) {
            proposal.advice = label == 0 ? Advice.Safe : Advice.Fraud;
        }
        emit Advised(id, proposal.advice, modelHash);
    }

    /// A person sets the advice aside, in either direction, and says why in public.
    function overrule(uint256 id, Advice advice, string calldata reason) external {
        if (msg.sender != guardian) revert NotGuardian(msg.sender);
        if (bytes(reason).length == 0) revert ReasonMissing();
        Proposal storage proposal = known(id);
        if (proposal.executed) revert AlreadyExecuted();
        emit Overruled(id, proposal.advice, advice, reason);
        (proposal.advice, proposal.overruled) = (advice, true);
    }

    /// From when on a vote that has passed may take effect. Without an answer: the long way, which also ends.
    function effectiveAt(uint256 id) public view returns (uint256) {
        Proposal storage proposal = known(id);
        return proposal.ends + (proposal.advice == Advice.Safe ? SHORT_DELAY : LONG_DELAY);
    }
    // #endregion advice

    // #region decision
    function vote(uint256 id, bool yes) external onlyMember {
        Proposal storage proposal = known(id);
        if (block.timestamp >= proposal.ends) revert VotingOver();
        if (hasVoted[id][msg.sender]) revert AlreadyVoted();
        hasVoted[id][msg.sender] = true;
        if (yes) proposal.yes++;
        else proposal.no++;
    }

    function execute(uint256 id) external {
        Proposal storage proposal = known(id);
        if (proposal.executed) revert AlreadyExecuted();
        if (block.timestamp < effectiveAt(id)) revert NotYet(effectiveAt(id));
        // Not a word of the model in here.
        if (proposal.yes < quorum || proposal.yes <= proposal.no) revert NotPassed();
        proposal.executed = true;
        allowed[proposal.site] = true;
        emit Executed(id, proposal.site);
    }
    // #endregion decision

    function adviceOf(uint256 id) external view returns (Advice advice, bool overruled) {
        Proposal storage proposal = known(id);
        return (proposal.advice, proposal.overruled);
    }

    function known(uint256 id) internal view returns (Proposal storage) {
        if (id >= proposals.length) revert UnknownProposal(id);
        return proposals[id];
    }
}
