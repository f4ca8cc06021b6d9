import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, FileTicket, ShellEvent } from '../shared/bridge.ts'

// The preload only moves bytes; names and payloads are checked on the far side. Paths of dropped or chosen
// files are read here, in the isolated world, and become tickets before the page hears of them.
const fileListeners = new Set<(files: FileTicket[]) => void>()
const eventListeners = new Set<(event: ShellEvent) => void>()

ipcRenderer.on('engine-port', event => {
  window.postMessage('engine-port', location.origin, [...event.ports])
})
ipcRenderer.on('shell-event', (_event, name: ShellEvent) => {
  for (const receive of eventListeners) receive(name)
})

const isFileDrag = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
// Without this Chromium takes the drop for a navigation.
window.addEventListener('dragover', event => isFileDrag(event) && event.preventDefault(), true)
const onDrop = (event: DragEvent) => {
  if (!isFileDrag(event)) return
  event.preventDefault()
  void deliver(event.dataTransfer?.files)
}
window.addEventListener('drop', onDrop, true)
const onChange = ({ target }: Event) => {
  if (target instanceof HTMLInputElement && target.type === 'file') void deliver(target.files)
}
window.addEventListener('change', onChange, true)

async function deliver(files: FileList | null | undefined): Promise<void> {
  const paths = Array.from(files ?? [], pathOf).filter(path => path !== '')
  if (paths.length === 0) return
  const tickets: FileTicket[] = await ipcRenderer.invoke('dropped-paths', paths)
  for (const receive of fileListeners) receive(tickets)
}

/** The older runtime has no webUtils; there the File itself knows its path. */
function pathOf(file: File): string {
  const older = file as File & { path?: string }
  return (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? older.path ?? ''
}

function listen<T>(listeners: Set<T>, receive: T): () => void {
  listeners.add(receive)
  return () => void listeners.delete(receive)
}

const bridge: Bridge = {
  shell: (name, input) => ipcRenderer.invoke('shell', name, input),
  requestEnginePort: () => ipcRenderer.send('engine-port'),
  onFilesDropped: receive => listen(fileListeners, receive),
  onShellEvent: receive => listen(eventListeners, receive),
}
contextBridge.exposeInMainWorld('bridge', bridge)
