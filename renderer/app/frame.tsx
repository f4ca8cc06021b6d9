import { useCallback, useEffect, useMemo, useState } from 'react'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import { Banner } from '../ui/banner.tsx'
import { classNames } from '../ui/class-names.ts'
import { InspectorSlot } from '../ui/inspector.tsx'
import { KeyHints } from '../ui/key-hints.tsx'
import styles from './frame.module.css'
import { useOverlays } from './overlays.tsx'
import { PageOutlet } from './page-outlet.tsx'
import { usePageSlots } from './page-slots.tsx'
import { Rail } from './rail.tsx'
import { railEntries } from './rail-entries.ts'
import { goBack, goForward, navigate } from './router.tsx'
import { shownEntries } from './routes.tsx'
import { useAccount, useSession } from './session.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useGlobalKeys } from './use-global-keys.ts'

/** The window while the store is open: rail, top bar, work, inspector, key hints, status. */
export function Frame() {
  const { settings, change } = useDevice()
  const { lock, status } = useSession()
  const account = useAccount()
  const { crumbs, keys, bare } = usePageSlots()
  const { openKeys, openPalette } = useOverlays()
  const [host, setHost] = useState<HTMLElement | null>(null)
  const [inspectors, setInspectors] = useState(0)
  const announce = useCallback((present: boolean) => setInspectors(count => count + (present ? 1 : -1)), [])
  const slot = useMemo(() => ({ host, announce }), [host, announce])
  const title = crumbs.at(-1)?.label

  useEffect(() => {
    document.title = title ? `${title} · ${t.app.name}` : t.app.name
  }, [title])

  useGlobalKeys({
    palette: openPalette,
    rail: position => {
      const entry = shownEntries(railEntries, account.role)[position - 1]
      if (entry) navigate(entry.path)
    },
    lock: () => void lock(),
    keys: openKeys,
    inspector: () => change({ inspectorOpen: !settings.inspectorOpen }),
    back: goBack,
    forward: goForward,
  })

  return (
    <div className={classNames(styles.frame, settings.railCollapsed && styles.slim, bare && styles.bare)}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('work')?.focus()}>
        {t.app.skipToWork}
      </button>
      {!bare && <Rail />}
      {!bare && <TopBar withInspector={inspectors > 0} />}
      <div className={styles.work}>
        <InspectorSlot.Provider value={slot}>
          <main className={styles.main}>
            {status?.auditWarning && (
              <div className={styles.warning}>
                <Banner tone="warn" title={t.app.auditWarning.title} announce>
                  {t.app.auditWarning.body(status.auditWarning)}
                </Banner>
              </div>
            )}
            <PageOutlet />
            {keys.length > 0 && !bare && <KeyHints hints={keys} onShowAll={openKeys} />}
          </main>
        </InspectorSlot.Provider>
        <aside
          ref={setHost}
          className={styles.inspector}
          aria-label={t.ui.inspector}
          hidden={inspectors === 0 || !settings.inspectorOpen}
          data-pane=""
          tabIndex={-1}
        />
      </div>
      <StatusBar />
    </div>
  )
}
