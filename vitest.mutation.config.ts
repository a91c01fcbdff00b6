import { defineConfig } from 'vitest/config'

/** The folder under test has to be held by its own tests: those of what is built on it are slow and say little. */
const folder = process.env['COFFER_MUTATED'] ?? 'src/core/crypto'

/** Tests with processes of their own run built code, which has no mutants in it, and would only cost time. */
export default defineConfig({
  oxc: { target: 'node20' },
  test: {
    environment: 'node',
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/killed-process.test.ts', '**/power-cut.test.ts'],
    // Sweeps over every bit take seconds for each of a thousand mutants. Without them the score is a lower bound.
    testNamePattern: '^(?!.*(every flipped bit that|full of heads that look right|whatever the size of the vault)).*$',
    testTimeout: 120_000,
    restoreMocks: true
  }
})
