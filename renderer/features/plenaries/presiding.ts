import { deciders, presiders, type Role } from '../../../shared/contract/define.ts'

/** May open the meeting, open and close votes. */
export const isPresider = (role: Role): boolean => presiders.some(entry => entry === role)

/** May vote, and lend the laptop to another member for a ballot. */
export const isDecider = (role: Role): boolean => deciders.some(entry => entry === role)
