import { createContext } from 'react'

type Preferences = {
  /** Whether single-letter keys work while a list has the focus. */
  singleKeys: boolean
  widths(table: string): Record<string, number>
  keepWidths(table: string, widths: Record<string, number>): void
}

/** What the kit remembers for a person, kept by whoever mounts it. */
export const KitPreferences = createContext<Preferences>({
  singleKeys: true,
  widths: () => ({}),
  keepWidths: () => undefined,
})
