import { defineConfig } from 'vitest/config'

/** The folder under test has to be held by its own tests: those of what is built on it are slow and say little. */
const folder = process.env['COFFER_MUTATED'] ?? 'src/core/crypto'

/** Tests with processes of their own run built code, which has no mutants in it, and would only cost time. */
export default defineConfig({
  oxc: { target: 'node20' },
  test: {
    environment: 'node',
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/killed-process.test.ts'],
    testTimeout: 20_000,
    restoreMocks: true
  }
})
