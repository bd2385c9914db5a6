// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

/// Everything that can stand at a model's address and is none. For tests.
contract FakeModel {
    enum Mode {
        /// Returns `answer`, whatever is asked.
        Returns,
        /// Reverts with `answer`.
        Reverts,
        /// Goes round until the gas is gone.
        Burns,
        /// Returns as many zeros as `answer` says: a caller who copies them pays for it.
        Bomb
    }

    Mode internal mode;
    bytes internal answer;

    constructor(Mode mode_, bytes memory answer_) {
        set(mode_, answer_);
    }

    function set(Mode mode_, bytes memory answer_) public {
        (mode, answer) = (mode_, answer_);
    }

    function modelHash() external pure returns (bytes32) {
        return keccak256("fake");
    }

    fallback(bytes calldata) external returns (bytes memory) {
        if (mode == Mode.Burns) while (true) {}
        bytes memory data = answer;
        if (mode == Mode.Bomb) {
            uint256 size = abi.decode(data, (uint256));
            assembly {
                return(0, size)
            }
        }
        if (mode == Mode.Reverts) {
            assembly {
                revert(add(data, 32), mload(data))
            }
        }
        return data;
    }
}
