import { describe, expect, test, vi } from 'vitest'
import { fakeParts } from '../test-support/fake-parts.ts'
import { sealed } from '../test-support/sealed.ts'
import { exportHandlers } from './export-handlers.ts'

const OUTCOME = { items: 3, bytes: 412, losses: [], damaged: [] }
const REQUEST = { format: 'age', seal: { password: sealed('own') }, masterPassword: sealed('p') } as const

describe('exporting for other programs', () => {
  test('writes where the user chose and gives a handle, never a path to write to', async () => {
    const parts = fakeParts({ 'export.writeFile': OUTCOME }, { open: '/home/me/Work.coffer' })
    vi.mocked(parts.dialogs.chooseExportFile).mockResolvedValue('/media/usb/Work.age')
    const written = await exportHandlers(parts)['export.write'](REQUEST, undefined)
    expect(written).toMatchObject({ ...OUTCOME, file: { name: 'Work.age', folder: '/media/usb' } })
    expect(parts.dialogs.chooseExportFile).toHaveBeenCalledWith('/home/me/Work.coffer', 'age')
    expect(parts.asked).toEqual([['export.writeFile', { target: '/media/usb/Work.age', ...REQUEST }]])
  })

  test('does nothing when the dialog is closed, and is locked without a vault', async () => {
    const parts = fakeParts({}, { open: '/home/me/Work.coffer' })
    expect(await exportHandlers(parts)['export.write'](REQUEST, undefined)).toBeNull()
    expect(parts.asked).toEqual([])
    const locked = exportHandlers(fakeParts())['export.write'](REQUEST, undefined)
    await expect(locked).rejects.toMatchObject({ code: 'LOCKED' })
  })
})
