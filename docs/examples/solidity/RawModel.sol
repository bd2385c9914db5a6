// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

/// Asks a raw kernel: the packed input goes in, one byte comes out.
library RawModel {
    /// `ok` is false when the kernel reverts, is not active, runs out of
    /// `budget`, or is no kernel at all.
    function classify(address kernel, uint256 budget, bytes calldata input)
        internal
        view
        returns (bool ok, uint8 label)
    {
        (bool success, bytes memory answer) =
            kernel.staticcall{gas: budget}(input);
        // A call of an address without code succeeds and answers nothing.
        if (success && answer.length == 1) {
            return (true, uint8(answer[0]));
        }
    }
}
