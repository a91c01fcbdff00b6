import { describe, expect, test } from 'vitest'
import { batchesOf, filesOf, FOLDERS, scoreOf, testsOf } from './mutation-score.mjs'

const result = (
  file: string,
  killed: number,
  lived: number,
  when: Partial<{ commit: string; source: string }> = {}
) => ({
  file,
  killed,
  lived,
  source: `digest of ${file}`,
  tests: '',
  commit: 'aaa',
  node: 'v24',
  date: '2026-11-25',
  ...when
})
const digest = (file: string) => `digest of ${file}`

describe('the score of a folder', () => {
  test('is that of all its files together, with every commit they were tried at', () => {
    const results = [result('a.ts', 9, 0), result('b.ts', 10, 1, { commit: 'bbb' })]
    expect(scoreOf(['a.ts', 'b.ts'], results, digest)).toEqual({
      text: '95.0 % of 20 mutants killed (1 not), all 2 files, commit aaa, bbb, Node v24, 2026-11-25',
      percent: 95,
      isWhole: true
    })
  })

  test('leaves out a file that is gone or has changed since, and says that it is not whole', () => {
    const results = [result('a.ts', 3, 1), result('b.ts', 9, 0, { source: 'older' }), result('gone.ts', 5, 0)]
    expect(scoreOf(['a.ts', 'b.ts'], results, digest)).toEqual({
      text: '75.0 % of 4 mutants killed (1 not), 1 of 2 files so far, commit aaa, Node v24, 2026-11-25',
      percent: 75,
      isWhole: false
    })
    expect(scoreOf(['a.ts'], [], digest)).toMatchObject({ percent: 0, isWhole: false })
  })
})

test('every file of the folders that hold the promises is tried once, and no test is', () => {
  for (const folder of FOLDERS) {
    const files = filesOf(folder)
    expect(batchesOf(files).flat()).toEqual(files)
    expect(files.length).toBeGreaterThan(5)
    for (const path of testsOf(folder)) expect(files).not.toContain(path)
    expect(files.filter((path) => path.includes('test'))).toEqual([])
  }
})
