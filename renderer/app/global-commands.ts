import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { t } from '../../shared/strings/index.ts'
import { useDevice } from '../api/device-settings.tsx'
import type { Command } from './commands.ts'
import { railEntries } from './rail-entries.ts'
import { navigate } from './router.tsx'
import { shownEntries } from './routes.tsx'
import { useAccount, useSession } from './session.tsx'

/** What the palette can do on every screen. */
export function useGlobalCommands(colorScheme: MantineColorScheme): readonly Command[] {
  const { lock } = useSession()
  const { role } = useAccount()
  const { settings, change } = useDevice()
  const { setColorScheme } = useMantineColorScheme()
  return useMemo(() => {
    const schemes = [
      ['light', t.app.account.light],
      ['dark', t.app.account.dark],
      ['auto', t.app.account.system],
    ] as const
    return [
      ...shownEntries(railEntries, role).map((entry, index) => ({
        id: `go.${entry.id}`,
        label: t.app.palette.open(entry.label),
        keys: `Ctrl ${index + 1}`,
        run: () => navigate(entry.path),
      })),
      { id: 'lock', label: t.app.palette.lock, keys: 'Ctrl L', run: () => void lock() },
      ...schemes
        .filter(([scheme]) => scheme !== colorScheme)
        .map(([scheme, name]) => ({
          id: `theme.${scheme}`,
          label: t.app.palette.theme(name),
          run: () => setColorScheme(scheme),
        })),
      {
        id: 'rail',
        label: t.app.palette.toggleRail,
        run: () => change({ railCollapsed: !settings.railCollapsed }),
      },
      {
        id: 'inspector',
        label: t.app.palette.toggleInspector,
        keys: 'F8',
        run: () => change({ inspectorOpen: !settings.inspectorOpen }),
      },
      {
        id: 'singleKeys',
        label: t.app.palette.toggleSingleKeys,
        run: () => change({ singleKeyShortcuts: !settings.singleKeyShortcuts }),
      },
    ]
  }, [colorScheme, lock, role, settings, change, setColorScheme])
}
