import {
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
} from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Text } from '../../ui/text.tsx'
import { isBroken } from './exhibit-state.ts'
import { MediaViewer } from './media-viewer.tsx'
import { TextViewer } from './text-viewer.tsx'
import type { useOpened } from './use-opened.ts'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

const ImageViewer = lazy(() => import('./image-viewer.tsx'))
const PdfViewer = lazy(() => import('./pdf-viewer.tsx'))
const words = t.evidence

type ExhibitViewerProps = Omit<ViewerProps, 'address' | 'head'> & {
  opening: ReturnType<typeof useOpened>
  onStep: (step: 1 | -1) => void
  wide: boolean
  onWide: () => void
  onExport: () => void
}

/** The exhibit itself, by the viewer of its kind; or why it is not shown. */
export function ExhibitViewer(props: ExhibitViewerProps) {
  const { opening, onStep, wide, onWide, onExport, ...viewer } = props
  const { exhibit } = props
  const head = (tools: ReactNode) => (
    <>
      <header className={styles.viewerHead}>
        <h2 title={exhibit.fileName}>
          <b>{exhibit.number}</b>
          {` · ${exhibit.title}`}
        </h2>
        <IconButton icon={IconChevronLeft} label={words.previous} keys="K" onClick={() => onStep(-1)} />
        <IconButton icon={IconChevronRight} label={words.next} keys="J" onClick={() => onStep(1)} />
        {tools}
        <IconButton icon={IconDownload} label={words.card.export} onClick={onExport} />
        <IconButton
          icon={wide ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal}
          label={words.wide}
          keys="F"
          pressed={wide}
          onClick={onWide}
        />
      </header>
      <Notice exhibit={exhibit} />
    </>
  )
  return <Content {...viewer} opening={opening} head={head} onExport={onExport} />
}

type ContentProps = Omit<ViewerProps, 'address'> & Pick<ExhibitViewerProps, 'opening' | 'onExport'>

function Content({ opening, onExport, ...viewer }: ContentProps) {
  const { exhibit, head } = viewer
  const { opened, error } = opening
  if (error)
    return (
      <>
        {head(null)}
        <div className={styles.explain}>
          <Banner tone="bad" announce actions={<Button onClick={opening.again}>{t.common.retry}</Button>}>
            {errorSentence(error.code, error.facts)}
          </Banner>
        </div>
      </>
    )
  if (isBroken(opened?.exhibit ?? exhibit)) return <Broken {...viewer} />
  if (!opened)
    return (
      <>
        {head(null)}
        <div className={styles.explain} aria-busy="true">
          <Text tone="third">{words.opening}</Text>
        </div>
      </>
    )
  if (opened.text !== null) return <TextViewer {...viewer} text={opened.text} textCut={opened.textCut} />
  const seen = { ...viewer, address: `/berkas/${opened.token ?? ''}` }
  const waiting = <div className={styles.explain}>{head(null)}</div>
  if (!opened.token) return <Unviewable {...viewer} onExport={onExport} />
  if (exhibit.kind === 'audio' || exhibit.kind === 'video') {
    return exhibit.mime === 'application/octet-stream' ? (
      <Unviewable {...viewer} onExport={onExport} />
    ) : (
      <MediaViewer key={exhibit.id} {...seen} />
    )
  }
  if (exhibit.kind === 'image')
    return (
      <Suspense fallback={waiting}>
        <ImageViewer key={exhibit.id} {...seen} />
      </Suspense>
    )
  if (exhibit.kind === 'pdf')
    return (
      <Suspense fallback={waiting}>
        <PdfViewer key={exhibit.id} {...seen} />
      </Suspense>
    )
  return <Unviewable {...viewer} onExport={onExport} />
}

function Notice({ exhibit }: { exhibit: Exhibit }) {
  const text = exhibit.notice ? words.notice[exhibit.notice] : undefined
  if (!text || isBroken(exhibit)) return null
  return (
    <p className={styles.notice} role="note">
      {text}
    </p>
  )
}

/** Changed or missing bytes: said loudly, and nothing of them is shown. */
function Broken({ exhibit, head }: Pick<ViewerProps, 'exhibit' | 'head'>) {
  const missing = exhibit.integrity === 'missing'
  return (
    <>
      {head(null)}
      <div className={styles.explain}>
        <Banner
          tone="bad"
          announce
          title={(missing ? words.changed.missingTitle : words.changed.title)(exhibit.number)}
        >
          {missing ? words.changed.missingBody : words.changed.body}
        </Banner>
      </div>
    </>
  )
}

type UnviewableProps = Pick<ViewerProps, 'exhibit' | 'head'> & { onExport: () => void }

/** A kind without a viewer: why, that it still counts, and the logged way out. */
function Unviewable({ exhibit, head, onExport }: UnviewableProps) {
  return (
    <>
      {head(null)}
      <div className={styles.explain}>
        <Text as="h3" size={14} weight="medium">
          {words.unviewable.title}
        </Text>
        <Text as="p">
          {exhibit.integrity === 'intact' ? words.unviewable.hash : words.unviewable.hashUnchecked}
        </Text>
        <Text as="p" tone="second">
          {words.unviewable.exportHint}
        </Text>
        <div>
          <Button icon={IconDownload} onClick={onExport}>
            {words.card.export}
          </Button>
        </div>
      </div>
    </>
  )
}
