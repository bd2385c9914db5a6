import { expect, test } from 'vitest'
import { demangle } from './demangle.ts'

// Names as rustc 1.96 wrote them into lab 1's program.
test.each([
  ['_RNvCslaZXRelX7IK_10lab01_core6scores', 'lab01_core::scores'],
  ['_RNvNtCsgLKwPbMgeZz_10stylus_sdk6hostio9read_args', 'stylus_sdk::hostio::read_args'],
  [
    '_RNvMs5_NtCsegWeQoC6xCM_5lab018contractNtB5_12DecisionTree8classify',
    'lab01::contract::DecisionTree::classify',
  ],
  [
    '_RINvYINtNtCsg3h9ZIlTkPy_5alloc3vec3VeclENtNtCsgLKwPbMgeZz_10stylus_sdk3abi7AbiType17abi_encode_returnB3_ECsegWeQoC6xCM_5lab01',
    '<Vec as AbiType>::abi_encode_return',
  ],
  [
    '_RNvXs3_NtCsegWeQoC6xCM_5lab015errorINtNtCsg3h9ZIlTkPy_5alloc3vec3VechEINtNtCsbORqP1WlII7_4core7convert4FromNtB5_5ErrorE4from',
    '<Vec as From>::from',
  ],
  ['_RNvCsfgHYwM92fyn_7___rustc26___rust_alloc_error_handler', '__rustc::__rust_alloc_error_handler'],
  ['_ZN10lab01_core4walk17h0123456789abcdefE', 'lab01_core::walk'],
  [
    '_ZN4core3ptr42drop_in_place$LT$alloc..string..String$GT$17h0123456789abcdefE',
    'core::ptr::drop_in_place<alloc::string::String>',
  ],
  ['user_entrypoint', 'user_entrypoint'],
  ['_RNv', '_RNv'],
  ['_R', '_R'],
  ['', ''],
])('%s', (mangled, path) => {
  expect(demangle(mangled)).toBe(path)
})
