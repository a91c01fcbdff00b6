import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { gatherVault } from '../gather.ts'
import { createUndo } from '../../undo.ts'
import { createReceiptBook } from '../receipt.ts'
import type { ReadImport } from '../read-import.ts'
import { readImport } from '../read-import.ts'
import { attach, put, putConcealed, type QuickVault, quickVault, reopened } from '../test-support/quick-vault.ts'
import { textFile } from '../test-support/samples.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { type PreparedImport, prepareImport } from './import-into.ts'

const WORK = { signal: new AbortController().signal, report: () => {} }
const DAY = 24 * 60 * 60 * 1000

const field = (id: string, value: string, more: Partial<TransferItem['fields'][number]> = {}) => ({
  id,
  label: `field.${id}`,
  kind: 'text' as const,
  concealed: false,
  section: '',
  value,
  history: [],
  ...more
})
const secret = (value: string, history: TransferItem['fields'][number]['history'] = []) =>
  field('password', value, { kind: 'password', concealed: true, history })
const item = (more: Partial<TransferItem> = {}): TransferItem => ({
  type: 'login',
  title: 'GitHub',
  favorite: false,
  tags: [],
  createdAt: null,
  changedAt: null,
  trashedAt: null,
  fields: [field('username', 'mara'), secret('one')],
  attachments: [],
  ...more
})
const readOf = (...items: readonly TransferItem[]): ReadImport => ({
  format: 'test',
  vault: { items },
  receipt: createReceiptBook().receipt()
})

async function bring({ session }: QuickVault, read: ReadImport): Promise<PreparedImport> {
  const prepared = await prepareImport(session.store.opened(), read, WORK)
  await prepared.save((build, reads, chunks) => session.store.save(build, reads, chunks))
  return prepared
}

const held = async ({ session }: QuickVault) => (await gatherVault(session.store.opened())).vault.items

/** Comparing millions of bytes one by one takes a test runner minutes. */
const shortened = (items: readonly TransferItem[]) =>
  items.map((one) => ({
    ...one,
    attachments: one.attachments.map(({ bytes, ...rest }) => ({
      ...rest,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex')
    }))
  }))

describe('an import', () => {
  test('is in the vault as it was read, and still is when the file is opened again', async () => {
    const full = item({
      favorite: true,
      tags: ['Work', 'Work/Code'],
      createdAt: Date.UTC(2015, 1, 1),
      changedAt: Date.UTC(2020, 1, 1),
      fields: [
        field('username', 'mara'),
        secret('three', [
          { at: Date.UTC(2018, 1, 1), value: 'one' },
          { at: Date.UTC(2019, 1, 1), value: 'two' }
        ]),
        field('url', 'https://github.com', { kind: 'url' }),
        field('notes', 'a\nb', { kind: 'multiline' })
      ],
      attachments: [
        { name: 'key.pem', mediaType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) },
        { name: 'empty', mediaType: '', bytes: new Uint8Array() },
        { name: 'big.bin', mediaType: '', bytes: new Uint8Array(2_500_000).fill(7) }
      ]
    })
    const vault = await quickVault()
    const { summary } = await bring(vault, readOf(full))
    expect(shortened(await held(vault))).toEqual(shortened([full]))
    expect(shortened(await held(await reopened(vault)))).toEqual(shortened([full]))
    expect(summary).toMatchObject({
      types: [{ type: 'login', fresh: 1, joined: 0 }],
      attachments: { found: 3, fresh: 3 },
      older: { found: 2, fresh: 2 }
    })
  })

  test('shows the times of its source in the list, and none that is still to come', async () => {
    const vault = await quickVault()
    const future = Date.now() + 1000 * DAY
    await bring(vault, readOf(item({ changedAt: 5000, createdAt: 1000 }), item({ title: 'F', changedAt: future })))
    const page = vault.session.query({
      filter: { of: 'all' },
      text: '',
      sort: 'title',
      descending: false,
      from: 0,
      count: 9
    })
    expect(page.rows.map(({ changedAt }) => changedAt <= Date.now())).toEqual([true, true])
    expect(page.rows.find(({ title }) => title === 'GitHub')).toMatchObject({ changedAt: 5000, subtitle: 'mara' })
  })

  test('writes one save with an entry of the journal that holds no content', async () => {
    const vault = await quickVault()
    const { session } = vault
    let saves = 0
    const prepared = await prepareImport(session.store.opened(), readOf(item(), item({ title: 'B' })), WORK)
    await prepared.save(async (build, reads, chunks) => {
      saves += 1
      await session.store.save(build, reads, chunks)
    })
    const journal = [...session.store.opened().folded.journal()]
    expect(saves).toBe(1)
    expect(journal.map(([, { value }]) => value)).toEqual([
      { kind: 'import', format: 'test', items: 2, joined: 0, attachments: 0 }
    ])
  })

  test('keeps what lay in another trash for years from going at once', async () => {
    const vault = await quickVault()
    const lately = Date.now() - 3 * DAY
    await bring(vault, readOf(item({ title: 'old', trashedAt: 5000 }), item({ title: 'new', trashedAt: lately })))
    const times = new Map((await held(vault)).map(({ title, trashedAt }) => [title, trashedAt ?? 0]))
    expect(times.get('new')).toBe(lately)
    expect(Date.now() - (times.get('old') ?? 0)).toBeLessThan(DAY)
  })

  test('loses neither a value nor a title that is too long for a vault', async () => {
    const vault = await quickVault()
    const long = 'x'.repeat(700_000)
    const odd = '\ud800broken'
    await bring(vault, readOf(item({ title: 't'.repeat(5000), fields: [field('notes', long), field('other', odd)] })))
    const [came] = await held(vault)
    expect(came?.title).toBe('t'.repeat(1000))
    expect(came?.fields.map(({ id, value }) => [id, value])).toEqual([
      ['other', '\ufffdbroken'],
      ['title', 't'.repeat(5000)]
    ])
    expect(came?.attachments.map(({ name, bytes }) => [name, bytes.length])).toEqual([['field.notes.txt', 700_000]])
  })

  test('that is cancelled leaves nothing', async () => {
    const vault = await quickVault()
    const stop = new AbortController()
    stop.abort()
    const cancelled = prepareImport(vault.session.store.opened(), readOf(item()), { ...WORK, signal: stop.signal })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await held(vault)).toEqual([])
  })
})

describe('an item that is there already', () => {
  test('takes in what it lacks, and the same file again adds nothing', async () => {
    let vault = await quickVault()
    await bring(vault, readOf(item({ tags: ['A'] })))
    const more = item({
      tags: ['A', 'B'],
      fields: [field('username', 'mara'), secret('one'), field('notes', 'more')],
      attachments: [{ name: 'a', mediaType: '', bytes: new Uint8Array([1]) }]
    })
    for (const round of [1, 2]) {
      vault = await reopened(vault)
      const { summary } = await bring(vault, readOf(more))
      expect(summary.items).toMatchObject({ fresh: 0, joined: 1 })
      expect(summary.attachments.fresh).toBe(round === 1 ? 1 : 0)
    }
  })

  test('keeps its own password: an item that says another one is a new item', async () => {
    const vault = await quickVault()
    await bring(vault, readOf(item()))
    const { summary } = await bring(vault, readOf(item({ fields: [field('username', 'mara'), secret('two')] })))
    expect(summary.items).toMatchObject({ fresh: 1, joined: 0 })
    const again = await bring(vault, readOf(item(), item({ fields: [field('username', 'mara'), secret('two')] })))
    expect(again.summary.items).toMatchObject({ fresh: 0, joined: 2 })
    expect(await held(vault)).toHaveLength(2)
  })

  test('is the same only with title, user, host, type and place in the trash alike', async () => {
    const vault = await quickVault()
    const url = field('url', 'https://github.com/login', { kind: 'url' })
    await bring(vault, readOf(item({ fields: [field('username', 'mara'), url] })))
    for (const other of [
      item({ title: 'Github', fields: [field('username', 'mara'), url] }),
      item({ fields: [field('username', 'other'), url] }),
      item({ fields: [field('username', 'mara'), { ...url, value: 'https://gitlab.com/login' }] }),
      item({ type: 'server', fields: [field('username', 'mara'), url] }),
      item({ trashedAt: 5000, fields: [field('username', 'mara'), url] })
    ]) {
      const { summary } = await prepareImport(vault.session.store.opened(), readOf(other), WORK)
      expect(summary.items).toMatchObject({ fresh: 1, joined: 0 })
    }
  })

  test('and was changed after the preview refuses the import, which changes nothing', async () => {
    const vault = await quickVault()
    const { session } = vault
    const created = await session.create('login', {
      title: 'GitHub',
      fields: [put('username', 'mara'), putConcealed('password', 'one')]
    })
    await attach(vault, created.id, { name: 'x', bytes: new Uint8Array([9]) })
    const more = item({ fields: [field('username', 'mara'), secret('one'), field('notes', 'more')] })
    const prepared = await prepareImport(session.store.opened(), readOf(more, item({ title: 'other' })), WORK)
    const { revision } = await session.item(created.id)
    await session.edit(created.id, revision, { title: 'Renamed', fields: [] })
    await expect(prepared.save((build, reads) => session.store.save(build, reads))).rejects.toMatchObject({
      code: 'STALE'
    })
    expect(session.view().items).toBe(1)
  })
})

test('ten thousand rows come in within seconds, and the loop goes on turning meanwhile', async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `Site ${index},https://site${index}.example/login,user${index},Pa55-${index}-wörd!,"note, ${index}"`
  )
  const file = textFile(`name,url,username,password,note\n${rows.join('\n')}\n`)
  const vault = await quickVault()
  let beats = 0
  const beat = setInterval(() => (beats += 1), 5)
  const before = process.cpuUsage()
  const used = (): number => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }
  const read = await readImport(file)
  const prepared = await prepareImport(vault.session.store.opened(), read, WORK)
  await prepared.save((build, reads) => vault.session.store.save(build, reads))
  clearInterval(beat)
  expect(vault.session.view().items).toBe(10_000)
  expect(beats).toBeGreaterThan(3)
  // Seconds of the processor: a test run shares it, and a clock on the wall would measure the others.
  expect(used()).toBeLessThan(4)
}, 120_000)

describe('one step takes the whole import back', () => {
  const brought = async () => {
    const vault = await quickVault()
    await bring(vault, readOf(item()))
    const { session } = vault
    const more = item({
      tags: ['B'],
      fields: [field('username', 'mara'), secret('one'), field('notes', 'more')],
      attachments: [{ name: 'a', mediaType: '', bytes: new Uint8Array([1]) }]
    })
    const prepared = await prepareImport(session.store.opened(), readOf(more, item({ title: 'New' })), WORK)
    const undo = createUndo(session.store)
    return { vault, session, prepared, undo }
  }
  const state = async (vault: QuickVault) =>
    (await held(vault)).map(({ title, tags, trashedAt, fields, attachments }) => [
      title,
      tags,
      trashedAt !== null,
      fields.map(({ id }) => id),
      attachments.length
    ])
  const before = [['GitHub', [], false, ['username', 'password'], 0]]
  const after = [
    ['GitHub', ['B'], false, ['username', 'password', 'notes'], 1],
    ['New', [], false, ['username', 'password'], 0]
  ]
  const taken = [...before, ['New', [], true, ['username', 'password'], 0]]

  test('by the undo of the vault, and redo brings it in again', async () => {
    const { vault, prepared, undo } = await brought()
    expect(await state(vault)).toEqual(before)
    await prepared.save((build, reads, chunks) => undo.save('import', build, reads, chunks))
    expect(await state(vault)).toEqual(after)
    expect(await undo.undo()).toMatchObject({ of: 'import', items: 2 })
    expect(await state(vault)).toEqual(taken)
    await undo.redo()
    expect(await state(vault)).toEqual(after)
  })

  test('by the receipt, also when something else was done since, which stays', async () => {
    const { vault, session, prepared, undo } = await brought()
    const step = await prepared.save((build, reads, chunks) => undo.save('import', build, reads, chunks))
    const id = session.find('GitHub')
    const { revision } = await session.item(id)
    await session.edit(id, revision, { favorite: true, fields: [put('notes', 'mine', { label: 'field.notes' })] })
    await step.takeBack(session.store.opened(), (build, reads) => undo.save('import', build, reads))
    const [github, fresh] = await held(vault)
    expect(github).toMatchObject({ favorite: true, tags: [], attachments: [] })
    expect(github?.fields.find((one) => one.id === 'notes')?.value).toBe('mine')
    expect(fresh?.trashedAt).not.toBeNull()
  })
})
