import { BrowserWindow } from 'electron'
import type { ShellEvent } from '../../shared/bridge.ts'

/** Tells every window what happened outside it. */
export function tellWindow(event: ShellEvent): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('shell-event', event)
}
