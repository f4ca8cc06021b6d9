import { addDays } from '../../../shared/dates.ts'
import type { CandidacyStage, Provision, Sanction } from '../../../shared/law-pack.ts'
import { bandOf, provisionsOf, suggestProvisions } from '../law/index.ts'
import { sql } from '../store/sql.ts'
import { addToIndex, type OpenedCase } from './insert-intake.ts'
import type { PlannedPerson } from './plan-case.ts'
import { at, type SeedContext } from './seed-context.ts'
import { seedWording } from './seed-wording.ts'

/** The provision of a case and the lightest sanction of its band. */
export type Charge = { provision: Provision; sanction: Sanction | null }

/** What the law pack suggests first for this form of violation; looked up once for each kind of case. */
export function chargeOf(seed: SeedContext, file: OpenedCase, respondentId: string): Charge {
  const rulebook = file.rulebooks.get(respondentId) ?? file.rulebook
  const { violationForm, electionScope, designatedOn, actOn } = file.planned.report
  const stage: CandidacyStage = designatedOn !== null && actOn < designatedOn ? 'bakalCalon' : 'calon'
  const key = `${violationForm} ${stage} ${electionScope} ${rulebook}`
  const known = seed.memo.get(key) as Charge | undefined
  if (known) return known
  const { provisions, alsoConsider } = suggestProvisions(
    violationForm,
    stage,
    electionScope,
    rulebook,
    seed.law,
  )
  const own = provisionsOf(seed.law, rulebook)
  const provision = [...provisions, ...alsoConsider, ...own, ...seed.law.provisions].find(
    entry => entry.elements.length > 0,
  )
  if (!provision) throw new RangeError('law pack without elements')
  const charge = { provision, sanction: bandOf(provision, seed.law).sanctions[0] ?? null }
  seed.memo.set(key, charge)
  return charge
}

/** One to three exhibits from the reporting side; their files are in the vault. */
export function insertExhibits(seed: SeedContext, file: OpenedCase): string[] {
  const { db, random } = seed
  const { planned, assistant } = file
  const form = seed.law.violationForms.find(entry => entry.id === planned.report.violationForm)
  const count = random.between(1, 3)
  const takenIn = at(addDays(planned.openedOn, 1), random.between(1, 8))
  const ids: string[] = []
  for (let serial = 1; serial <= count; serial += 1) {
    const id = random.uuid()
    const text = seed.nextText(planned.report.violationForm)
    const title = (form?.examples[serial - 1] ?? form?.label ?? '').slice(0, 160)
    const fileName = seedWording.exhibitFile(serial)
    const provenance = {
      obtainedFrom: planned.report.senderOffice,
      obtainedBy: assistant.displayName,
      obtainedOn: planned.report.receivedOn,
      obtainedTime: '',
      zone: planned.report.zone,
      url: '',
      accountHandle: '',
      device: '',
      note: '',
      unknown: ['obtainedTime', 'url', 'accountHandle', 'device'],
    }
    db.run(sql`insert into exhibits (id, case_id, series, serial, title, file_name, mime, kind, notice, size,
        sha256, blob_id, width, height, integrity, integrity_checked_at, provenance, taken_in_at, taken_in_by)
      values (${id}, ${planned.caseId}, 'P', ${serial}, ${title}, ${fileName}, 'text/plain', 'text', null,
        ${text.size}, ${text.sha256}, ${text.blobId}, null, null, 'intact', ${takenIn},
        ${JSON.stringify(provenance)}, ${takenIn}, ${assistant.id})`)
    db.run(sql`insert into custody_entries (exhibit_id, at, account_id, act, detail)
      values (${id}, ${takenIn}, ${assistant.id}, 'takenIn', '')`)
    addToIndex(seed, {
      kind: 'exhibit',
      entityId: id,
      caseId: planned.caseId,
      title: `P-${serial} ${title}`,
      detail: `${fileName} · ${planned.report.senderOffice}`,
    })
    ids.push(id)
  }
  db.run(
    sql`insert into exhibit_series (case_id, series, last_serial) values (${planned.caseId}, 'P', ${count})`,
  )
  return ids
}

const STATE_OF = {
  assess: 'draft',
  submitFinding: 'draft',
  answerReview: 'returned',
  review: 'submitted',
} as const

/** The finding of one person, as far as its step has come; proven only over linked exhibits. */
export function insertFinding(
  seed: SeedContext,
  file: OpenedCase,
  one: PlannedPerson,
  exhibits: string[],
): void {
  const { db, random } = seed
  const { planned, assistant, reviewer } = file
  const { provision, sanction } = chargeOf(seed, file, one.respondentId)
  const id = random.uuid()
  const state = one.step in STATE_OF ? STATE_OF[one.step as keyof typeof STATE_OF] : 'reviewed'
  const open = one.step === 'assess'
  const proven = !open && one.outcome === 'proven'
  const when = at(addDays(planned.openedOn, 7), random.between(1, 8))
  db.run(sql`insert into findings (id, case_id, respondent_id, provision_id, law_pack_version, state, conclusion,
      consideration, sanction_id, sanction_reason, author_id, created_at, updated_at, withdrawn_at)
    values (${id}, ${planned.caseId}, ${one.respondentId}, ${provision.id}, ${seed.law.version}, 'draft',
      ${open || proven ? 'undecided' : 'notProven'},
      ${open ? '' : seedWording.consideration(one.person.name)}, null, '',
      ${assistant.id}, ${when}, ${when}, null)`)
  db.run(sql`insert into finding_authors (finding_id, account_id) values (${id}, ${assistant.id})`)
  provision.elements.forEach((element, index) => {
    const assessed = !open || (index === 0 && provision.elements.length > 1)
    const resting = assessed && !proven ? 'notProven' : 'notAssessed'
    db.run(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
        defence_reply, assessed_by, assessed_at)
      values (${id}, ${element.id}, ${index + 1}, ${element.label}, ${resting},
        ${proven ? seedWording.reasonsProven : assessed ? seedWording.reasonsNotProven : ''}, '', '',
        ${assessed ? assistant.id : null}, ${assessed ? when : null})`)
    if (!proven) return
    db.run(sql`insert into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
        linked_at)
      values (${random.uuid()}, ${id}, ${element.id}, ${exhibits[index % exhibits.length] ?? ''}, 'supports',
        '{"page":null,"box":null,"second":null,"line":1}', '', ${assistant.id}, ${when})`)
  })
  if (proven) {
    // Through the same gates as the program: the triggers look for the links.
    db.run(sql`update element_assessments set state = 'proven' where finding_id = ${id}`)
    db.run(sql`update findings set conclusion = 'proven' where id = ${id}`)
    const level = bandOf(provision, seed.law).levels.length > 1 ? (sanction?.level ?? null) : null
    if (sanction) {
      db.run(sql`update findings set sanction_id = ${sanction.id}, inside_band = 1, level = ${level},
        level_reason = ${level ? seedWording.consideration(one.person.name) : ''} where id = ${id}`)
    }
  }
  if (state === 'reviewed' || state === 'returned') {
    const approved = state === 'reviewed'
    db.run(sql`insert into finding_reviews (id, finding_id, reviewer_id, at, outcome, checks, comment)
      values (${random.uuid()}, ${id}, ${reviewer.id}, ${at(addDays(planned.openedOn, 9))},
        ${approved ? 'approved' : 'returned'},
        ${approved ? '["elements","exhibits","defence","sanction","wording"]' : '[]'},
        ${approved ? '' : seedWording.returnComment})`)
  }
  if (state !== 'draft') db.run(sql`update findings set state = ${state} where id = ${id}`)
}
