import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { AgendaItem, AgendaPerson, Plenary } from '../../../../shared/contract/plenaries.ts'
import { type CivilDate, formatDate } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { lawOfCase } from '../law/index.ts'
import { protectedWords } from '../reports/index.ts'
import { minutesPhrases } from './decision-wording.ts'
import { plenaryView } from './plenary-view.ts'
import { publicFacts } from './public-facts.rules.ts'
import { guarded } from './reporter-guard.ts'

type Pane = Output<'plenaries.publicPane'>
type Shown = Parsed<'plenaries.showPublicly'>

/** What is on the second display, by open session: it lives in memory and ends with the lock. */
const shown = new WeakMap<Vault, Shown>()

/** Chooses what the second display shows. Throws `plenaries.unknown`, `plenaries.notOnAgenda`. */
export function showPublicly(input: Shown, ctx: WriteContext): Record<string, never> {
  if (input.plenaryId !== null) {
    const plenary = plenaryView(ctx.db, ctx.laws, input.plenaryId)
    if (input.caseId !== null && !itemOf(plenary, input)) throw new CodedError('plenaries.notOnAgenda')
  }
  shown.set(ctx.vault, input)
  ctx.publish('plenaries.changed', input.plenaryId ? { plenaryId: input.plenaryId } : {})
  return {}
}

/**
 * The public pane: one person of the meeting on screen, or nothing. It is built from named facts alone; a text
 * that mentions the protected reporter of its case is left out, and no choice of an open vote is in it.
 */
export function publicPane(_input: unknown, ctx: PrepareContext): Pane {
  const choice = shown.get(ctx.vault)
  if (!choice?.plenaryId) return null
  const plenary = plenaryView(ctx.db, ctx.laws, choice.plenaryId)
  const found = choice.blanked ? null : itemOf(plenary, choice)
  return {
    plenaryNumber: plenary.number,
    heldOn: plenary.heldOn,
    place: plenary.place,
    present: plenary.quorum.present,
    quorum: found ? found.item.quorum : plenary.quorum,
    blanked: choice.blanked,
    item:
      found &&
      publicItem(ctx.db, lawOfCase(ctx.db, ctx.laws, found.item.caseId), plenary, found.item, found.person),
  }
}

function itemOf(plenary: Plenary, { caseId, respondentId }: Shown) {
  const item = plenary.agenda.find(entry => entry.caseId === caseId)
  const person = item?.persons.find(entry => entry.respondentId === respondentId)
  return item && person ? { item, person } : null
}

function publicItem(
  db: ReadableDb,
  law: LawPack,
  plenary: Plenary,
  item: AgendaItem,
  person: AgendaPerson,
): NonNullable<Pane>['item'] {
  const { vote } = person
  const province = law.reference.provinces.find(entry => entry.code === item.provinceCode)?.name ?? ''
  const place = minutesPhrases.act(formatDate(item.actOn as CivilDate), item.place, province)
  const facts = publicFacts(place, item.narrative, protectedWords(db, item.caseId))
  const pane: NonNullable<NonNullable<Pane>['item']> = {
    ordinal: item.ordinal,
    count: plenary.agenda.length,
    caseNumber: item.caseNumber,
    personName: person.name,
    position: person.position,
    agencyName: person.agencyName,
    rulebookLabel: person.rulebook.label,
    facts,
    findings: person.findings.map(({ legalBasis, conclusion, elements, proposal }) => ({
      legalBasis,
      conclusion,
      elements: elements.map(({ elementId, label, state, exhibits }) => ({
        elementId,
        label,
        state,
        exhibits,
      })),
      proposal,
    })),
    recused: item.recusals.map(entry => entry.displayName),
    sealed: vote?.state === 'open' ? { cast: vote.castCount, expected: vote.expectedCount } : null,
    decision: vote?.decision?.sentence ?? null,
  }
  return guarded(pane, protectedWords(db, item.caseId)) as typeof pane
}
