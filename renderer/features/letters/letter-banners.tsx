import { errorSentence, fieldSentence, t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './letters.module.css'
import type { LetterTyping } from './use-letter-text.ts'

const words = t.letters.page

/** What keeps the typed text from being the letter's newest version, with the ways out. */
export function LetterBanners({ typing }: { typing: LetterTyping }) {
  const { phase, error, left } = typing
  return (
    <div className={styles.banners}>
      {phase === 'stale' && (
        <Banner
          tone="warn"
          announce
          title={words.stale}
          actions={<Button onClick={() => void typing.loadNewest()}>{words.loadNewest}</Button>}
        >
          {words.staleNext}
        </Banner>
      )}
      {phase === 'refused' && error && (
        <Banner
          tone="bad"
          announce
          title={words.notSaved}
          actions={<Button onClick={() => void typing.save()}>{t.common.retry}</Button>}
        >
          {error.issues[0] ? fieldSentence(error.issues[0].message) : errorSentence(error.code, error.facts)}
        </Banner>
      )}
      {left && phase !== 'stale' && (
        <Banner
          tone="info"
          announce
          title={words.leftTyping(left.version)}
          actions={
            <>
              <Button onClick={typing.useLeft}>{words.useTyping}</Button>
              <Button variant="quiet" onClick={typing.dropLeft}>
                {words.dropTyping}
              </Button>
            </>
          }
        >
          {words.leftTypingNext}
        </Banner>
      )}
    </div>
  )
}
