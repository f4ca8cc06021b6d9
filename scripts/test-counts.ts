export type Counts = { passed: number; failed: number; skipped: number }

export const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Sums two results. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** 'N passed, N failed', with ', N skipped' when there are any. */
export function summaryLine(counts: Counts): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`
}

/**
 * Reads vitest's JSON report. Takes the parsed report (null when there is none) and whether the process ended
 * well. A file that could not be loaded, and a run that failed without a failed test, count as one failure.
 */
export function countVitest(report: unknown, endedWell: boolean): Counts {
  if (!isReport(report)) return { passed: 0, failed: 1, skipped: 0 }
  const unloadable = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + unloadable
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value
}
