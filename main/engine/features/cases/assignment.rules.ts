import type { ASSIGNMENT_KINDS } from '../../../../shared/contract/cases.ts'
import { deciders, examiners, type Role } from '../../../../shared/contract/define.ts'

export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number]

const ROLES_FOR: Readonly<Record<AssignmentKind, readonly Role[]>> = {
  assistant: ['assistant'],
  reviewer: examiners,
  commissioner: deciders,
}

/** May somebody of this role be assigned in this way? The secretariat never is (rule 5 of the product). */
export function fitsKind(role: Role, kind: AssignmentKind): boolean {
  return ROLES_FOR[kind].includes(role)
}
