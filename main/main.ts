import path from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { developmentSwitch, directories, makeTempDir } from './shell/directories.ts'
import { EngineHost } from './shell/engine-host.ts'
import { FileTickets } from './shell/file-tickets.ts'
import { watchIdle } from './shell/idle-lock.ts'
import { endInOrder } from './shell/lifecycle.ts'
import { setMenu } from './shell/menu.ts'
import { PublicDisplay } from './shell/public-display.ts'
import { runtimeInfo } from './shell/runtime-info.ts'
import { cutNetwork, lockNavigation, lockSession } from './shell/security.ts'
import { Settings } from './shell/settings.ts'
import { answerWindow } from './shell/shell-calls.ts'
import { rememberStore } from './shell/store-memory.ts'
import { tellWindow } from './shell/tell-window.ts'
import { openWindow } from './shell/window.ts'

// Both at once kill the older runtime when it is started as root.
const sandboxed = !app.commandLine.hasSwitch('no-sandbox')
if (sandboxed) app.enableSandbox()
registerAppScheme()
lockNavigation()
cutNetwork()
const userData = developmentSwitch('ADJUDIKASN_USER_DATA')
if (userData !== null) app.setPath('userData', userData)
if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

function open(): void {
  const places = directories(path.dirname(__dirname))
  const settings = new Settings()
  const tickets = new FileTickets()
  const stores = rememberStore(settings, () => engine.sessionState().unlocked)
  const info = runtimeInfo(sandboxed)
  const display = new PublicDisplay(places.preload)
  nativeTheme.themeSource = settings.device().theme
  const { deviceName, appVersion } = info
  const engine: EngineHost = new EngineHost({
    file: places.engine,
    node: developmentSwitch('ADJUDIKASN_ENGINE_NODE'),
    facts: { deviceName, appVersion, resourcesDir: places.resources, tempDir: makeTempDir() },
    redeem: ticket => stores.redeemed(tickets.redeem(ticket)),
    tell: tellWindow,
    onUnlocked: () => stores.unlocked(),
    onLocking: () => display.close(),
  })
  lockSession(session.defaultSession)
  serveApp(places.renderer, engine.exhibits)
  answerWindow({ engine, settings, tickets, display, info })
  setMenu(() => engine.lock('user'))
  const window = openWindow(places.preload, settings)
  window.on('closed', () => display.close())
  endInOrder(engine, window)
  watchIdle(
    () => ({ ...engine.sessionState(), idleMinutes: settings.device().idleMinutes }),
    reason => engine.lock(reason),
  )
}
