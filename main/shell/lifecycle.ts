import { app, type BrowserWindow } from 'electron'
import type { EngineHost } from './engine-host.ts'

/** Ends the program in order: lock the store, wait for the engine, then go. A second start shows the window. */
export function endInOrder(engine: EngineHost, window: BrowserWindow): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', event => {
    if (closed) return
    event.preventDefault()
    void engine.close().finally(() => {
      closed = true
      app.quit()
    })
  })
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
