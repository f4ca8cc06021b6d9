/**
 * Turns the lawyers' reference file into the data pack that ships with the program:
 *   node scripts/import-law.ts [LAW.json] [--check | --key PRIVATE.pem]
 * Takes the reference file (default ../shared/law/law.json beside the repository) and resources/law/
 * supplement.json (formal names, machine-readable rulebook rules); writes resources/law/law-pack.json, signed
 * with the private key of the publisher. The links of provisions to their predecessors are completed from the
 * successors. With --check it writes nothing and exits 1 when the content of the committed pack differs.
 */
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { contentFaultOf, lawPackDigest, signPack } from '../main/engine/law/index.ts'
import { pathText } from '../main/engine/law/pack-fault.ts'
import { type LawPack, lawPack, provision, rulebookMachine } from '../shared/law-pack.ts'

const root = join(import.meta.dirname, '..')
const packPath = join(root, 'resources/law/law-pack.json')
const args = process.argv.slice(2)
const keyPath = args.includes('--key') ? args[args.indexOf('--key') + 1] : undefined
const lawPath =
  args.find(arg => !arg.startsWith('--') && arg !== keyPath) ?? join(root, '../shared/law/law.json')

const source = z.looseObject({
  meta: z.object({
    title: z.string(),
    generatedOn: z.string(),
    language: z.string(),
    note: z.string(),
    keyWarnings: z.array(z.string()),
  }),
  regulations: z.array(z.looseObject({ id: z.string() })),
  rulebookSelection: z.looseObject({}),
  reference: z.looseObject({ golongan: z.array(z.object({ code: z.string(), pangkat: z.string() })) }),
})
const supplement = z.object({
  packId: z.string(),
  version: z.string(),
  formalNames: z.record(z.string(), z.string()),
  /** Grades of PPPK: a number alone, without the name of a rank. */
  gradesWithoutRank: z.array(z.string()),
  /** Words of the reference file that a reader would not understand. */
  rewordings: z.array(z.object({ from: z.string(), to: z.string() })),
  rulebookMachine,
})

const extra = supplement.parse(readJson(join(root, 'resources/law/supplement.json')))
const law = source.parse(reworded(readFileSync(lawPath, 'utf8')))
const { meta, ...content } = law
const unsealed = {
  packId: extra.packId,
  version: extra.version,
  ...meta,
  ...content,
  regulations: law.regulations.map(entry => ({ ...entry, formalName: extra.formalNames[entry.id] })),
  provisions: withPredecessors(z.array(z.looseObject({ id: z.string() })).parse(law.provisions)),
  rulebookSelection: { ...law.rulebookSelection, machine: extra.rulebookMachine },
  reference: {
    ...law.reference,
    golongan: [...law.reference.golongan, ...extra.gradesWithoutRank.map(code => ({ code, pangkat: '' }))],
  },
}
const sha256 = lawPackDigest(unsealed)
const parsed = lawPack.omit({ signature: true }).parse({ ...unsealed, sha256 })
const fault = contentFaultOf(parsed)
if (fault) throw new Error(`${fault.reason} at ${pathText(fault.path)}: ${fault.id ?? ''}`)
checkMachineAgainstProse(parsed)

const same = lawPackDigest(readJson(packPath)) === sha256
if (args.includes('--check')) {
  console.log(same ? 'law-pack.json agrees with its source' : 'law-pack.json differs from its source')
  process.exitCode = same ? 0 : 1
} else if (keyPath) {
  const pack = signPack(unsealed, createPrivateKey(readFileSync(keyPath, 'utf8')))
  writeFileSync(packPath, `${JSON.stringify(pack, null, 1)}\n`)
  console.log(
    `${parsed.provisions.length} provisions, ${parsed.sanctions.length} sanctions, sha256 ${sha256}`,
  )
} else {
  console.log(same ? 'nothing to do' : 'not written: an unsigned pack is refused; give --key PRIVATE.pem')
  process.exitCode = same ? 0 : 1
}

/** The reference file mostly says only where a provision went; a reader also asks where it came from. */
function withPredecessors(entries: { id: string }[]) {
  const links = entries.map(entry =>
    provision.pick({ id: true, successor: true, predecessor: true }).parse(entry),
  )
  return entries.map((entry, n) => {
    const named = links.filter(other => other.successor?.includes(entry.id)).map(other => other.id)
    const all = [...new Set([...(links[n]?.predecessor ?? []), ...named])]
    return all.length > 0 ? { ...entry, predecessor: all } : entry
  })
}

/** The machine rules were written by hand from prose, so each date and rulebook must stand in that prose. */
function checkMachineAgainstProse(checked: Pick<LawPack, 'rulebookSelection' | 'regulations'>): void {
  const { exceptions, machine } = checked.rulebookSelection
  const proseOf = (id: string) => {
    const found = exceptions.find(entry => entry.id === id)
    if (!found) throw new Error(`supplement: exception ${id} is not in the law file`)
    return found
  }
  for (const rule of machine.transitions) {
    const prose = proseOf(rule.exception)
    const target = checked.regulations.find(entry => entry.id === rule.to)
    if (!prose.when.includes(rule.cutOn)) throw new Error(`${rule.exception}: date not in "${prose.when}"`)
    if (!prose.then.startsWith(rule.rulebook)) throw new Error(`${rule.exception}: not "${prose.then}"`)
    if (target?.effectiveFrom !== rule.cutOn)
      throw new Error(`${rule.exception}: cut is not ${rule.to}'s start`)
  }
  for (const rule of machine.borrowedSanctions) {
    const prose = proseOf(rule.exception)
    const named = prose.when.includes(rule.rulebook) && prose.when.includes(rule.level)
    if (!named) throw new Error(`${rule.exception}: rule is not "${prose.when}"`)
  }
  for (const rule of machine.otherStatuses) {
    const prose = proseOf(rule.exception)
    if (!rule.statuses.every(status => prose.when.includes(status)))
      throw new Error(`${rule.exception}: statuses`)
  }
  for (const rule of machine.extendedStatuses) {
    const note = checked.regulations.find(entry => entry.id === rule.rulebook)?.note ?? ''
    if (!note.includes(`${rule.status} (${rule.citation})`))
      throw new Error(`${rule.rulebook}: ${rule.status} is not in its note`)
  }
  if (!proseOf(machine.ethicsTrack.exception).then.includes(machine.ethicsTrack.provision)) {
    throw new Error('ethics track: provision is not in the prose')
  }
}

/** The reference file in words of this program; each rewording must still have something to do. */
function reworded(text: string): unknown {
  let changed = text
  for (const { from, to } of extra.rewordings) {
    if (!changed.includes(from)) throw new Error(`supplement: "${from}" is not in the law file`)
    changed = changed.replaceAll(from, to)
  }
  return JSON.parse(changed)
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
