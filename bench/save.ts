import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeFrame, FRAME } from '../src/core/format/frame.ts'
import { encodeChanges } from '../src/core/vault/change.ts'
import { randomBytes } from '../src/core/random.ts'
import type { BuildChanges } from '../src/vault/item/change-items.ts'
import { editItem } from '../src/vault/item/change-items.ts'
import { readDetails } from '../src/vault/item/read-details.ts'
import { loadVault } from '../src/vault/opened-vault.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { createVaultStore, type VaultStore } from '../src/vault/vault-store.ts'
import { type Contestant, interleave, ratio, type Row, told } from './measure.ts'
import { sampleItems } from './sample-items.ts'
import type { SampleVault } from './sample-vault.ts'

const ROUNDS = 400
/** Until the compiler is done with the code of a save: the first vault would else look dearer than those behind it. */
const WARM_UP = 400
const EDITED: ReadonlySet<string> = new Set(sampleItems(200).map(({ id }) => id))

/**
 * Saving one field, acknowledged and read back, against a raw append + fdatasync of the same number of bytes. The first
 * save after opening, with code that has not run before, is told beside it.
 */
export async function benchSave(vaults: ReadonlyMap<number, SampleVault>, folder: string): Promise<Row[]> {
  const rows: Row[] = []
  const openTimes = new Map<number, number>()
  for (const [count, vault] of vaults) {
    const store = await openStore(vault)
    const raw = await rawAppender(join(folder, `${count}.raw`), frameLength())
    const openField = saving('an open field', store, count, false)
    const first = await timeOf(openField)
    const [note, password, append] = await interleave(
      [openField, saving('a password', store, count, true), { name: 'raw', run: raw.append }],
      ROUNDS,
      { warmUp: WARM_UP, collect: false }
    )
    await Promise.all([store.close(), raw.close()])
    const base = append?.median ?? Number.NaN
    const size = count.toLocaleString('en')
    openTimes.set(count, (note?.median ?? Number.NaN) / base)
    rows.push(
      ratio(
        (note?.median ?? Number.NaN) / base,
        2,
        `save an open field, ${size} items (${note?.median.toFixed(2)} ms), against a raw append`
      )
    )
    rows.push(
      ratio(
        (password?.median ?? Number.NaN) / base,
        2.5,
        `save a password, ${size} items (${password?.median.toFixed(2)} ms), against a raw append`
      )
    )
    rows.push(told(`the first save after opening, ${size} items`, `${first.toFixed(1)} ms`))
  }
  const [small, large] = [openTimes.get(1_000), openTimes.get(100_000)]
  if (small !== undefined && large !== undefined)
    rows.push(ratio(large / small, 1.2, 'saving at 100,000 items against 1,000'))
  else rows.push(told('saving at 100,000 items against 1,000', 'not measured'))
  return rows
}

async function timeOf({ run }: Contestant): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

function saving(name: string, store: VaultStore, count: number, concealed: boolean): Contestant {
  const items = sampleItems(Math.min(count, EDITED.size))
  let turn = 0
  return {
    name,
    run: async () => {
      const { id = '' } = items[turn % items.length] ?? {}
      turn += 1
      await store.save(oneField(id, `value ${turn}`, concealed), [id])
    }
  }
}

function oneField(item: string, value: string, concealed: boolean): BuildChanges {
  return (opened, at, now) => {
    const expected = opened.folded.list(item)?.revision ?? ''
    const field = concealed
      ? ({
          change: 'put',
          id: 'password',
          label: 'field.password',
          kind: 'password',
          concealed: true,
          section: '',
          order: 1,
          value,
          bits: 77
        } as const)
      : ({
          change: 'put',
          id: 'username',
          label: 'field.username',
          kind: 'text',
          concealed: false,
          section: '',
          order: 0,
          value
        } as const)
    return editItem(item, expected, { fields: [field] })(opened, at, now)
  }
}

/** As the window opens it: nobody edits an item whose details they have not seen. */
async function openStore({ path, head, keys }: SampleVault): Promise<VaultStore> {
  const opened = await loadVault(nodeFs, path, { head, keys: keys() }, 'write')
  while (opened.list.prepare());
  await readDetails(
    opened,
    [...opened.folded.ids()].filter((id) => EDITED.has(id))
  )
  return createVaultStore(
    { fs: nodeFs, now: Date.now },
    {
      opened,
      readOnly: false,
      deviceId: 'bbbbbbbb',
      memory: { remember: () => {}, rememberFound: () => {}, settled: async () => {} }
    }
  )
}

/** The length of the frame that saves one field. */
function frameLength(): number {
  const scope = { key: randomBytes(32), vaultId: randomBytes(16), keyEpoch: 1 }
  const [item] = sampleItems(1)
  const change = {
    item: item?.id ?? '',
    at: '018bcfe568000000aaaaaaaa',
    set: { 'value:username': 'value 1', subtitle: 'value 1' }
  }
  return encodeFrame(scope, FRAME.changes, encodeChanges([change]), randomBytes(16)).length
}

async function rawAppender(
  path: string,
  length: number
): Promise<{ append: () => Promise<void>; close: () => Promise<void> }> {
  const file = await openFile(path, 'w')
  const bytes = randomBytes(length)
  let end = 0
  return {
    async append() {
      await file.write(bytes, 0, bytes.length, end)
      await file.datasync()
      end += bytes.length
    },
    close: () => file.close()
  }
}
