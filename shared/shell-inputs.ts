import { z } from 'zod'
import { ROLES } from './contract/define.ts'

const text = z.string().max(400)

/** What device settings may look like; the shell drops anything else it finds in its file. */
export const deviceSettings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** A key of the folder for comparing, never its path. */
  lastStore: text.nullable(),
  recentAccounts: z
    .array(z.strictObject({ store: text, signInName: text, displayName: text, role: z.enum(ROLES) }))
    .max(50),
  railCollapsed: z.boolean(),
  inspectorOpen: z.boolean(),
  singleKeyShortcuts: z.boolean(),
  columnWidths: z.record(text, z.record(text, z.number().min(0).max(5000))),
  idleMinutes: z.number().int().min(0).max(240),
})

const none = z.strictObject({})
const ticket = z.strictObject({ ticket: z.uuid() })
const kind = z.enum(['exhibits', 'pdf', 'pkcs12', 'certificate', 'image', 'any'])

/** Inputs of the calls that the shell itself answers; parsed before anything is done. */
export const shellInputs = {
  info: none,
  getSettings: none,
  setSettings: deviceSettings.partial(),
  chooseFiles: z.strictObject({ kind, many: z.boolean() }),
  chooseFolder: z.strictObject({ purpose: z.enum(['newStore', 'openStore', 'export']) }),
  chooseSaveTarget: z.strictObject({ suggestedName: z.string().max(200), kind }),
  lastStoreTicket: none,
  showInFolder: ticket,
  windowReady: none,
  publicDisplay: z.strictObject({ show: z.boolean().nullable() }),
  holdOpen: z.strictObject({ hold: z.boolean() }),
} as const

/** Paths that the preload took from dropped or chosen files; at most ten thousand at once. */
export const droppedPaths = z.array(z.string().min(1).max(4096)).max(10_000)
