/** The heading under which a lesson asks, and the fold-out that ends the questions. */
const section = /^## Three questions$([\s\S]*?)(?=^::: details For the facilitator$|^## )/m
const question = /^::: details (.+)\n([\s\S]*?)^:::$/gm

/**
 * Makes a lesson's questions, written as `::: details QUESTION`, into `<Recall>`: a fold-out as before without
 * JavaScript, and with it a place to write an answer that is kept.
 *
 * @param lab the lesson's lab
 * @param inline renders a question's Markdown
 */
export function toRecall(text: string, lab: number, inline: (markdown: string) => string): string {
  return text.replace(section, (whole) => {
    let number = 0
    return whole.replace(question, (_, asked: string, answer: string) => {
      number++
      return `<Recall :lab="${lab}" :number="${number}">\n<template #question>${inline(asked)}</template>\n\n${answer}\n</Recall>`
    })
  })
}
