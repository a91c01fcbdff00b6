import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The folder under test has to be held by its own tests: those of what is built on it are slow and say little. */
const folder = process.env['COFFER_MUTATED'] ?? 'src/core/crypto'

const SLOW = /(failing-disk|sidecars|backups|file-lock|log|salvage)\.test\.ts$/

/** Most mutants end with the first test that fails: the quick ones come first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => Number(SLOW.test(a.moduleId)) - Number(SLOW.test(b.moduleId)))
  }
}

/** Less than all tests, so that each score is a lower bound. */
export default defineConfig({
  oxc: { target: 'node20' },
  test: {
    environment: 'node',
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/killed-process.test.ts', '**/power-cut.test.ts'],
    // Stryker replaces testNamePattern by its own.
    setupFiles: ['scripts/quick-mutation.setup.ts'],
    // Each mutant has a worker of its own; loading the packages again for each file would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 120_000,
    restoreMocks: true
  }
})
