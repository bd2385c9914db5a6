import { readData } from './read-data.ts'

/**
 * English first names, as in the source: 4,951 female, 3,898 male, each with a capital; some have a hyphen or a space.
 *
 * @param text the file's content. Left out, the file is read (Node only).
 */
export function loadNames(kind: 'female' | 'male', text?: string): string[] {
  return (text ?? new TextDecoder().decode(readData(`names-${kind}.txt`))).split(/\r?\n/).filter(Boolean)
}
