import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { createPastedText } from '../pasted-text.ts'
import { importHandlers } from './import-handlers.ts'
import { sealed } from '../test-support/sealed.ts'

const NOW = undefined
const PREVIEW = { import: 'a'.repeat(32) }
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-import-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

function handlersOf(answers: Readonly<Record<string, unknown>> = { 'import.readFile': PREVIEW }, isVault = false) {
  const parts = fakeParts(answers)
  const writeReceipt = vi.fn(async () => {})
  const handlers = importHandlers({
    ...parts,
    pasted: createPastedText(parts.handles),
    writeReceipt,
    looksLikeVault: async () => isVault
  })
  return { ...parts, handlers, writeReceipt }
}

describe('a file of another program', () => {
  test('is named by a handle, and its path goes to the vault process alone', async () => {
    const { handlers, dialogs, handles, asked } = handlersOf()
    vi.mocked(dialogs.chooseForeignFile).mockResolvedValueOnce('/home/me/export.csv')
    const file = await handlers['import.choose'](NOW, NOW)
    expect(file).toMatchObject({ name: 'export.csv', folder: '/home/me' })
    const keyFile = handles.issue('/home/me/my.key').handle
    await handlers['import.read']({ file: file?.handle ?? '', password: sealed('x'), keyFile }, NOW)
    expect(asked).toEqual([
      ['import.readFile', { path: '/home/me/export.csv', password: sealed('x'), keyFile: '/home/me/my.key' }]
    ])
  })

  test('that the user has not chosen is not read', async () => {
    const { handlers, asked } = handlersOf()
    await expect(async () => handlers['import.read']({ file: '0'.repeat(32) }, NOW)).rejects.toMatchObject({
      code: 'NOT_FOUND'
    })
    expect(asked).toEqual([])
  })
})

describe('removing the source of an import', () => {
  const source = async () => {
    const path = join(folder, 'export.csv')
    await writeFile(path, 'secrets')
    return path
  }

  test('asks first, and leaves the file when the answer is no', async () => {
    const path = await source()
    const { handlers, dialogs, handles } = handlersOf()
    const file = handles.issue(path).handle
    await handlers['import.read']({ file }, NOW)
    vi.mocked(dialogs.confirmRemoveSource).mockResolvedValueOnce(false)
    expect(await handlers['import.removeSource']({ file }, NOW)).toBe(false)
    await access(path)
    expect(await handlers['import.removeSource']({ file }, NOW)).toBe(true)
    await expect(access(path)).rejects.toThrow('ENOENT')
  })

  test('is refused for a file that was not imported, and for a vault, without a question', async () => {
    const path = await source()
    const other = handlersOf()
    const refused = { code: 'BAD_REQUEST' }
    const { handle } = other.handles.issue(path)
    await expect(other.handlers['import.removeSource']({ file: handle }, NOW)).rejects.toMatchObject(refused)
    const failing = handlersOf({ 'import.readFile': new VaultError('IMPORT_UNKNOWN_FORMAT') })
    const { handle: failed } = failing.handles.issue(path)
    await expect(failing.handlers['import.read']({ file: failed }, NOW)).rejects.toThrow('IMPORT_UNKNOWN_FORMAT')
    await expect(failing.handlers['import.removeSource']({ file: failed }, NOW)).rejects.toMatchObject(refused)
    const vault = handlersOf(undefined, true)
    const { handle: mine } = vault.handles.issue(path)
    await vault.handlers['import.read']({ file: mine }, NOW)
    await expect(vault.handlers['import.removeSource']({ file: mine }, NOW)).rejects.toMatchObject(refused)
    for (const { dialogs } of [other, failing, vault]) expect(dialogs.confirmRemoveSource).not.toHaveBeenCalled()
    await access(path)
  })

  test('says when the file is gone already', async () => {
    const { handlers, handles } = handlersOf()
    const file = handles.issue(join(folder, 'nothing.csv')).handle
    await handlers['import.read']({ file }, NOW)
    await expect(handlers['import.removeSource']({ file }, NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('a receipt goes where the user says, and nowhere without an answer', async () => {
  const { handlers, dialogs, writeReceipt } = handlersOf()
  expect(await handlers['import.saveReceipt']({ text: 'x' }, NOW)).toBeNull()
  expect(writeReceipt).not.toHaveBeenCalled()
  vi.mocked(dialogs.chooseReceiptTarget).mockResolvedValueOnce('/home/me/receipt.txt')
  expect(await handlers['import.saveReceipt']({ text: 'x' }, NOW)).toMatchObject({ name: 'receipt.txt' })
  expect(writeReceipt).toHaveBeenCalledWith('/home/me/receipt.txt', 'x')
})
