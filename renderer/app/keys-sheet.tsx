import { t } from '../../shared/strings/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { KeyHint } from '../ui/key-hints.tsx'
import styles from './keys-sheet.module.css'
import { usePageSlots } from './page-slots.tsx'

const k = t.app.keys
const everywhere: readonly KeyHint[] = [
  { keys: ['Ctrl K'], label: k.palette },
  { keys: ['Ctrl 1', '…', 'Ctrl 9'], label: k.rail },
  { keys: ['Alt ←'], label: k.historyBack },
  { keys: ['Alt →'], label: k.historyForward },
  { keys: ['F6'], label: k.nextPane },
  { keys: ['F8'], label: k.inspector },
  { keys: ['Ctrl L'], label: k.lock },
  { keys: ['F1'], label: k.sheet },
]
const lists: readonly KeyHint[] = [
  { keys: ['J', '↓'], label: k.rowDown },
  { keys: ['K', '↑'], label: k.rowUp },
  { keys: ['Enter'], label: k.openRow },
  { keys: ['Spasi'], label: k.peekRow },
  { keys: ['X'], label: k.pickRow },
  { keys: ['Ctrl C'], label: k.copyRows },
]

/** F1: every key that works now, this screen's first. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { keys } = usePageSlots()
  return (
    <Dialog opened={opened} onClose={onClose} title={k.title} width={640}>
      <div className={styles.sheet}>
        <div>
          {keys.length > 0 && <Keys title={k.here} hints={keys} />}
          <Keys title={k.lists} hints={lists} />
        </div>
        <Keys title={k.everywhere} hints={everywhere} />
        <p className={styles.note}>{k.singleKeyNote}</p>
      </div>
    </Dialog>
  )
}

function Keys({ title, hints }: { title: string; hints: readonly KeyHint[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {hints.map(hint => (
          <div key={hint.label} style={{ display: 'contents' }}>
            <dt>
              {hint.keys.map(key => (
                <Kbd key={key} keys={key} />
              ))}
            </dt>
            <dd>{hint.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
