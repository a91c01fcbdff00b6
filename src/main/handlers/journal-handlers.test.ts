import { describe, expect, test, vi } from 'vitest'
import { fakeParts } from '../test-support/fake-parts.ts'
import { journalHandlers } from './journal-handlers.ts'

describe('the journal as a table', () => {
  test('is written where the user chose, and the page gets a handle', async () => {
    const parts = fakeParts({}, { open: '/home/me/Work.coffer' })
    vi.mocked(parts.dialogs.chooseJournalFile).mockResolvedValue('/media/usb/Work.csv')
    const filter = { group: 'keys' } as const
    const written = await journalHandlers(parts)['journal.saveCsv']({ filter }, undefined)
    expect(written).toMatchObject({ name: 'Work.csv', folder: '/media/usb' })
    expect(parts.asked).toEqual([['journal.writeCsv', { target: '/media/usb/Work.csv', filter }]])
  })

  test('is not written when the dialog is closed, nor without a vault', async () => {
    const parts = fakeParts({}, { open: '/home/me/Work.coffer' })
    expect(await journalHandlers(parts)['journal.saveCsv']({ filter: {} }, undefined)).toBeNull()
    expect(parts.asked).toEqual([])
    const locked = journalHandlers(fakeParts())['journal.saveCsv']({ filter: {} }, undefined)
    await expect(locked).rejects.toMatchObject({ code: 'LOCKED' })
  })
})
