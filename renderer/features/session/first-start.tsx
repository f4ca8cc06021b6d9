import {
  IconBook,
  IconChevronRight,
  IconFolderOpen,
  IconFolderPlus,
  IconShieldCheck,
} from '@tabler/icons-react'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { hasPage, VERIFICATION_PATH } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { CreateStore } from './create-store.tsx'
import { ExampleStore } from './example-store.tsx'
import type { LockedView } from './locked-app.tsx'
import styles from './session.module.css'

type Props = { view: 'start' | 'create' | 'example'; go: (view: LockedView) => void; onBack: () => void }

/** No store yet: make one, open one, or look around in the invented example. */
export function FirstStart({ view, go, onBack }: Props) {
  const { show } = useSession()
  const { bridge } = useEngine()
  const choose = useAction('session.chooseStore', {
    onDone: status => {
      show(status)
      onBack()
    },
  })
  if (view === 'create') return <CreateStore onBack={() => go('start')} />
  if (view === 'example') return <ExampleStore onBack={() => go('start')} />

  const openOther = async () => {
    const folder = await bridge.shell('chooseFolder', { purpose: 'openStore' })
    if (folder) await choose.run({ folder: folder.ticket })
  }
  const s = t.session.start
  const ways = [
    { icon: IconFolderPlus, title: s.create, why: s.createWhy, run: () => go('create') },
    { icon: IconFolderOpen, title: s.open, why: s.openWhy, run: openOther },
    { icon: IconBook, title: s.example, why: s.exampleWhy, run: () => go('example') },
    ...(hasPage(VERIFICATION_PATH)
      ? [{ icon: IconShieldCheck, title: s.verify, why: s.verifyWhy, run: () => go('verify') }]
      : []),
  ]
  return (
    <div className={styles.column} style={{ width: 520 }}>
      <div className={styles.head}>
        <BrandMark size={40} stroke={1.1} />
        <h1>{t.app.name}</h1>
        <p>{s.intro}</p>
      </div>
      <ul className={`${styles.card} ${styles.flush} ${styles.choices}`}>
        {ways.map(({ icon: Icon, title, why, run }) => (
          <li key={title}>
            <button type="button" className={styles.choice} onClick={run}>
              <Icon size={20} stroke={1.5} aria-hidden />
              <span>
                <strong>{title}</strong>
                <small>{why}</small>
              </span>
              <IconChevronRight size={16} stroke={1.5} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {choose.error && (
        <div style={{ marginTop: 16 }}>
          <Banner tone="bad" announce>
            {errorSentence(choose.error.code, choose.error.facts)}
          </Banner>
        </div>
      )}
    </div>
  )
}
