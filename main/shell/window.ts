import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Settings } from './settings.ts'
import { START_URL } from './trusted-url.ts'
import { LEAST_SIZE, placeOnScreens } from './window-place.ts'

// Colours of the page's own background (tokens.css), so that nothing flashes before the first paint.
const BACKGROUND = { light: '#faf9f7', dark: '#1b1a18' } as const

/** What every page of ours runs under: sandboxed, isolated, with the preload and nothing else. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableBlinkFeatures: 'Auxclick',
  devTools: !app.isPackaged,
})

/** Makes the program's window, sandboxed and isolated, where it stood last time, and loads the page. */
export function openWindow(preload: string, settings: Settings): BrowserWindow {
  const areas = screen.getAllDisplays().map(display => display.workArea)
  const { maximized, ...place } = placeOnScreens(settings.windowPlace, areas)
  const window = new BrowserWindow({
    ...place,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'AdjudikASN',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    settings.windowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  })
  // The page's own title never replaces the program's: no case name in the task bar.
  window.on('page-title-updated', event => event.preventDefault())
  // A page that died is loaded anew; the store stays as the engine left it and the page asks again.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(START_URL)
  return window
}
