import { initial } from './0010-initial.ts'
import { accounts } from './0020-accounts.ts'
import { reports } from './0030-reports.ts'
import { cases } from './0040-cases.ts'
import { evidence } from './0050-evidence.ts'
import { findings } from './0060-findings.ts'
import { plenaries } from './0070-plenaries.ts'
import { letters } from './0080-letters.ts'
import { search } from './0090-search.ts'
import { docket } from './0100-docket.ts'
import { lawPacks } from './0110-law-packs.ts'
import { respondentRulebooks } from './0120-respondent-rulebooks.ts'
import { findingsHistory } from './0130-findings-history.ts'
import { sealedBallots } from './0140-sealed-ballots.ts'
import { minutesAndReconsiderations } from './0150-minutes-and-reconsiderations.ts'
import { intake } from './0160-intake.ts'
import { minutesFields } from './0170-minutes-fields.ts'
import { closedMeetings } from './0180-closed-meetings.ts'
import { lawGates } from './0190-law-gates.ts'
import { decisionGates } from './0200-decision-gates.ts'
import { officials } from './0210-officials.ts'
import { signers } from './0220-signers.ts'
import { checkMigrations } from './migration.ts'

/** All steps of the file format, one line each, ascending. */
export const migrations = checkMigrations([
  initial,
  accounts,
  reports,
  cases,
  evidence,
  findings,
  plenaries,
  letters,
  search,
  docket,
  lawPacks,
  respondentRulebooks,
  findingsHistory,
  sealedBallots,
  minutesAndReconsiderations,
  intake,
  minutesFields,
  closedMeetings,
  lawGates,
  decisionGates,
  officials,
  signers,
])
