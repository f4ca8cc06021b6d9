import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { KeysSheet } from './keys-sheet.tsx'
import { openPalette, Palette } from './palette.tsx'

type Overlays = { openKeys(): void; openPalette(): void }
const OverlaysContext = createContext<Overlays>({ openKeys: () => undefined, openPalette: () => undefined })

/** The two sheets that lie over every page: keys (F1) and the palette (Ctrl+K). */
export function OverlaysProvider({ children }: { children: ReactNode }) {
  const [keysOpen, setKeysOpen] = useState(false)
  const overlays = useMemo(() => ({ openKeys: () => setKeysOpen(true), openPalette }), [])
  return (
    <OverlaysContext.Provider value={overlays}>
      {children}
      <KeysSheet opened={keysOpen} onClose={() => setKeysOpen(false)} />
      <Palette />
    </OverlaysContext.Provider>
  )
}

export const useOverlays = (): Overlays => use(OverlaysContext)
