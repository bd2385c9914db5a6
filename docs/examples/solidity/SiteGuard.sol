// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

import {IModel} from "./IModel.sol";
import {RawModel} from "./RawModel.sol";

/// A wallet's guard. It asks a model whether a site is safe, and knows what to do when there is no answer.
contract SiteGuard {
    // #region guard
    uint8 public constant SAFE = 0;
    /// Gas an answer may take; a program that isn't active takes all of it.
    uint256 public constant BUDGET = 30_000;
    /// A call passes on 63 of 64 parts; the rest is for what stands around it.
    uint256 internal constant NEEDED = BUDGET + BUDGET / 63 + 5_000;

    IModel public immutable model;

    error NotEnoughGas();
    error WrongModel(bytes32 expected, bytes32 actual);

    constructor(IModel model_, bytes32 expected) {
        bytes32 actual = model_.modelHash();
        if (actual != expected) revert WrongModel(expected, actual);
        model = model_;
    }

    /// May the wallet sign? Without an answer: no.
    function allows(bytes calldata site) external view returns (bool) {
        // Whoever calls must not choose the fallback by sending little gas.
        if (gasleft() < NEEDED) revert NotEnoughGas();
        try model.classify{gas: BUDGET}(site) returns (uint8 label) {
            return label == SAFE;
        } catch {
            return false;
        }
    }
    // #endregion guard
}

/// The same over a raw kernel, which has no `modelHash`: the code itself is pinned.
contract RawSiteGuard {
    // #region raw
    uint256 public constant BUDGET = 30_000;
    uint256 internal constant NEEDED = BUDGET + BUDGET / 63 + 5_000;

    address public immutable kernel;

    error NotEnoughGas();
    error WrongCode(bytes32 expected, bytes32 actual);

    constructor(address kernel_, bytes32 expected) {
        bytes32 actual = kernel_.codehash;
        if (actual != expected) revert WrongCode(expected, actual);
        kernel = kernel_;
    }

    function allows(bytes calldata site) external view returns (bool) {
        if (gasleft() < NEEDED) revert NotEnoughGas();
        (bool ok, uint8 label) = RawModel.classify(kernel, BUDGET, site);
        return ok && label == 0;
    }
    // #endregion raw
}
