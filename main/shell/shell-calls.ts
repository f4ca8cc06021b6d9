import fs from 'node:fs'
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  nativeTheme,
  shell,
} from 'electron'
import type { RuntimeInfo, ShellCalls } from '../../shared/bridge.ts'
import { droppedPaths, shellInputs } from '../../shared/shell-inputs.ts'
import { shellTexts } from '../../shared/strings/id/shell.ts'
import { createDialogs, folderTicket, ticketsForFiles } from './dialogs.ts'
import type { EngineHost } from './engine-host.ts'
import type { FileTickets } from './file-tickets.ts'
import type { PublicDisplay } from './public-display.ts'
import type { Settings } from './settings.ts'
import { isTrustedSender } from './trusted-sender.ts'

export type ShellParts = {
  engine: EngineHost
  settings: Settings
  tickets: FileTickets
  display: PublicDisplay
  info: Omit<RuntimeInfo, 'engineKind'>
}

type Handlers = {
  [K in keyof ShellCalls]: (
    input: ShellCalls[K]['input'],
    window: BrowserWindow,
  ) => ShellCalls[K]['output'] | Promise<ShellCalls[K]['output']>
}

/** Answers the window. Refuses every sender that is not our page in our window, and every unknown input. */
export function answerWindow(parts: ShellParts): void {
  const handlers = createHandlers(parts)
  ipcMain.handle('shell', async (event, name: unknown, input: unknown) => {
    const window = trustedWindow(event, parts.display)
    if (typeof name !== 'string' || !Object.hasOwn(shellInputs, name)) throw new Error('shell.unknownCall')
    return call(handlers, name as keyof ShellCalls, input, window)
  })
  ipcMain.handle('dropped-paths', async (event, paths: unknown) => {
    trustedWindow(event, parts.display)
    return ticketsForFiles(parts.tickets, droppedPaths.parse(paths))
  })
  ipcMain.on('engine-port', event => {
    if (windowOf(event) === null) return
    parts.engine.attachWindow(event.sender, parts.display.owns(event.sender) ? 'public' : 'full')
  })
}

async function call<K extends keyof ShellCalls>(
  handlers: Handlers,
  name: K,
  input: unknown,
  window: BrowserWindow,
) {
  const parsed = shellInputs[name].safeParse(input)
  if (!parsed.success) throw new Error('shell.invalidInput')
  return handlers[name](parsed.data as ShellCalls[K]['input'], window)
}

function createHandlers({ engine, settings, tickets, display, info }: ShellParts): Handlers {
  const dialogs = createDialogs(tickets)
  let told = false
  return {
    info: () => ({ ...info, engineKind: engine.kind }),
    getSettings: () => settings.device(),
    setSettings: changes => {
      if (changes.theme) nativeTheme.themeSource = changes.theme
      return settings.change(changes)
    },
    chooseFiles: (input, window) => dialogs.chooseFiles(window, input),
    chooseFolder: (input, window) => dialogs.chooseFolder(window, input),
    chooseSaveTarget: (input, window) => dialogs.chooseSaveTarget(window, input),
    lastStoreTicket: () => {
      const folder = settings.lastStorePath
      return folder !== null && fs.existsSync(folder) ? folderTicket(tickets, folder) : null
    },
    showInFolder: ({ ticket }) => {
      const path = tickets.pathOf(ticket)
      if (path !== null) shell.showItemInFolder(path)
      return {}
    },
    windowReady: (_input, window) => {
      if (settings.unreadable !== null && !told) {
        told = true
        const message = shellTexts.settingsUnreadable(settings.unreadable)
        void dialog.showMessageBox(window, { type: 'warning', title: app.getName(), message })
      }
      return {}
    },
    publicDisplay: ({ show }, window) => {
      // Nothing is shown to an audience before the store is open.
      if (show === true && engine.sessionState().unlocked) display.open(window)
      if (show === false) display.close()
      return display.state()
    },
    holdOpen: ({ hold }) => {
      engine.holdOpen(hold)
      return {}
    },
  }
}

/** The window that may use the shell: never the audience's, which needs nothing of it. */
function trustedWindow(event: IpcMainInvokeEvent, display: PublicDisplay): BrowserWindow {
  const window = windowOf(event)
  if (window === null || display.owns(event.sender)) throw new Error('shell.senderRefused')
  return window
}

/** The window whose own page sent the message; null for every other sender. */
function windowOf(event: IpcMainInvokeEvent | IpcMainEvent): BrowserWindow | null {
  const window = BrowserWindow.fromWebContents(event.sender)
  const sent = event.senderFrame
  const frame = sent ? { url: sent.url, isTopFrame: sent.parent === null } : null
  return isTrustedSender({ frame, fromWindow: window !== null }) ? window : null
}
