import { useMantineColorScheme } from '@mantine/core'
import { IconHelp, IconKey, IconKeyboard, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import { ChangePassphraseDialog } from '../features/session/change-passphrase-dialog.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu } from '../ui/menu.tsx'
import styles from './account-menu.module.css'
import { initials } from './initials.ts'
import { useOverlays } from './overlays.tsx'
import { useAccount, useSession } from './session.tsx'

const SCHEMES = [
  ['light', t.app.account.light],
  ['dark', t.app.account.dark],
  ['auto', t.app.account.system],
] as const

/** Who is signed in; theme, keys, passphrase, lock. */
export function AccountMenu({ slim }: { slim: boolean }) {
  const account = useAccount()
  const { lock } = useSession()
  const { settings, change } = useDevice()
  const { openKeys } = useOverlays()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, setChanging] = useState(false)
  return (
    <>
      <Menu
        position="top-start"
        groups={[
          {
            label: t.app.account.theme,
            items: SCHEMES.map(([scheme, label]) => ({
              id: scheme,
              label,
              checked: colorScheme === scheme,
              run: () => setColorScheme(scheme),
            })),
          },
          {
            items: [
              {
                id: 'singleKeys',
                label: t.app.account.singleKeys,
                icon: IconKeyboard,
                checked: settings.singleKeyShortcuts,
                run: () => change({ singleKeyShortcuts: !settings.singleKeyShortcuts }),
              },
              { id: 'keys', label: t.app.account.keys, icon: IconHelp, keys: 'F1', run: openKeys },
            ],
          },
          {
            items: [
              {
                id: 'passphrase',
                label: t.app.account.changePassphrase,
                icon: IconKey,
                run: () => setChanging(true),
              },
              {
                id: 'lock',
                label: t.app.account.lock,
                icon: IconLock,
                keys: 'Ctrl L',
                run: () => void lock(),
              },
            ],
          },
        ]}
      >
        <button
          type="button"
          className={classNames(styles.account, slim && styles.slim)}
          aria-label={slim ? t.app.account.open(account.displayName) : undefined}
        >
          <span className={styles.avatar} data-initials={initials(account.displayName)} />
          {!slim && (
            <span>
              <span className={styles.name}>{account.displayName}</span>
              <span className={styles.role}>
                {account.region
                  ? t.session.roleAndRegion(account.role, account.region)
                  : t.session.role(account.role)}
              </span>
            </span>
          )}
        </button>
      </Menu>
      <ChangePassphraseDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  )
}
