// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {AskModel} from "./AskModel.sol";
import {IModel} from "./IModel.sol";
import {RawModel} from "./RawModel.sol";

/// What asking costs a contract, by the difference of `gasleft()` around the question. `ok` is false without an answer.
contract Meter {
    function asContract(IModel model, uint256 budget, bytes calldata input)
        external
        view
        returns (bool ok, uint8 label, uint256 gas)
    {
        gas = gasleft();
        try model.classify{gas: budget}(input) returns (uint8 answer) {
            (ok, label) = (true, answer);
        } catch {}
        gas -= gasleft();
    }

    function asKernel(address kernel, uint256 budget, bytes calldata input)
        external
        view
        returns (bool ok, uint8 label, uint256 gas)
    {
        gas = gasleft();
        (ok, label) = RawModel.classify(kernel, budget, input);
        gas -= gasleft();
    }

    function carefully(IModel model, uint256 budget, uint256 labels, bytes calldata input)
        external
        view
        returns (AskModel.Outcome outcome, uint8 label, uint256 gas)
    {
        gas = gasleft();
        (outcome, label) = AskModel.label(model, budget, labels, input);
        gas -= gasleft();
    }
}
