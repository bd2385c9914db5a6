import { expect, test } from 'vitest'
import { findStubs } from './stubs.ts'

test('Rust stubs with their lines; comments, lifetimes and strings do not confuse it', () => {
  const source = `// todo!("1.1 no")
/* todo!("1.2 no")
*/
fn f<'a>(x: &'a str) -> char {
    let q = '"'; // todo!("1.3 no")
    let s = "// not a comment";
    todo!("1.4 yes")
}
fn g() { todo!( "1.12 spaced") }
`
  expect(findStubs(source, 'lib.rs')).toEqual([
    { task: '1.4', line: 7 },
    { task: '1.12', line: 9 },
  ])
})

test('TypeScript stubs, with and without new', () => {
  const source = `// throw Todo('1.1')
const url = 'http://x' // throw Todo('1.2')
function f() {
  throw Todo('1.3')
}
const g = () => { throw new Todo("1.4") }
`
  expect(findStubs(source, 'train.ts')).toEqual([
    { task: '1.3', line: 4 },
    { task: '1.4', line: 6 },
  ])
})

test('no stub, no find', () => {
  expect(findStubs('fn f() { todo!() }', 'lib.rs')).toEqual([])
})
