import { sentencesOf } from './sentences.ts'

const MOST_LINES = 6

/**
 * The story of a case in at most six lines for a projector: its own lines when it has several, else its sentences;
 * what is too many is joined into the last lines, so that nothing is left out.
 */
export function factLines(narrative: string): string[] {
  const own = narrative
    .split(/\n+/)
    .map(line => line.replace(/^\s*(?:[-•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter(line => line !== '')
  const lines = own.length > 1 ? own : sentencesOf(own[0] ?? '')
  return evenly(lines)
}

function evenly(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines]
  const groups: string[][] = Array.from({ length: MOST_LINES }, () => [])
  for (const [index, line] of lines.entries()) {
    groups[Math.floor((index * MOST_LINES) / lines.length)]?.push(line)
  }
  return groups.map(group => group.join(' '))
}
