import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { DeviceSettings, RuntimeInfo } from '../../shared/bridge.ts'
import { useEngine } from './engine-context.tsx'

type Device = {
  settings: DeviceSettings
  info: RuntimeInfo
  /** Shows at once, keeps in the background. */
  change(part: Partial<DeviceSettings>): void
}
const DeviceContext = createContext<Device | null>(null)

type ProviderProps = { initial: DeviceSettings; info: RuntimeInfo; children: ReactNode }

/** Settings of this device that are no secret: theme, rail, column widths, last account. */
export function DeviceProvider({ initial, info, children }: ProviderProps) {
  const { bridge } = useEngine()
  const [settings, setSettings] = useState(initial)
  const change = useCallback(
    (part: Partial<DeviceSettings>) => {
      setSettings(before => ({ ...before, ...part }))
      bridge.shell('setSettings', part).catch((error: unknown) => console.error('settings not kept', error))
    },
    [bridge],
  )
  const device = useMemo(() => ({ settings, info, change }), [settings, info, change])
  return <DeviceContext.Provider value={device}>{children}</DeviceContext.Provider>
}

/** The device's settings and runtime facts. */
export function useDevice(): Device {
  const device = use(DeviceContext)
  if (!device) throw new Error('DeviceProvider is missing')
  return device
}
