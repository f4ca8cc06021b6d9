/**
 * Turns the lawyers' reference file into the data pack that ships with the program:
 *   node scripts/import-law.ts [LAW.json] [--check]
 * Takes the reference file (default ../shared/law/law.json beside the repository) and resources/law/
 * supplement.json (formal names, machine-readable rulebook rules); writes resources/law/law-pack.json.
 * With --check it writes nothing and exits 1 when the committed pack differs.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { checkReferences } from '../main/engine/law/law-pack-file.ts'
import { type LawPack, lawPack, rulebookMachine } from '../shared/law-pack.ts'

const root = join(import.meta.dirname, '..')
const packPath = join(root, 'resources/law/law-pack.json')
const args = process.argv.slice(2)
const lawPath = args.find(arg => !arg.startsWith('--')) ?? join(root, '../shared/law/law.json')

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
  rulebookMachine,
})

const law = source.parse(readJson(lawPath))
const extra = supplement.parse(readJson(join(root, 'resources/law/supplement.json')))
const { meta, ...content } = law
const unsealed = {
  packId: extra.packId,
  version: extra.version,
  ...meta,
  ...content,
  regulations: law.regulations.map(entry => ({ ...entry, formalName: extra.formalNames[entry.id] })),
  rulebookSelection: { ...law.rulebookSelection, machine: extra.rulebookMachine },
  reference: {
    ...law.reference,
    golongan: [...law.reference.golongan, ...extra.gradesWithoutRank.map(code => ({ code, pangkat: '' }))],
  },
}
const sha256 = createHash('sha256')
  .update(canonicalize(unsealed) ?? '')
  .digest('hex')
const pack = { ...unsealed, sha256 }

const parsed = lawPack.parse(pack)
checkReferences(parsed)
checkMachineAgainstProse(parsed)

const text = `${JSON.stringify(pack, null, 1)}\n`
if (args.includes('--check')) {
  const same = readFileSync(packPath, 'utf8') === text
  console.log(same ? 'law-pack.json agrees with its source' : 'law-pack.json differs from its source')
  process.exitCode = same ? 0 : 1
} else {
  writeFileSync(packPath, text)
  console.log(
    `${parsed.provisions.length} provisions, ${parsed.sanctions.length} sanctions, sha256 ${sha256}`,
  )
}

/** The machine rules were written by hand from prose, so each date and rulebook must stand in that prose. */
function checkMachineAgainstProse(checked: LawPack): void {
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
  if (!proseOf(machine.ethicsTrack.exception).then.includes(machine.ethicsTrack.provision)) {
    throw new Error('ethics track: provision is not in the prose')
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
