// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity 0.8.37;

interface ArbWasm {
    function codehashAsmSize(bytes32 codehash) external view returns (uint32 size);
}

interface ArbWasmCache {
    function cacheProgram(address program) external;
    function evictCodehash(bytes32 codehash) external;
    function codehashIsCached(bytes32 codehash) external view returns (bool);
}

/// The cache manager of a development chain. It answers what `cargo stylus cache` asks, and it holds no auction:
/// the cache has no end, so every bid wins, 0 wei included. What is bid stays here. Anybody may evict.
/// Written for Inkling from the interface that cargo-stylus calls; it shares no code with Arbitrum's own CacheManager.
contract CacheManager {
    ArbWasm internal constant ARB_WASM = ArbWasm(0x0000000000000000000000000000000000000071);
    ArbWasmCache internal constant ARB_WASM_CACHE = ArbWasmCache(0x0000000000000000000000000000000000000072);

    error AlreadyCached(bytes32 codehash);
    error ProgramNotActivated();

    /// Bytes of compiled code the cache may hold: no limit.
    uint64 public constant cacheSize = type(uint64).max;
    bool public constant isPaused = false;

    /// Bytes of compiled code that were cached through this contract and not evicted through it.
    uint64 public queueSize;
    mapping(bytes32 codehash => uint64 size) internal sizes;

    /// Caches an activated program: calls of it, and of every contract with the same code, then pay the lower entry cost.
    function placeBid(address program) external payable {
        bytes32 codehash = program.codehash;
        uint64 size = asmSize(codehash);
        if (ARB_WASM_CACHE.codehashIsCached(codehash)) revert AlreadyCached(codehash);
        ARB_WASM_CACHE.cacheProgram(program);
        // The chain owner may have evicted it directly since it was counted.
        queueSize = queueSize - sizes[codehash] + size;
        sizes[codehash] = size;
    }

    /// Takes a program out of the cache again. Quiet if it isn't there.
    function evict(address program) external {
        bytes32 codehash = program.codehash;
        ARB_WASM_CACHE.evictCodehash(codehash);
        queueSize -= sizes[codehash];
        delete sizes[codehash];
    }

    function getMinBid(address program) external view returns (uint192) {
        asmSize(program.codehash);
        return 0;
    }

    function getMinBid(uint64) external pure returns (uint192) {
        return 0;
    }

    /// The chain's own errors (not activated, expired, of an older version) all mean: activate first.
    function asmSize(bytes32 codehash) internal view returns (uint64) {
        try ARB_WASM.codehashAsmSize(codehash) returns (uint32 size) {
            return size;
        } catch {
            revert ProgramNotActivated();
        }
    }
}
