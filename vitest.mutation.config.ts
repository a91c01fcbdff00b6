import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The folder under test has to be held by its own tests: those of what is built on it are slow and say little. */
const folder = process.env['COFFER_MUTATED'] ?? 'src/core/crypto'

const SLOW = /(failing-disk|sidecars|backups|file-lock)\.test\.ts$/

/** Most mutants end with the first test that fails: the quick ones come first. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => Number(SLOW.test(a.moduleId)) - Number(SLOW.test(b.moduleId)))
  }
}

/** Tests with processes of their own run built code, which has no mutants in it, and would only cost time. */
export default defineConfig({
  oxc: { target: 'node20' },
  test: {
    environment: 'node',
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/killed-process.test.ts', '**/power-cut.test.ts'],
    // Sweeps over every bit take seconds for each of a thousand mutants. Without them the score is a lower bound.
    // A disk that refuses takes the same ways through the code as one that fails.
    testNamePattern:
      '^(?!.*(every flipped bit that|full of heads that look right|whatever the size of the vault|ends in (PERMISSION|READ_ONLY))).*$',
    sequence: { sequencer: QuickFirst },
    testTimeout: 120_000,
    restoreMocks: true
  }
})
