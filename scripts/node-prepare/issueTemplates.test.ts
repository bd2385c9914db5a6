import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

/** Rules of GitHub's issue forms: "Syntax for issue forms" and "Common validation errors". */
const folder = join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE')
const read = (name: string) => parse(readFileSync(join(folder, name), 'utf8'), { strict: true }) as Form

interface Field {
  type: string
  id?: string
  attributes: { label?: string; value?: string; options?: string[]; multiple?: boolean; render?: string }
  validations?: { required?: boolean }
}
interface Form {
  name: string
  description: string
  title?: string
  labels?: string[]
  body: Field[]
}

const forms = readdirSync(folder).filter((name) => name !== 'config.yml')
const TOP = ['name', 'description', 'title', 'labels', 'body', 'assignees', 'projects', 'type']
const TYPES = ['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']

it('there is one for bugs, one for a lab that confused, one for class times', () => {
  expect(forms.sort()).toEqual(['bug.yml', 'class-times.yml', 'lab-confused.yml'])
  expect(read('config.yml')).toEqual({ blank_issues_enabled: true })
})

describe.each(forms)('%s', (name) => {
  const form = read(name)
  const asked = form.body.filter((field) => field.type !== 'markdown')

  it('has the keys that GitHub requires, and no others', () => {
    expect(TOP).toEqual(expect.arrayContaining(Object.keys(form)))
    expect(form.name.trim()).not.toBe('')
    expect(form.description.trim().length).toBeGreaterThan(20)
    for (const label of form.labels ?? []) expect(label).toEqual(expect.any(String))
  })

  it('has fields that GitHub knows, with ids and labels of their own', () => {
    for (const field of form.body) expect(TYPES).toContain(field.type)
    const ids = asked.map((field) => field.id)
    expect(ids.every((id) => /^[a-zA-Z][\w-]*$/.test(id ?? ''))).toBe(true)
    expect(new Set(ids).size).toBe(asked.length)
    const labels = asked.map((field) => field.attributes.label?.trim())
    expect(labels.every(Boolean)).toBe(true)
    expect(new Set(labels).size).toBe(asked.length)
  })

  it('has text in its markdown, distinct words in its lists, and asks for something', () => {
    for (const { type, attributes } of form.body) {
      if (type === 'markdown') expect(attributes.value?.trim()).toBeTruthy()
      if (type !== 'dropdown') continue
      const options = attributes.options ?? []
      expect(options.length).toBeGreaterThan(1)
      expect(new Set(options).size).toBe(options.length)
      for (const option of options) expect(option).toEqual(expect.any(String))
      // a reserved word
      expect(options.map((option) => option.toLowerCase())).not.toContain('none')
    }
    expect(asked.some((field) => field.validations?.required)).toBe(true)
  })
})

it('class times are returned in minutes, lab by lab', () => {
  const minutes = read('class-times.yml').body.find((field) => field.id === 'minutes')
  expect(minutes?.validations?.required).toBe(true)
  expect(minutes?.attributes.value).toMatch(/^\| lab \| half \| most \|/)
})
