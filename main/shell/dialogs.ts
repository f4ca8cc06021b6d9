import fs from 'node:fs'
import path from 'node:path'
import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { FileKind, FileTicket, ShellCalls } from '../../shared/bridge.ts'
import { shellTexts } from '../../shared/strings/id/shell.ts'
import type { FileTickets } from './file-tickets.ts'

const texts = shellTexts.dialogs
const ALL: FileFilter = { name: shellTexts.filters.all, extensions: ['*'] }
const KINDS: Readonly<Record<FileKind, { title: string; filters: FileFilter[] }>> = {
  exhibits: { title: texts.chooseExhibits, filters: [ALL] },
  any: { title: texts.chooseAny, filters: [ALL] },
  pdf: { title: texts.choosePdf, filters: [{ name: shellTexts.filters.pdf, extensions: ['pdf'] }, ALL] },
  pkcs12: {
    title: texts.choosePkcs12,
    filters: [{ name: shellTexts.filters.pkcs12, extensions: ['p12', 'pfx'] }, ALL],
  },
  certificate: {
    title: texts.chooseCertificate,
    filters: [{ name: shellTexts.filters.certificate, extensions: ['pem', 'crt', 'cer', 'der'] }, ALL],
  },
  image: {
    title: texts.chooseImage,
    filters: [{ name: shellTexts.filters.image, extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif'] }, ALL],
  },
}
const FOLDER_TITLES = {
  newStore: texts.newStore,
  openStore: texts.openStore,
  export: texts.exportTo,
} as const

/** Dialogs of the operating system; every path that comes out of one is turned into a ticket here. */
export function createDialogs(tickets: FileTickets) {
  return {
    async chooseFiles(
      window: BrowserWindow,
      input: ShellCalls['chooseFiles']['input'],
    ): Promise<FileTicket[]> {
      const chosen = await dialog.showOpenDialog(window, {
        ...KINDS[input.kind],
        properties: input.many ? ['openFile', 'multiSelections'] : ['openFile'],
      })
      const reusable = input.kind === 'pkcs12' || input.kind === 'certificate'
      return chosen.canceled ? [] : ticketsForFiles(tickets, chosen.filePaths, { reusable })
    },

    async chooseFolder(
      window: BrowserWindow,
      input: ShellCalls['chooseFolder']['input'],
    ): Promise<FileTicket | null> {
      const chosen = await dialog.showOpenDialog(window, {
        title: FOLDER_TITLES[input.purpose],
        buttonLabel: texts.use,
        properties: ['openDirectory', 'createDirectory'],
      })
      const folder = chosen.filePaths[0]
      return chosen.canceled || folder === undefined ? null : folderTicket(tickets, folder)
    },

    async chooseSaveTarget(
      window: BrowserWindow,
      input: ShellCalls['chooseSaveTarget']['input'],
    ): Promise<FileTicket | null> {
      const chosen = await dialog.showSaveDialog(window, {
        title: texts.saveAs,
        buttonLabel: texts.save,
        filters: KINDS[input.kind].filters,
        // Only a name: the window must not steer where a file goes.
        defaultPath: path.basename(input.suggestedName.replaceAll('\\', '/')),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (chosen.canceled || !chosen.filePath) return null
      return { ticket: tickets.issue(chosen.filePath), name: path.basename(chosen.filePath), size: 0 }
    },
  }
}

/** Tickets for those of the paths that are ordinary files which exist; sizes in bytes. */
export async function ticketsForFiles(
  tickets: FileTickets,
  paths: readonly string[],
  options: { reusable?: boolean } = {},
): Promise<FileTicket[]> {
  const found: FileTicket[] = []
  for (const file of paths) {
    const state = path.isAbsolute(file) ? await fs.promises.stat(file).catch(() => null) : null
    if (state?.isFile())
      found.push({ ticket: tickets.issue(file, options), name: path.basename(file), size: state.size })
  }
  return found
}

/** A ticket for a folder; its size is not counted. */
export function folderTicket(tickets: FileTickets, folder: string): FileTicket {
  return { ticket: tickets.issue(folder), name: path.basename(folder), size: 0 }
}
