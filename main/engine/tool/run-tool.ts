import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { civilDateAt, instantOf } from '../../../shared/dates.ts'
import { CodedError } from '../errors.ts'
import { proposalText, selectionText } from './rulebook-wording.ts'
import { auditText, recoverText, toolErrorText, usage, verdictText } from './tool-wording.ts'

export type ToolOutside = {
  args: readonly string[]
  /** All of standard input; asked for only when a secret is needed. */
  readInput: () => Promise<string>
  now: Date
}

export type ToolResult = { exitCode: 0 | 1 | 2; output: string }

type Done = { exitCode: 0 | 1 | 2; report: object; text: string }

/** Runs one command; gives what to print and the exit code. Never throws. */
export async function runTool(outside: ToolOutside): Promise<ToolResult> {
  let json = outside.args.includes('--json')
  if (outside.args.includes('--help')) return { exitCode: 0, output: usage }
  try {
    const aboutLaw = await runOnLaw(outside.args, outside.now)
    if (aboutLaw)
      return { exitCode: 0, output: json ? JSON.stringify(aboutLaw.report, null, 2) : aboutLaw.text }
    const { values, positionals } = parseArgs({
      args: [...outside.args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, trust: { type: 'string' }, keys: { type: 'string' } },
    })
    json = values.json ?? false
    const [command = '', target = '', ...rest] = positionals
    if (target === '' || rest.length > 0) return refuse(json)
    if (values.keys !== undefined && command !== 'recount') return refuse(json)
    const done =
      command === 'recount'
        ? await runRecount(target, values.keys ?? null)
        : await run(command, target, values.trust ?? null, outside)
    if (!done) return refuse(json)
    return { exitCode: done.exitCode, output: json ? JSON.stringify(done.report, null, 2) : done.text }
  } catch (error) {
    if (!(error instanceof CodedError)) {
      if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
        return refuse(json)
      }
      return failed(json, 'internal', {})
    }
    return failed(json, error.code, error.facts)
  }
}

/** The commands that need neither a store nor a secret; undefined for any other. */
async function runOnLaw(args: readonly string[], now: Date): Promise<Omit<Done, 'exitCode'> | undefined> {
  // The zone in which the day begins first: an act of this day is none of the future anywhere.
  const today = civilDateAt(instantOf(now), 'WIT')
  if (args[0] === 'rulebook') {
    const { rulebookCommand } = await import('./rulebook-command.ts')
    const report = rulebookCommand(args, today)
    return { report, text: selectionText(report) }
  }
  if (args[0] === 'propose') {
    const { proposeCommand, toldWithBasis } = await import('./propose-command.ts')
    const report = proposeCommand(args, today)
    const proposalTrace = report.proposal?.trace.map(toldWithBasis) ?? []
    const trace = report.trace.slice(0, report.trace.length - proposalTrace.length)
    const otherTraces = report.readings.slice(1).flatMap(({ label, proposal }) => {
      return proposal ? [{ label, trace: proposal.trace.map(toldWithBasis) }] : []
    })
    return {
      report,
      text: `${selectionText({ ...report, trace, requiresHumanDecision: report.rulebookRequiresHumanDecision })}\n${proposalText({ ...report, proposalTrace, otherTraces })}`,
    }
  }
  return undefined
}

async function run(
  command: string,
  target: string,
  trust: string | null,
  outside: ToolOutside,
): Promise<Done | undefined> {
  switch (command) {
    case 'verify': {
      // Loaded only here: the other commands need no certificates library.
      const { verifyLetterFile } = await import('./verify-letter.ts')
      const report = verifyLetterFile(resolve(target), trust === null ? null : resolve(trust), outside.now)
      const exitCode = report.outcome === 'genuine' ? 0 : report.outcome === 'changed' ? 1 : 2
      return { exitCode, report, text: verdictText(report) }
    }
    case 'audit': {
      const { auditStore } = await import('./audit-store.ts')
      const report = await auditStore(resolve(target), await outside.readInput())
      return { exitCode: report.ok ? 0 : 1, report, text: auditText(report) }
    }
    case 'recover': {
      const { recoverStore } = await import('./recover-store.ts')
      const report = await recoverStore(resolve(target), await outside.readInput())
      return { exitCode: 0, report, text: recoverText(report) }
    }
    default:
      return undefined
  }
}

/** Needs no store, no secret and no native module. */
async function runRecount(target: string, keys: string | null): Promise<Done> {
  const [{ recount }, { recountText }] = await Promise.all([
    import('./recount-command.ts'),
    import('./recount-wording.ts'),
  ])
  const report = recount(resolve(target), keys === null ? null : resolve(keys))
  const exitCode = { same: 0, differs: 1, cannotTell: 2 } as const
  return { exitCode: exitCode[report.outcome], report, text: recountText(report) }
}

function refuse(json: boolean): ToolResult {
  return {
    exitCode: 2,
    output: json ? JSON.stringify({ error: 'tool.usage', sentence: usage }, null, 2) : usage,
  }
}

function failed(json: boolean, code: string, facts: CodedError['facts']): ToolResult {
  const sentence = toolErrorText(code, facts)
  return { exitCode: 2, output: json ? JSON.stringify({ error: code, facts, sentence }, null, 2) : sentence }
}
