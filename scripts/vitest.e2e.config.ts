import { defineConfig } from 'vitest/config'
import { ROOT } from './project.ts'

// The real window, one test file after the other on one virtual display.
export default defineConfig({
  root: ROOT,
  test: {
    // A window on a busy machine answers late; a poll ends as soon as it is answered.
    expect: { poll: { timeout: 60_000, interval: 50 } },
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/harness/set-up.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    // One more try where nobody watches: a busy machine may lose a key or a frame. The report marks it.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
