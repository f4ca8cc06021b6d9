/**
 * Topics that the engine publishes after a commit; facts name the thing that changed.
 * The window asks again for what it shows; an event never carries content.
 */
export const TOPICS = [
  'session.changed',
  'accounts.changed',
  'institution.changed',
  'reports.changed',
  'cases.changed',
  'evidence.changed',
  'findings.changed',
  'plenaries.changed',
  'letters.changed',
  'followUps.changed',
  'drafts.changed',
  'law.changed',
] as const
export type Topic = (typeof TOPICS)[number]
