import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebarRight,
  IconSearch,
} from '@tabler/icons-react'
import { clockAt } from '../../shared/dates.ts'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import { iconProps, smallIconProps } from '../ui/icon.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Spacer } from '../ui/layout.tsx'
import { deviceZone } from './device-zone.ts'
import { useOverlays } from './overlays.tsx'
import { usePageSlots } from './page-slots.tsx'
import { goBack, goForward, Link, useLocation } from './router.tsx'
import styles from './top-bar.module.css'

/** Back and forward, where we are, when it was saved, and the way to every command. */
export function TopBar({ withInspector }: { withInspector: boolean }) {
  const { canGoBack, canGoForward } = useLocation()
  const { crumbs, savedAt } = usePageSlots()
  const { openPalette } = useOverlays()
  const { settings, change } = useDevice()
  return (
    <header className={styles.top}>
      <div className={styles.history}>
        <IconButton
          icon={IconChevronLeft}
          label={t.app.bar.back}
          keys="Alt ←"
          disabled={!canGoBack}
          onClick={goBack}
        />
        <IconButton
          icon={IconChevronRight}
          label={t.app.bar.forward}
          keys="Alt →"
          disabled={!canGoForward}
          onClick={goForward}
        />
      </div>
      <nav aria-label={t.app.bar.path} style={{ minWidth: 0 }}>
        <ol className={styles.crumbs}>
          {crumbs.map((crumb, index) => {
            const last = index === crumbs.length - 1
            return (
              <li key={`${crumb.label} ${crumb.to ?? ''}`}>
                {crumb.to && !last ? (
                  <Link to={crumb.to}>{crumb.label}</Link>
                ) : (
                  <span aria-current={last ? 'page' : undefined}>{crumb.label}</span>
                )}
              </li>
            )
          })}
        </ol>
      </nav>
      <Spacer />
      <output className={styles.saved}>
        {savedAt === 'saving' && t.common.saving}
        {savedAt && savedAt !== 'saving' && (
          <>
            <IconCheck {...smallIconProps} />
            {t.common.savedAt(clockAt(savedAt, deviceZone))}
          </>
        )}
      </output>
      {withInspector && (
        <IconButton
          icon={IconLayoutSidebarRight}
          label={t.app.bar.inspector}
          keys="F8"
          aria-expanded={settings.inspectorOpen}
          onClick={() => change({ inspectorOpen: !settings.inspectorOpen })}
        />
      )}
      <button type="button" className={styles.command} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch {...iconProps} />
        {t.app.bar.command}
        <Kbd keys="Ctrl K" />
      </button>
    </header>
  )
}
