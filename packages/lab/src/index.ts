/** What a lab imports. Nothing heavy may be reachable from here: `lab list` loads every manifest. */
export { outcomeInWords } from './engine/outcome-in-words.ts'
export { Todo, TodoError } from './todo.ts'
export * from './types.ts'
