/** What a lab imports. Nothing heavy may be reachable from here: `lab list` loads every manifest. */
export { deploysModel } from './checks/deploys-model.ts'
export { type At, eachCase } from './checks/each-case.ts'
export { markedProgram } from './checks/marked-program.ts'
export { dearestCall, measureDearest, recordInk } from './checks/measure.ts'
export { outcomeInWords } from './engine/outcome-in-words.ts'
export { Todo, TodoError } from './todo.ts'
export * from './types.ts'
