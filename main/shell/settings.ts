import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import Store from 'electron-store'
import type { DeviceSettings } from '../../shared/bridge.ts'
import { deviceSettings } from '../../shared/shell-inputs.ts'
import type { WindowPlace } from './window-place.ts'

const DEFAULTS: DeviceSettings = {
  theme: 'system',
  lastStore: null,
  recentAccounts: [],
  railCollapsed: false,
  inspectorOpen: true,
  singleKeyShortcuts: true,
  columnWidths: {},
  idleMinutes: 10,
}

type Kept = { device: unknown; windowPlace: WindowPlace | null; lastStorePath: string | null }

/** Settings of this laptop that are no secret, in one file under userData. Nothing of any case. */
export class Settings {
  /** The file that could not be read at start, kept beside the new one; null when all was well. */
  readonly unreadable: string | null
  readonly #store: Store<Kept>

  constructor() {
    const file = path.join(app.getPath('userData'), 'settings.json')
    this.unreadable = setAsideWhenUnreadable(file)
    this.#store = new Store<Kept>({
      name: 'settings',
      defaults: { device: {}, windowPlace: null, lastStorePath: null },
    })
  }

  /** What the window may know; a value that makes no sense is replaced by its default. */
  device(): DeviceSettings {
    const kept = this.#store.get('device')
    const merged = { ...DEFAULTS, ...(typeof kept === 'object' ? kept : {}) }
    const parsed = deviceSettings.safeParse(merged)
    return { ...(parsed.success ? parsed.data : DEFAULTS), lastStore: storeKey(this.lastStorePath) }
  }

  /** Changes settings for the window. It can forget the last store (null), never name one. */
  change(changes: Partial<DeviceSettings>): DeviceSettings {
    const { lastStore, ...others } = changes
    if (lastStore === null) this.lastStorePath = null
    this.#store.set('device', { ...this.device(), ...others, lastStore: null })
    return this.device()
  }

  get lastStorePath(): string | null {
    return this.#store.get('lastStorePath')
  }

  set lastStorePath(folder: string | null) {
    this.#store.set('lastStorePath', folder)
  }

  get windowPlace(): WindowPlace | null {
    return this.#store.get('windowPlace')
  }

  set windowPlace(place: WindowPlace | null) {
    this.#store.set('windowPlace', place)
  }
}

/** Tells stores apart without showing where they are. */
function storeKey(folder: string | null): string | null {
  return folder === null ? null : createHash('sha256').update(folder).digest('hex').slice(0, 16)
}

function setAsideWhenUnreadable(file: string): string | null {
  if (!fs.existsSync(file)) return null
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null
  } catch {}
  fs.renameSync(file, `${file}.rusak`)
  return file
}
