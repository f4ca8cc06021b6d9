import { app, type Session } from 'electron'
import { isAllowedRequest } from './trusted-url.ts'

/** Locks a session: no permissions, no devices, no downloads, no request to anything but our own files. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((request, decide) => {
    const developerTools = !app.isPackaged && request.url.startsWith('devtools://')
    decide({ cancel: !isAllowedRequest(request.url) && !developerTools })
  })
}

/** Keeps Chromium off the network altogether: no name resolves and WebRTC finds no way out. Before app is ready. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-features', 'WebBluetooth,WebUSB,MediaRouter')
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

/** Locks every page that is ever made: it stays on its address, opens no window and hosts no webview. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
