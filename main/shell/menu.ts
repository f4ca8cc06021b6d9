import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { shellTexts } from '../../shared/strings/id/shell.ts'

/** Sets the small menu of the window; `lock` is what Ctrl+L does. */
export function setMenu(lock: () => void): void {
  const text = shellTexts.menu
  const developer: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developer },
  ]
  const template: MenuItemConstructorOptions[] = [
    {
      label: text.program,
      submenu: [
        { label: text.lock, accelerator: 'CommandOrControl+L', click: lock },
        { type: 'separator' },
        { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'pasteAndMatchStyle', label: text.pastePlain },
        { role: 'selectAll', label: text.selectAll },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { role: 'resetZoom', label: text.zoomReset },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
        ...(app.isPackaged ? [] : developer),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
