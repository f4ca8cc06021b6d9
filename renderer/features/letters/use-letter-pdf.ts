import { useEffect, useRef, useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../../api/engine-error.ts'
import type { LetterText } from './letter-text.ts'

const PAUSE_MS = 500
type Shown = { pdf: Uint8Array | null; error: EngineError | null; drawing: boolean }

/** Whether the pages are fixed: numbered and waiting for the signature, or issued. */
export const isFixed = (letter: Pick<Letter, 'state'>): boolean =>
  letter.state === 'finalised' || letter.state === 'issued'

/**
 * The pages of a letter: while it is a draft the preview of what is typed, a moment after the last key; once
 * fixed the very bytes, asked for once (each look is written down). The last good pages stay on an error.
 */
export function useLetterPdf(letter: Letter, text: LetterText): Shown {
  const { client } = useEngine()
  const [shown, setShown] = useState<Shown>({ pdf: null, error: null, drawing: true })
  const turn = useRef(0)
  const { id: letterId, issuedSha256 } = letter
  const fixed = isFixed(letter)
  // Approval changes the draft mark's version line, signing the bytes.
  const edition = fixed
    ? `${letterId} ${letter.state} ${issuedSha256 ?? ''} ${letter.replacedBy?.letterNumber ?? letter.replacedBy?.cite ?? ''}`
    : `${letterId} ${letter.version}`
  const typed = fixed ? null : text
  const first = useRef(true)

  useEffect(() => {
    const mine = ++turn.current
    void edition
    const ask = () => {
      setShown(before => ({ ...before, drawing: true }))
      const pages = typed
        ? client.call('letters.preview', { letterId, header: typed.header, body: typed.body })
        : client.call('letters.open', { letterId })
      pages.then(
        ({ pdf }) => mine === turn.current && setShown({ pdf, error: null, drawing: false }),
        (thrown: unknown) =>
          mine === turn.current &&
          setShown(before => ({ ...before, error: asEngineError(thrown), drawing: false })),
      )
    }
    const pause = first.current || !typed ? 0 : PAUSE_MS
    first.current = false
    const timer = setTimeout(ask, pause)
    return () => clearTimeout(timer)
  }, [client, letterId, edition, typed])
  return shown
}
