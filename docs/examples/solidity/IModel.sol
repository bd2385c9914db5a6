// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.28;

/// What a model's contract answers.
interface IModel {
    /// The input does not have one byte a feature.
    error WrongLength(uint256 expected, uint256 actual);
    /// A value is outside what the model was made for.
    error OutOfRange(uint256 index, int256 value);

    /// Index of the label with the highest score.
    function classify(bytes calldata input) external view returns (uint8);
    /// One score a label.
    function scores(bytes calldata input) external view returns (int32[] memory);
    /// Bytes that an input has.
    function inputLength() external pure returns (uint32);
    /// SHA-256 of the model file that the contract was made from.
    function modelHash() external pure returns (bytes32);
}
