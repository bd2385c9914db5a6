/**
 * Numbers that a lesson may type: the arithmetic of its worked examples, limits of integer types, shapes, versions and
 * years. Anything measured comes from `docs/data`. A lesson without an entry may type none.
 */
const BY_LESSON: Record<string, string[]> = {
  '01-decision-tree': [
    ...['0.5', '0.25', '0.75', '0.8', '7.5', '32', '200', '10', '1,000', '90 %'],
    ...['4.0', '0.26.1'],
  ],
  // Shapes and the packed layout.
  '02-forest': [
    ...['32', '100', '16', '64', '41', '300', '0.0317', '4096', '129.8', '130', '50', '16383', '16384'],
    ...['2,000', '6,000', '2026', '4.0', '0.26.1'],
  ],
  '03-fixed-point': [
    // Nadia's probability, the sigmoid at 2, her age in steps; limits of integer types.
    ...[
      '51 %',
      '99 %',
      '88 %',
      '12 %',
      '30',
      '127',
      '33',
      '70',
      '16,129',
      '16',
      '32,768',
      '32,767',
      '32',
      '256',
    ],
    // Three ways to divide by 8, and one walk through the table.
    ...['1.0', '128', '0.5', '10', '3.75', '12', '4.5', '64', '2048', '4,097', '6,000', '15', '40', '2088'],
    ...['2037', '1273.1', '1273', '53.9 %', '500', '20', '6.35', '635', '100', '63.5', '63', '129'],
    ...['1996', '0.15.0', '4.0', '1.9.1'],
    // Vectors the deploy script asks.
    '50',
  ],
  // The hidden layer; vectors the deploy script asks.
  '04-neural-network': ['32', '50'],
  // Widths and limits of integers, the shape of the nets, one neuron's arithmetic.
  '05-int8-mlp': [
    ...['16', '64', '32', '10', '255', '196', '256', '127', '128', '31', '30', '100 %', '0.5', '0.1', '25.4'],
    ...['25', '2.5', '1.75'],
    // Vectors and digits the deploy script asks.
    ...['50', '200'],
  ],
  // Widths and limits, the shape of the net, the arithmetic of a word of four bytes and of one pair.
  '06-gas-golf': [
    ...['64', '32', '10', '14', '8', '5', '16', '21', '4', '255', '348', '24,576', '1968', '2', '1', '3'],
    ...['49', '15', '26', '250', '160', '30,000', '40,000', '60,000', '70,000', '17'],
    ...['0xfe02ff01', '01', '02', '48'],
  ],
  // Shape of the net, bits of a field element, of a salt and of a context, a word's bytes, and the base of a transaction.
  '07-secret-digit': ['64', '10', '16', '248', '254', '32', '21,000'],
  // A slot, prices of a cold slot and a cold account's code, its limit, first bytes, the schema of the digit model, an EIP.
  '08-model-registry': ['32', '2,100', '2,600', '700', '24,576', '196', '15', '0x00', '51', '7702'],
  // Weights of a mind and their bits, slots and their bytes, the price of a cold slot, the size limit of code, the EIP.
  '09-mind-nft': ['16', '64', '32', '2,100', '24,576', '256', '721', '15', '255', '100'],
}

/** @param file `lessons/03-fixed-point.md` */
export function exampleNumbers(file: string): string[] {
  const name = file.replace(/^lessons\//, '').replace(/\.md$/, '')
  return BY_LESSON[name] ?? []
}
