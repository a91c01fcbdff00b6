import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recoveryHandlers } from './recovery-handlers.ts'

const NOW = undefined
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-sheet-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

test('the recovery sheet is written where the user says, readable for its owner alone', async () => {
  const path = join(folder, 'sheet.pdf')
  const onSaved = vi.fn()
  const handlers = recoveryHandlers({
    onSaved,
    chooseSheetTarget: async () => path,
    printPage: async () => Buffer.from('%PDF-')
  })
  expect(await handlers['recovery.savePdf'](NOW, NOW)).toEqual({ saved: true })
  expect(onSaved).toHaveBeenCalledOnce()
  expect(await readFile(path, 'utf8')).toBe('%PDF-')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('nothing is printed when the user changes their mind, and a folder that is gone is said', async () => {
  const printPage = vi.fn(async () => Buffer.from('%PDF-'))
  const onSaved = vi.fn()
  const cancelled = recoveryHandlers({ chooseSheetTarget: async () => null, printPage, onSaved })
  expect(await cancelled['recovery.savePdf'](NOW, NOW)).toEqual({ saved: false })
  expect(printPage).not.toHaveBeenCalled()
  const gone = recoveryHandlers({
    chooseSheetTarget: async () => join(folder, 'gone', 'sheet.pdf'),
    printPage,
    onSaved
  })
  await expect(async () => gone['recovery.savePdf'](NOW, NOW)).rejects.toThrow('IO')
  expect(onSaved).not.toHaveBeenCalled()
})
