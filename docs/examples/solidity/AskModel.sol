// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {IModel} from "./IModel.sol";

/// Asks a model and always comes back: with a label, or with what was wrong.
///
/// `try` is not enough for that. It reverts in the caller when the address has no code or the answer can't be decoded,
/// and it copies whatever the model returns, at the caller's cost.
library AskModel {
    enum Outcome {
        Answered,
        /// Nothing stands at the address.
        NoCode,
        /// It reverted, is not active, has expired, or took the whole budget.
        Failed,
        /// It answered, but not with one word that is a label.
        Garbage
    }

    /// Whoever calls must not choose the fallback by sending little gas.
    error NotEnoughGas(uint256 needed, uint256 left);

    /// What stays for the caller after the model took everything: a few storage writes.
    uint256 internal constant REST = 60_000;

    /// @param budget gas that the model may take at most
    /// @param labels how many labels it has: an answer of `labels` or more is garbage
    function label(IModel model, uint256 budget, uint256 labels, bytes memory input)
        internal
        view
        returns (Outcome outcome, uint8 answer)
    {
        if (address(model).code.length == 0) return (Outcome.NoCode, 0);
        bytes memory question = abi.encodeCall(IModel.classify, (input));
        // A call passes on at most 63 of 64 parts.
        uint256 needed = budget + budget / 63 + REST;
        if (gasleft() < needed) revert NotEnoughGas(needed, gasleft());
        bool ok;
        uint256 size;
        uint256 word;
        assembly ("memory-safe") {
            // Only the first word is copied, however long the answer is.
            ok := staticcall(budget, model, add(question, 32), mload(question), 0, 32)
            size := returndatasize()
            word := mload(0)
        }
        if (!ok) return (Outcome.Failed, 0);
        if (size != 32 || word >= labels) return (Outcome.Garbage, 0);
        return (Outcome.Answered, uint8(word));
    }
}
