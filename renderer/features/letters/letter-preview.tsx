import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Pane } from '../../ui/pane.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Text } from '../../ui/text.tsx'
import type { LetterText } from './letter-text.ts'
import styles from './letters.module.css'
import { useLetterPdf } from './use-letter-pdf.ts'

const words = t.letters.preview
const ZOOMS = [0.75, 1, 1.25, 1.5, 2] as const

/** The final PDF itself: of what is typed while it is a draft, the fixed bytes afterwards. */
export function LetterPreview({ letter, text }: { letter: Letter; text: LetterText }) {
  const { pdf, error, drawing } = useLetterPdf(letter, text)
  const [place, setPlace] = useState<{ page: number; total: number } | null>(null)
  const [zoom, setZoom] = useState<number>(1)
  const turn = useCallback((page: number, total: number) => setPlace({ page, total }), [])
  const step = (by: 1 | -1) => setZoom(now => ZOOMS[ZOOMS.indexOf(now as 1) + by] ?? now)
  const kind =
    letter.state === 'issued' ? words.issued : letter.state === 'finalised' ? words.fixed : words.same
  return (
    <Pane
      label={words.title}
      title={
        <>
          {words.title}
          <span className={styles.previewKind}>{kind}</span>
        </>
      }
      actions={
        <>
          <Text size={12} tone="second" lines="oneLine">
            {drawing ? words.drawing : place ? words.page(place.page, place.total) : ''}
          </Text>
          <IconButton icon={IconZoomOut} label={words.zoomOut} onClick={() => step(-1)} />
          <IconButton icon={IconZoomIn} label={words.zoomIn} onClick={() => step(1)} />
        </>
      }
    >
      <div className={styles.preview}>
        {error && (
          <div className={styles.previewFault}>
            <Banner tone="warn" announce>
              {errorSentence(error.code, error.facts)}
            </Banner>
          </div>
        )}
        <PdfPages pdf={pdf} label={words.document} pageLabel={words.pageLabel} zoom={zoom} onPage={turn} />
      </div>
    </Pane>
  )
}
