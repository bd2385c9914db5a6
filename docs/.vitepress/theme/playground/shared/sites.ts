/** The nine facts of the phishing data, in the order of the file. */
export const facts = [
  'form handler',
  'pop-ups',
  'certificate',
  'parts from elsewhere',
  'links to elsewhere',
  'popularity',
  'length of the address',
  'age of the domain',
  'number for a name',
]

/** What the data mean by 0, 1 and 2, roughly; the lesson says where that breaks down. */
export const levels = ['worrying', 'in between', 'reassuring']

/** Room for one value past the data's, so that a reader can see it refused. */
export const top = 3

/** The two sites of `lab check 0`. */
export const presets = [
  { name: 'A shop that has been there for years', values: [2, 2, 2, 2, 2, 1, 1, 2, 0] },
  { name: 'A “wallet update” whose form goes nowhere', values: [0, 0, 0, 1, 1, 1, 2, 0, 0] },
]
