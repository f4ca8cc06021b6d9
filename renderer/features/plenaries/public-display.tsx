import { useEffect, useRef } from 'react'
import type { Bridge } from '../../../shared/bridge.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineClient } from '../../api/client.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { PublicCase } from './public-case.tsx'
import styles from './public-display.module.css'
import { PublicStatus } from './public-status.tsx'
import { useFit } from './use-fit.ts'
import { usePublicPane } from './use-public-pane.ts'

const words = t.plenaries.public

/** The whole window for the audience: the case under discussion, a neutral card, or nothing at all. */
export function PublicDisplay({ client, bridge }: { client: EngineClient; bridge: Bridge }) {
  const pane = usePublicPane(client, bridge)
  const page = useRef<HTMLElement>(null)
  useFit(page, pane)
  useEffect(() => {
    document.title = `${words.title} · ${t.app.name}`
  }, [])
  if (pane?.blanked) return <main className={styles.blank} aria-label={words.title} />
  if (!pane?.item) {
    return (
      <main className={styles.cover} aria-label={words.title}>
        <BrandMark size={72} stroke={1.2} />
        <h1>{pane ? words.meeting(pane.heldOn) : words.waiting}</h1>
        <p>{pane ? `${pane.plenaryNumber} · ${pane.place}` : words.waitingNext}</p>
      </main>
    )
  }
  const { item, quorum, present } = pane
  return (
    <main ref={page} className={styles.page} aria-label={words.title}>
      <header className={styles.head}>
        <b>{words.meeting(pane.heldOn)}</b>
        <span>{words.at(item.ordinal, item.count)}</span>
        <span className={styles.push}>{words.attendance(present, Math.max(present, quorum.base))}</span>
        <span>{quorum.met ? words.quorumMet : words.quorumMissing(quorum.needed)}</span>
      </header>
      <div className={styles.columns}>
        <PublicCase item={item} />
        <PublicStatus item={item} />
      </div>
    </main>
  )
}
