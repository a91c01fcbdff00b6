import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Longer than all others by far: begun last they would run on alone, with one core of two. */
const FIRST = ['evidence/evidence.test.ts', 'evidence/breach-memory.test.ts', 'scripts/read-vault.test.ts']

/** Vitest goes by what files took the last time, which a fresh checkout does not know, and then by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = FIRST.findIndex((name) => moduleId.endsWith(name))
      return found === -1 ? FIRST.length : found
    }
    return (await super.sort(files)).toSorted((one, two) => place(one) - place(two))
  }
}
