import { administration } from './id/administration.ts'
import { app } from './id/app.ts'
import { cases } from './id/cases.ts'
import { common } from './id/common.ts'
import { docket } from './id/docket.ts'
import { evidence } from './id/evidence.ts'
import { findings } from './id/findings.ts'
import { followUps } from './id/follow-ups.ts'
import { intake } from './id/intake.ts'
import { law } from './id/law.ts'
import { letterStanding } from './id/letter-standing.ts'
import { letters } from './id/letters.ts'
import { minutes } from './id/minutes.ts'
import { persons } from './id/persons.ts'
import { plenaries } from './id/plenaries.ts'
import { reports } from './id/reports.ts'
import { session } from './id/session.ts'
import { ui } from './id/ui.ts'
import { verification } from './id/verification.ts'

export { errorSentence, fieldSentence } from './id/errors.ts'

/** All texts on screen, by area. A text with a value in it is a function of that value. */
export const t = {
  administration,
  common,
  app,
  ui,
  session,
  reports,
  docket,
  minutes,
  persons,
  cases,
  evidence,
  law,
  letters,
  letterStanding,
  findings,
  plenaries,
  verification,
  followUps,
  intake,
} as const
