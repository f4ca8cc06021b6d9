import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type ReactNode, useMemo } from 'react'
import type { Bridge, DeviceSettings, RuntimeInfo } from '../../shared/bridge.ts'
import type { EngineClient } from '../api/client.ts'
import { DeviceProvider, useDevice } from '../api/device-settings.tsx'
import { EngineProvider } from '../api/engine-context.tsx'
import { KitPreferences } from '../ui/kit-preferences.ts'
import { SessionProvider } from './session.tsx'
import { styleNonce } from './style-nonce.ts'
import { rolesResolver, theme, themeKeeper } from './theme.ts'

type Props = {
  client: EngineClient
  bridge: Bridge
  settings: DeviceSettings
  info: RuntimeInfo
  children: ReactNode
}

/** What every screen stands on: engine, device settings, theme, session. */
export function Providers({ client, bridge, settings, info, children }: Props) {
  const engine = useMemo(() => ({ client, bridge }), [client, bridge])
  return (
    <EngineProvider value={engine}>
      <DeviceProvider initial={settings} info={info}>
        <Themed>
          <SessionProvider>{children}</SessionProvider>
        </Themed>
      </DeviceProvider>
    </EngineProvider>
  )
}

const dates = { locale: 'id', firstDayOfWeek: 1, weekendDays: [0, 6] } as const

function Themed({ children }: { children: ReactNode }) {
  const { settings, change } = useDevice()
  const { theme: chosen, singleKeyShortcuts, columnWidths } = settings
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keeper holds the choice itself
  const keeper = useMemo(() => themeKeeper(chosen, next => change({ theme: next })), [change])
  const preferences = useMemo(
    () => ({
      singleKeys: singleKeyShortcuts,
      widths: (table: string) => columnWidths[table] ?? {},
      keepWidths: (table: string, widths: Record<string, number>) =>
        change({ columnWidths: { ...columnWidths, [table]: widths } }),
    }),
    [singleKeyShortcuts, columnWidths, change],
  )
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={rolesResolver}
      colorSchemeManager={keeper}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
      deduplicateCssVariables={false}
    >
      <DatesProvider settings={{ ...dates, weekendDays: [...dates.weekendDays] }}>
        <KitPreferences.Provider value={preferences}>{children}</KitPreferences.Provider>
      </DatesProvider>
    </MantineProvider>
  )
}
