import { useCallback, useEffect, useRef, useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import type { Instant } from '../../../shared/dates.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../../api/engine-error.ts'
import type { DraftState } from '../../api/use-draft.ts'
import { type KeptText, type LetterText, sameText, textOf } from './letter-text.ts'

const PAUSE_MS = 2500

export type LetterTyping = {
  text: LetterText
  /** Grows when the text was replaced from outside, so that the editor takes it anew. */
  turn: number
  /** 'stale': somebody else saved a newer version; what is typed here is kept, and nothing is overwritten. */
  phase: 'saved' | 'typing' | 'saving' | 'stale' | 'refused'
  error: EngineError | null
  savedAt: Instant
  /** Typing on an older version, found when the letter was opened. */
  left: KeptText | null
  change(part: Partial<LetterText>): void
  /** Saves what is typed now; false when it was refused. */
  save(): Promise<boolean>
  loadNewest(): Promise<void>
  useLeft(): void
  dropLeft(): void
}

/**
 * The text of a letter while it is typed. Each pause is kept on this laptop at once (it survives a kill, a
 * lock, a dead engine) and saved to the letter a moment later, as the next version.
 */
export function useLetterText(letter: Letter, draft: DraftState<KeptText>): LetterTyping {
  const { client } = useEngine()
  const restored = useRef(draft.restored)
  const mayEdit = letter.may.edit?.allowed ?? false
  const [text, setText] = useState<LetterText>(() => openingText(letter, restored.current, mayEdit))
  const [left, setLeft] = useState<KeptText | null>(() => leftTyping(letter, restored.current, mayEdit))
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<Pick<LetterTyping, 'phase' | 'error'>>({ phase: 'saved', error: null })
  const [savedAt, setSavedAt] = useState(letter.savedAt)
  const now = useRef({ text, saved: textOf(letter), version: letter.version })
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const { keep, discard } = draft
  const { id: letterId } = letter

  const replace = useCallback((next: Letter) => {
    now.current = { text: textOf(next), saved: textOf(next), version: next.version }
    setText(now.current.text)
    setTurn(count => count + 1)
    setSavedAt(next.savedAt)
    setState({ phase: 'saved', error: null })
  }, [])

  const save = useCallback(async (): Promise<boolean> => {
    if (timer.current) clearTimeout(timer.current)
    if (running.current) await running.current
    const { text: sent, saved, version } = now.current
    if (sameText(sent, saved)) {
      setState(before => (before.phase === 'stale' ? before : { phase: 'saved', error: null }))
      void discard()
      return true
    }
    setState({ phase: 'saving', error: null })
    running.current = client.call('letters.save', { letterId, version, ...sent }).then(
      done => {
        now.current = { ...now.current, saved: sent, version: done.version }
        setSavedAt(done.savedAt)
        const settled = now.current.text === sent
        setState({ phase: settled ? 'saved' : 'typing', error: null })
        if (settled) void discard()
        else keep({ ...now.current.text, version: done.version })
        return true
      },
      (thrown: unknown) => {
        const error = asEngineError(thrown)
        setState({ phase: error.code === 'letters.stale' ? 'stale' : 'refused', error })
        return false
      },
    )
    const done = await running.current
    running.current = null
    return done
  }, [client, letterId, keep, discard])

  const change = useCallback(
    (part: Partial<LetterText>) => {
      now.current.text = { ...now.current.text, ...part }
      setText(now.current.text)
      keep({ ...now.current.text, version: now.current.version })
      setState(before => (before.phase === 'stale' ? before : { phase: 'typing', error: null }))
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE_MS)
    },
    [keep, save],
  )

  // What was typed before a kill or a lock goes to the letter as soon as it is open again.
  const saveRef = useRef(save)
  saveRef.current = save
  useEffect(() => {
    if (!sameText(now.current.text, now.current.saved)) void saveRef.current()
    return () => {
      if (timer.current) clearTimeout(timer.current)
      if (!sameText(now.current.text, now.current.saved)) void saveRef.current()
    }
  }, [])

  // The letter as the engine now has it: ours, or somebody else's newer version.
  useEffect(() => {
    if (running.current || letter.version <= now.current.version) return
    const typed = !sameText(now.current.text, now.current.saved)
    if (typed) setState({ phase: 'stale', error: null })
    else replace(letter)
  }, [letter, replace])

  const loadNewest = useCallback(async () => {
    const typed = { ...now.current.text, version: now.current.version }
    const newest = await client.call('letters.get', { letterId })
    replace(newest)
    setLeft(sameText(typed, textOf(newest)) ? null : typed)
  }, [client, letterId, replace])

  const useLeft = useCallback(() => {
    if (!left) return
    setLeft(null)
    setTurn(count => count + 1)
    change({ header: left.header, body: left.body })
  }, [left, change])
  const dropLeft = useCallback(() => {
    setLeft(null)
    void discard()
  }, [discard])

  return { ...state, text, turn, savedAt, left, change, save, loadNewest, useLeft, dropLeft }
}

/** Typing on the version that is still the newest goes on where it stopped. */
function openingText(letter: Letter, kept: KeptText | null, mayEdit: boolean): LetterText {
  return kept && mayEdit && kept.version === letter.version
    ? { header: kept.header, body: kept.body }
    : textOf(letter)
}

function leftTyping(letter: Letter, kept: KeptText | null, mayEdit: boolean): KeptText | null {
  return kept && mayEdit && kept.version !== letter.version && !sameText(kept, textOf(letter)) ? kept : null
}
