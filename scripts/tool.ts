import { runTool } from '../main/engine/tool/run-tool.ts'

/**
 * `npm run -s tool -- verify|audit|recover …`: no window, no Electron. Secrets come on standard
 * input (never as arguments, which every process of the machine can see); see `usage` in
 * main/engine/tool/tool-wording.ts.
 */
async function readInput(): Promise<string> {
  if (process.stdin.isTTY)
    process.stderr.write('Nama masuk, lalu frasa sandi (atau kode pemulihan), akhiri Ctrl+D:\n')
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const { exitCode, output } = await runTool({ args: process.argv.slice(2), readInput, now: new Date() })
process.stdout.write(`${output}\n`)
process.exitCode = exitCode
