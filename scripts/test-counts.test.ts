import { describe, expect, it } from 'vitest'
import { addCounts, countVitest, NO_COUNTS, summaryLine } from './test-counts.ts'

const report = (passed: number, failed: number, pending: number, files: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults: files,
})

describe('counting test results', () => {
  it('counts what the report says', () => {
    expect(countVitest(report(3, 1, 2), false)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a missing report as one failure', () => {
    expect(countVitest(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countVitest({ anything: 1 }, true).failed).toBe(1)
  })

  it('counts a file that could not be loaded as one failure', () => {
    expect(countVitest(report(3, 0, 0, [{ status: 'failed', assertionResults: [] }]), false).failed).toBe(1)
  })

  it('counts a run that ended badly without a failed test as one failure', () => {
    expect(countVitest(report(3, 0, 0), false).failed).toBe(1)
  })

  it('does not count a failed test twice', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(countVitest(report(2, 1, 0, [file]), false).failed).toBe(1)
  })
})

describe('summary line', () => {
  it('names skipped tests only when there are some', () => {
    expect(summaryLine(NO_COUNTS)).toBe('0 passed, 0 failed')
    expect(summaryLine(addCounts({ passed: 1, failed: 0, skipped: 2 }, NO_COUNTS))).toBe(
      '1 passed, 0 failed, 2 skipped',
    )
  })
})
