import type { Letter, LetterBody, LetterHeader } from '../../../shared/contract/letters.ts'

/** What a person writes of a letter. */
export type LetterText = { header: LetterHeader; body: LetterBody }
/** Typing kept on this laptop, with the version that it was typed on. */
export type KeptText = LetterText & { version: number }

export const textOf = ({ header, body }: Letter): LetterText => ({ header, body })

/** Whether two texts say the same. */
export const sameText = (a: LetterText, b: LetterText): boolean =>
  a === b || (canonical(a.header) === canonical(b.header) && canonical(a.body) === canonical(b.body))

/** JSON with sorted names, without what is null: the editor and the engine write attributes in different order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, entry]) => entry !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  )
}
