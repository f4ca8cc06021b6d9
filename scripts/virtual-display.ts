import { type ChildProcess, spawn } from 'node:child_process'

const SCREEN = '1920x1080x24'
const PATIENCE_MS = 20_000

/** A virtual display of our own. `stop` ends it. */
export type Display = { name: string; stop(): void }

/** Starts Xvfb on a number that it finds free itself, so that runs beside each other never collide. */
export async function startDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await displayNumber(server)
  const stop = () => void server.kill('SIGTERM')
  process.once('exit', stop)
  return { name: `:${number}`, stop }
}

function displayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('display.timeout')), PATIENCE_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    server.once('error', error => settle(() => reject(error)))
    server.once('exit', code => settle(() => reject(new Error(`display.exit ${code}`))))
    let text = ''
    server.stdio[3]?.on('data', (data: Buffer) => {
      text += data.toString()
      if (text.endsWith('\n')) settle(() => resolve(Number(text.trim())))
    })
  })
}
