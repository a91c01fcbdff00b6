import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

export default defineConfig({
  // `using` is newer than Node 20; the compiler lowers it.
  oxc: { target: 'node20' },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'e2e/support/**/*.test.ts', 'evidence/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'out/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['**/*.test.*', '**/test-support/**'] }
  }
})
