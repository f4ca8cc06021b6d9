import { BrowserWindow } from 'electron'

/** Tells every window what happened outside it. */
export function tellWindow(event: 'locking' | 'engineGone' | 'engineReady'): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('shell-event', event)
}
