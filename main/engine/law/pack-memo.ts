import type { LawPack } from '../../../shared/law-pack.ts'

/**
 * Remembers what follows from a pack and a key: a pack is read and checked once and never changed, so the
 * answer stays. Packs that are let go take their answers with them.
 */
export function perPack<T>(make: (pack: LawPack, key: string) => T): (pack: LawPack, key: string) => T {
  const known = new WeakMap<LawPack, Map<string, T>>()
  return (pack, key) => {
    let answers = known.get(pack)
    if (!answers) {
      answers = new Map()
      known.set(pack, answers)
    }
    let answer = answers.get(key)
    if (answer === undefined) {
      answer = make(pack, key)
      answers.set(key, answer)
    }
    return answer
  }
}
