import { afterAll, describe, expect, test } from 'vitest'
import { pointsCsv, workbench } from './run.ts'

const bench = workbench()
afterAll(bench.remove)
const good = pointsCsv()

describe('tables that can not be trained on', () => {
  test.each([
    ['missing', undefined, /missing\.csv: there is no such file/],
    ['empty', '', /is empty/],
    ['binary', Uint8Array.from([0, 1, 2, 255, 254, 0]), /is not text/],
    ['header-only', 'a,b,label\n', /has a header and no rows/],
    ['semicolons', 'a;b;c\n1;2;x\n', /separated by ';'/],
    ['no-header', '1,2,3\n4,5,6\n', /only numbers, no names/],
    ['twice', 'a,a,label\n1,2,x\n', /two columns are named 'a'/],
    ['unnamed', 'a,,label\n1,2,x\n', /column 2 has no name/],
    ['ragged', 'a,b,label\n1,2,x\n1,2\n', /row 2 has 2 cells, the header has 3/],
    ['nan', 'a,b,label\n1,2,x\nNaN,2,y\n', /row 2, column 'a' is 'NaN', not a number/],
    ['infinite', 'a,b,label\n1,2,x\nInfinity,2,y\n', /column 'a' is 'Infinity'/],
    ['gap', 'a,b,label\n1,2,x\n1,,y\n', /row 2, column 'b' is empty/],
    ['words', 'a,b,label\n1,red,x\n2,blue,y\n', /column 'b' is 'red'/],
    ['one-label', 'a,b,label\n1,2,x\n2,3,x\n', /every row has the label 'x'/],
    ['no-label', 'a,b,label\n1,2,x\n2,3,\n', /row 2 has no label/],
    ['constant', 'a,b,label\n1,2,x\n1,3,y\n', /column 'a' is 1 in every row/],
    [
      'numbers',
      `a,b\n${Array.from({ length: 90 }, (_, i) => `${i},${i}`).join('\n')}\n`,
      /90 different values/,
    ],
  ])('%s', async (name, text, words) => {
    if (text !== undefined) bench.put(`${name}.csv`, text)
    const { code, err, out } = await bench.inkling(`train ${name}.csv --json`)
    expect(err).toMatch(words)
    expect(err).toMatch(/next: /)
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ schema: 'inkling-error/1', error: { kind: 'input' } })
  })

  test('a column that is not there, and a kind that takes two labels', async () => {
    bench.put('points.csv', good)
    expect((await bench.inkling('train points.csv --label color')).err).toMatch(
      /no column 'color'.*across, up, place/s,
    )
    bench.put('three.csv', good.replace('near', 'here'))
    expect((await bench.inkling('train three.csv --kind gbdt')).err).toMatch(/takes two labels, there are 3/)
    expect((await bench.inkling('train points.csv --kind mlp --hidden 0')).err).toMatch(/--hidden is/)
    expect((await bench.inkling('train .')).err).toMatch(/is a folder/)
    expect((await bench.inkling('train points.csv --out points.csv')).err).toMatch(/is not written over/)
  })

  test('quoted cells, a byte order mark and Windows line ends are fine', async () => {
    bench.put('quoted.csv', `\uFEFF"across","up, or down",place\r\n${good.split('\n').slice(1).join('\r\n')}`)
    expect((await bench.inkling('train quoted.csv --json')).json()).toMatchObject({
      features: ['across', 'up, or down'],
      labels: ['far', 'near'],
    })
  })
})

describe('files that are something else', () => {
  test.each([
    ['inspect', 'garbage.bin', Uint8Array.from([1, 0, 3]), 2, /is not text/],
    [
      'inspect',
      'broken.wasm',
      Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 99]),
      2,
      /wasm|section|byte/i,
    ],
    ['inspect', 'broken.code', Uint8Array.from([0xef, 0xf0, 0, 0, 1, 2, 3]), 2, /begins as contract code/],
    ['inspect', 'other.json', '{"a":1}', 2, /is JSON, but not a model file/],
    ['inspect', 'half.json', '{"format":', 2, /is not JSON/],
    ['compile', 'table.csv', 'a,b\n1,2\n', 2, /is a table.*inkling train table\.csv/s],
    ['quantize', 'model.json', '{"format":"inkling-model/1"}', 2, /quantized already/],
    ['quantize', 'odd.json', '{"format":"inkling-float/1","kind":"cnn"}', 2, /kind is 'cnn'/],
  ])('%s %s', async (command, name, data, code, words) => {
    bench.put(name, data)
    const ran = await bench.inkling(`${command} ${name}`)
    expect(ran.err).toMatch(words)
    expect(ran.code).toBe(code)
    expect(ran.err).not.toContain('mistake of inkling')
  })

  test('a model file that was changed by hand', async () => {
    bench.put('points.csv', good)
    await bench.inkling('train points.csv')
    await bench.inkling('quantize points.float.json')
    bench.put('changed.json', bench.read('points.model.json').toString().replace('"across"', '"along"'))
    const ran = await bench.inkling('compile changed.json')
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.err).toMatch(/sha256/)
  })

  test('weights that are no numbers name the layer', async () => {
    await bench.inkling('train points.csv --kind mlp --epochs 2')
    const float = JSON.parse(bench.read('points.float.json').toString())
    float.layers[1].weights[3] = Number.NaN
    bench.put('nan.json', JSON.stringify(float))
    expect((await bench.inkling('quantize nan.json')).err).toMatch(/layers\[1\]/)
    float.layers[1].weights[3] = 1e300
    bench.put('huge.json', JSON.stringify(float))
    const ran = await bench.inkling('quantize huge.json')
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.err).toMatch(/layers\[1\]/)
  })
})
