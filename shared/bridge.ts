/** Calls answered by the shell itself: windows, dialogs, settings that are no secret. */
export type RuntimeInfo = {
  appVersion: string
  electron: string
  chrome: string
  engineKind: 'utility' | 'fork'
  /** 'evaluation': an older runtime for tests and evaluation only; the window says so. */
  runtime: 'official' | 'evaluation' | 'override'
  sandboxed: boolean
  deviceName: string
}

/** Kept in electron-store, outside the encrypted store; nothing of any case. */
export type DeviceSettings = {
  theme: 'system' | 'light' | 'dark'
  lastStore: string | null
  recentAccounts: { store: string; signInName: string; displayName: string; role: string }[]
  railCollapsed: boolean
  inspectorOpen: boolean
  singleKeyShortcuts: boolean
  columnWidths: Record<string, Record<string, number>>
  idleMinutes: number
}

/** A chosen file or folder: the window sees a name and size, never the path. */
export type FileTicket = { ticket: string; name: string; size: number }

export type FileKind = 'exhibits' | 'pdf' | 'pkcs12' | 'certificate' | 'image' | 'any'

export type ShellCalls = {
  info: { input: Record<string, never>; output: RuntimeInfo }
  getSettings: { input: Record<string, never>; output: DeviceSettings }
  setSettings: { input: Partial<DeviceSettings>; output: DeviceSettings }
  chooseFiles: { input: { kind: FileKind; many: boolean }; output: FileTicket[] }
  chooseFolder: { input: { purpose: 'newStore' | 'openStore' | 'export' }; output: FileTicket | null }
  chooseSaveTarget: { input: { suggestedName: string; kind: FileKind }; output: FileTicket | null }
  /** A ticket for the folder of the last store, so that unlocking needs no dialog. */
  lastStoreTicket: { input: Record<string, never>; output: FileTicket | null }
  showInFolder: { input: { ticket: string }; output: Record<string, never> }
  windowReady: { input: Record<string, never>; output: Record<string, never> }
  /** Opens or closes the window for the audience; `show` null only asks. */
  publicDisplay: { input: { show: boolean | null }; output: PublicDisplayState }
  /** The meeting room is on screen: the store does not lock for idleness meanwhile. */
  holdOpen: { input: { hold: boolean }; output: Record<string, never> }
}

/** What became of the window for the audience. */
export type PublicDisplayState = {
  open: boolean
  /** It fills a screen of its own. */
  ownScreen: boolean
  screens: number
}

/** 'publicDisplay': the window for the audience was opened or closed. */
export type ShellEvent = 'locking' | 'engineGone' | 'engineReady' | 'publicDisplay'

/** `window.bridge`, frozen. The engine's MessagePort arrives by `window.postMessage('engine-port')`. */
export type Bridge = {
  shell<K extends keyof ShellCalls>(name: K, input: ShellCalls[K]['input']): Promise<ShellCalls[K]['output']>
  requestEnginePort(): void
  /** Called with tickets when the operating system drops files on the window. */
  onFilesDropped(receive: (files: FileTicket[]) => void): () => void
  /** 'lock' before sleep or on idle; 'engineGone' when the engine died and a fresh one runs. */
  onShellEvent(receive: (event: ShellEvent) => void): () => void
}
