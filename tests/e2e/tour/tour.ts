import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { answerDialog } from '../harness/files.ts'
import { type Launched, launch } from '../harness/launch.ts'
import { screenshot } from '../harness/screenshot.ts'

/** A place in the status bar. */
const QUIET = { x: 683, y: 762 }

/** What the tour leaves in `report.json`. */
export type TourReport = {
  accounts: { name: string; role: string; signInName: string; passphrase: string }[]
  recoveryKey: string
  persons: { name: string; nip: string }[]
  letters: { file: string; number: string; sha256: string }[]
  exhibits: { number: string; file: string; title: string; sha256: string }[]
  steps: { name: string; ms: number }[]
}

export type TourOptions = {
  /** Told after each step: what was done, in a sentence, and how long it took. */
  onStep?: (sentence: string, ms: number) => void
  /** Looks at each screen just after its picture was taken. */
  onScreen?: (page: Page, name: string) => Promise<void>
}

/** The window that is being driven, and what was noted on the way. */
export class Tour {
  readonly folder: string
  readonly report: TourReport = {
    accounts: [],
    recoveryKey: '',
    persons: [],
    letters: [],
    exhibits: [],
    steps: [],
  }
  /** Console errors and warnings of all windows of the tour. */
  readonly problems: string[] = []
  #options: TourOptions
  #program: Launched | null = null
  #screens = 0

  constructor(folder: string, options: TourOptions = {}) {
    this.folder = folder
    this.#options = options
  }

  get program(): Launched {
    if (!this.#program) throw new Error('tour.noWindow')
    return this.#program
  }

  get page(): Page {
    return this.program.page
  }

  /** A place inside the tour's folder. */
  at(...parts: string[]): string {
    return path.join(this.folder, ...parts)
  }

  /** Opens the window; with the settings of the one before when it was killed. */
  async start(): Promise<void> {
    const userData = this.#program?.userData
    this.#program = await launch({ theme: 'light', ...(userData ? { userData } : {}) })
  }

  /** Kills the whole program as a power cut would. */
  async powerCut(): Promise<void> {
    const { app } = this.program
    const gone = new Promise<void>(resolve => app.once('close', () => resolve()))
    this.#keepProblems()
    this.program.kill()
    await gone
  }

  /** Ends the window and forgets its settings. */
  async end(): Promise<void> {
    if (!this.#program) return
    const { userData } = this.#program
    this.#keepProblems()
    await this.#program.close().catch(() => undefined)
    fs.rmSync(userData, { recursive: true, force: true, maxRetries: 3 })
    this.#program = null
  }

  /** Does one step, takes its time, and says it. */
  async step(name: string, sentence: string, run: () => Promise<void>): Promise<void> {
    const began = performance.now()
    await run()
    const ms = Math.round(performance.now() - began)
    this.report.steps.push({ name, ms })
    this.#options.onStep?.(sentence, ms)
  }

  /** Takes a picture of the window: `screens/NN-name.png`. */
  async look(name: string): Promise<void> {
    this.#screens += 1
    const file = `${String(this.#screens).padStart(2, '0')}-${name}.png`
    // Away from the buttons, so that no tooltip covers the picture.
    await this.page.mouse.move(QUIET.x, QUIET.y)
    await screenshot(this.page, this.at('screens', file))
    await this.#options.onScreen?.(this.page, name)
  }

  /** What the next open or save dialogs of the system answer. */
  async answer(...paths: string[]): Promise<void> {
    for (const file of paths) fs.mkdirSync(path.dirname(file), { recursive: true })
    await answerDialog(this.program.app, paths)
  }

  #keepProblems(): void {
    this.problems.push(...(this.#program?.problems ?? []))
  }
}
