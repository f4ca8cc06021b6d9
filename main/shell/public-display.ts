import { BrowserWindow, screen, type WebContents } from 'electron'
import type { PublicDisplayState } from '../../shared/bridge.ts'
import { shellTexts } from '../../shared/strings/id/shell.ts'
import { otherScreen } from './public-display-place.ts'
import { tellWindow } from './tell-window.ts'
import { PUBLIC_URL } from './trusted-url.ts'
import { pagePreferences } from './window.ts'

/**
 * The window for the audience ("Layar umum"): its own page, nothing of the program's frame, and a port on which
 * the engine answers nothing but the public pane. One at most; it goes when the store is locked.
 */
export class PublicDisplay {
  readonly #preload: string
  #window: BrowserWindow | null = null

  constructor(preload: string) {
    this.#preload = preload
  }

  /** Whether these contents are the audience's. */
  owns(contents: WebContents): boolean {
    return this.#window !== null && !this.#window.isDestroyed() && this.#window.webContents === contents
  }

  /** Opens it on the screen beside the presenter's (full screen), else as an ordinary window. */
  open(presenter: BrowserWindow): void {
    if (this.#window) return this.#window.focus()
    const home = screen.getDisplayMatching(presenter.getBounds()).id
    const place = otherScreen(home, screen.getAllDisplays())
    const window = new BrowserWindow({
      ...(place ?? { width: 1280, height: 720 }),
      fullscreen: place !== null,
      show: false,
      title: shellTexts.publicDisplay,
      autoHideMenuBar: true,
      backgroundColor: '#ffffff',
      webPreferences: pagePreferences(this.#preload),
    })
    this.#window = window
    // The menu is the presenter's: a key pressed over the audience's window must not lock or reload.
    window.removeMenu()
    window.on('page-title-updated', event => event.preventDefault())
    window.once('ready-to-show', () => {
      window.showInactive()
      presenter.focus()
    })
    window.on('closed', () => {
      this.#window = null
      tellWindow('publicDisplay')
    })
    window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
    })
    void window.loadURL(PUBLIC_URL)
    tellWindow('publicDisplay')
  }

  /** Takes it away; nothing when there is none. */
  close(): void {
    this.#window?.destroy()
  }

  state(): PublicDisplayState {
    const full = this.#window?.isFullScreen() === true
    return { open: this.#window !== null, ownScreen: full, screens: screen.getAllDisplays().length }
  }
}
