import { spawn } from 'node:child_process'
import { buildProgram } from './build.ts'
import { launchPlan } from './launch-plan.ts'

// Builds what changed and opens the program. Anything after `--` is handed to it.
await buildProgram()
const plan = launchPlan()
const child = spawn(plan.exe, [...plan.args, ...process.argv.slice(2)], { stdio: 'inherit', env: plan.env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0)
})
