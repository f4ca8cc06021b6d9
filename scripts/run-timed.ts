import { spawn } from 'node:child_process'
import { ROOT } from './project.ts'

const GRACE_MS = 5_000

/** Runs a command in the project, its output shown as it comes; ends it and its children after `limitMs`. */
export function runTimed(
  command: string,
  args: string[],
  limitMs: number,
): Promise<{ ok: boolean; timedOut: boolean }> {
  return new Promise(resolve => {
    const windows = process.platform === 'win32'
    // A group of its own, so that a hanging test cannot leave its children behind.
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: !windows,
      shell: windows,
    })
    let timedOut = false
    const end = (signal: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(windows ? child.pid : -child.pid, signal)
      } catch {} // ended by itself meanwhile
    }
    const timer = setTimeout(() => {
      timedOut = true
      end('SIGTERM')
      setTimeout(() => end('SIGKILL'), GRACE_MS).unref()
    }, limitMs)
    const interrupted = () => end('SIGTERM')
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)
    child.on('error', () => settle(false))
    child.on('exit', code => settle(code === 0))

    function settle(ok: boolean): void {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      resolve({ ok: ok && !timedOut, timedOut })
    }
  })
}
