import { defineConfig } from 'vitest/config'
import { ROOT } from './project.ts'

// Rules, engine and shell decisions: everything that needs no window.
export default defineConfig({
  root: ROOT,
  test: {
    include: ['{shared,main,renderer,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
