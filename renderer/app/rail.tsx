import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Fragment } from 'react'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import { BrandMark } from '../ui/brand-mark.tsx'
import { classNames } from '../ui/class-names.ts'
import { iconProps } from '../ui/icon.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { AccountMenu } from './account-menu.tsx'
import styles from './rail.module.css'
import { type RailEntry, railEntries } from './rail-entries.ts'
import { Link, useLocation } from './router.tsx'
import { shownEntries } from './routes.tsx'
import { useAccount } from './session.tsx'

/** The left rail: where things are, and who is signed in. */
export function Rail() {
  const { settings, change } = useDevice()
  const { role } = useAccount()
  const slim = settings.railCollapsed
  const toggle = () => change({ railCollapsed: !slim })
  return (
    <nav
      className={classNames(styles.rail, slim && styles.slim)}
      aria-label={t.app.rail.label}
      data-pane=""
      tabIndex={-1}
    >
      <div className={styles.brand}>
        <BrandMark />
        {!slim && <span>{t.app.name}</span>}
      </div>
      <ul className={styles.entries}>
        {shownEntries(railEntries, role).map((entry, index) => (
          <Fragment key={entry.id}>
            {entry.apart && (
              <li aria-hidden="true">
                <hr className={styles.rule} />
              </li>
            )}
            <li>
              <Entry entry={entry} keys={index < 9 ? `Ctrl ${index + 1}` : undefined} slim={slim} />
            </li>
          </Fragment>
        ))}
      </ul>
      <div className={styles.foot}>
        <AccountMenu slim={slim} />
        <IconButton
          icon={slim ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse}
          label={slim ? t.app.rail.expand : t.app.rail.collapse}
          onClick={toggle}
          tooltipPosition="right"
        />
      </div>
    </nav>
  )
}

function Entry({ entry, keys, slim }: { entry: RailEntry; keys: string | undefined; slim: boolean }) {
  const { address } = useLocation()
  const Icon = entry.icon
  const inside = address.path === entry.path || address.path.startsWith(`${entry.path}/`)
  const link = (
    <Link
      to={entry.path}
      className={styles.entry}
      data-inside={inside}
      aria-current={inside ? 'page' : undefined}
      aria-label={slim ? entry.label : undefined}
    >
      <Icon {...iconProps} />
      {!slim && (
        <>
          <span>{entry.label}</span>
          {keys && (
            <span className={styles.entryKeys} aria-hidden="true">
              <Kbd keys={keys} />
            </span>
          )}
        </>
      )}
    </Link>
  )
  if (!slim) return link
  return (
    <Tooltip label={entry.label} keys={keys} position="right">
      {link}
    </Tooltip>
  )
}
