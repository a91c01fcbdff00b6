import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenFile, nodeFs, type VaultFs } from '../storage/vault-fs.ts'
import { openBreachList } from './breach-list.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-breaches-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sha1 = (text: string): Uint8Array => createHash('sha1').update(text).digest()
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex').toUpperCase()
const hash = (text: string): Uint8Array => Buffer.from(text, 'hex')

type Made = { readonly path: string; readonly members: readonly (readonly [string, number])[] }

/** A list as the official downloader makes it. */
async function listOf(hashes: readonly string[], ending = '\n', lastEnding = ending): Promise<Made> {
  const members = [...new Set(hashes)].toSorted().map((text, index) => [text, (index * 7919) % 100_000 || 1] as const)
  const path = join(folder, `${randomBytes(6).toString('hex')}.txt`)
  const text = members.map(([member, count]) => `${member}:${count}`).join(ending)
  await writeFile(path, `${text}${lastEnding}`)
  return { path, members }
}

async function withList<Value>(
  path: string,
  use: (list: Awaited<ReturnType<typeof openBreachList>>) => Promise<Value>
) {
  const list = await openBreachList(nodeFs, path)
  try {
    return await use(list)
  } finally {
    await list.close()
  }
}

/** The same disk, counting what is read of it. */
function counting(below: VaultFs = nodeFs): {
  readonly fs: VaultFs
  readonly reads: () => number
  readonly bytes: () => number
} {
  let [reads, bytes] = [0, 0]
  const fs: VaultFs = {
    ...below,
    async open(path, flags, mode) {
      const file = await below.open(path, flags, mode)
      return {
        ...file,
        async read(into, position) {
          const got = await file.read(into, position)
          reads += 1
          bytes += got
          return got
        }
      }
    }
  }
  return { fs, reads: () => reads, bytes: () => bytes }
}

describe('a list of 100,000 lines', () => {
  const texts = Array.from({ length: 100_000 }, (_, index) => hex(sha1(`password ${index}`)))
  let made: Made = { path: '', members: [] }
  beforeAll(async () => {
    made = await listOf(texts)
  })

  test('gives back every count it holds, the first and the last line’s too, and 0 for everything else', async () => {
    await withList(made.path, async ({ seen }) => {
      const some = made.members.filter((_, index) => index % 97 === 0)
      for (const [member, count] of [...some, ...made.members.slice(0, 3), ...made.members.slice(-3)])
        expect(await seen(hash(member))).toBe(count)
      for (let index = 0; index < 500; index++) expect(await seen(sha1(`not in it ${index}`))).toBe(0)
      for (const edge of ['0'.repeat(40), 'F'.repeat(40)]) expect(await seen(hash(edge))).toBe(0)
    })
  })

  test('is read in a few small pieces and never as a whole', async () => {
    const disk = counting()
    const list = await openBreachList(disk.fs, made.path)
    const [reads, bytes] = [disk.reads(), disk.bytes()]
    for (let index = 0; index < 100; index++) await list.seen(sha1(`password ${index * 31}`))
    await list.close()
    expect((disk.reads() - reads) / 100).toBeLessThan(10)
    expect((disk.bytes() - bytes) / 100).toBeLessThan(6000)
  })
})

/** A list of a billion lines that stands on no disk: each line is made when it is read. */
function endlessList(lines: number): { readonly fs: VaultFs; readonly hashOf: (line: number) => Uint8Array } {
  const step = 2 ** 48 / lines
  const hashOf = (line: number): Uint8Array => {
    const bytes = createHash('sha1').update(`line ${line}`).digest()
    const jitter = (bytes.readUIntBE(14, 6) / 2 ** 48) * (step - 1)
    bytes.writeUIntBE(Math.floor(line * step + jitter), 0, 6)
    return bytes
  }
  const lineAt = (line: number): string => `${hex(hashOf(line))}:${1_000_000_000 + line}\r\n`
  const width = lineAt(0).length
  const size = lines * width
  const stat = async () => ({ size, isFile: true, isDirectory: false, device: 1n, inode: 1n, modifiedAt: 0 })
  const read = async (into: Uint8Array, position: number): Promise<number> => {
    const length = Math.min(into.length, size - position)
    const [from, to] = [Math.floor(position / width), Math.floor((position + length - 1) / width)]
    const text = Array.from({ length: to - from + 1 }, (_, index) => lineAt(from + index)).join('')
    into.set(Buffer.from(text).subarray(position - from * width, position - from * width + length))
    return length
  }
  const file = { read, stat, close: async () => {} } as Partial<OpenFile> as OpenFile
  return { fs: { ...nodeFs, stat, open: async () => file }, hashOf }
}

test('a list of fifty gigabytes takes no more than a dozen reads for each password', async () => {
  const { fs, hashOf } = endlessList(1_000_000_000)
  const disk = counting(fs)
  const list = await openBreachList(disk.fs, 'endless.txt')
  const before = disk.reads()
  for (let index = 0; index < 100; index++) {
    expect(await list.seen(hashOf(index * 9_999_991))).toBe(1_000_000_000 + index * 9_999_991)
    expect(await list.seen(sha1(`not in it ${index}`))).toBe(0)
  }
  expect((disk.reads() - before) / 200).toBeLessThan(12)
})

test('exactly the members are found, however many, however the lines end, and wherever the hashes cluster', async () => {
  const near = fc.tuple(fc.constantFrom('0', '7', 'F', 'AB'), fc.uint8Array({ minLength: 20, maxLength: 20 }))
  const member = near.map(([start, bytes]) => `${start.repeat(8).slice(0, 8)}${hex(bytes).slice(8)}`)
  const any = fc.oneof(fc.uint8Array({ minLength: 20, maxLength: 20 }).map(hex), member)
  const lists = fc.record({
    hashes: fc.array(any, { minLength: 1, maxLength: 400 }),
    others: fc.array(any, { maxLength: 20 }),
    ending: fc.constantFrom('\n', '\r\n'),
    open: fc.boolean()
  })
  await fc.assert(
    fc.asyncProperty(lists, async ({ hashes, others, ending, open }) => {
      const { path, members } = await listOf(hashes, ending, open ? '' : ending)
      await withList(path, async ({ seen }) => {
        for (const [text, count] of members) expect(await seen(hash(text))).toBe(count)
        const known = new Set(members.map(([text]) => text))
        for (const text of others.filter((other) => !known.has(other))) expect(await seen(hash(text))).toBe(0)
      })
    }),
    { numRuns: 60 }
  )
})

describe('what is no list', () => {
  const refused = async (text: string | Uint8Array): Promise<unknown> => {
    const path = join(folder, `${randomBytes(6).toString('hex')}.txt`)
    await writeFile(path, text)
    return withList(path, async ({ seen }) => {
      for (let index = 0; index < 200; index++) await seen(sha1(`password ${index}`))
    }).then(
      () => null,
      (error: unknown) => error
    )
  }
  const of = (why: string) => expect.objectContaining({ code: 'NOT_A_BREACH_LIST', detail: { why } })

  test('is refused for its form', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `${hex(sha1(`${index}`))}:1`).toSorted()
    for (const text of ['', 'hello', randomBytes(200_000), '\n'.repeat(10_000), 'A'.repeat(1 << 20)])
      expect(await refused(text)).toEqual(of('form'))
    expect(await refused([...lines.slice(0, 1500), 'x'.repeat(70_000), ...lines.slice(1500)].join('\n'))).toEqual(
      of('form')
    )
  })

  test('is refused for its order, as the list that is sorted by count', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${hex(sha1(`${index}`))}:${20_000 - index}`)
    expect(await refused(lines.join('\r\n'))).toEqual(of('order'))
    expect(await refused(lines.slice(0, 40).join('\n'))).toEqual(of('order'))
  })

  test('is a file that is not there', async () => {
    await expect(openBreachList(nodeFs, join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a folder of ranges', () => {
  const put = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    const path = join(folder, name)
    await mkdir(path)
    for (const [prefix, text] of Object.entries(files)) await writeFile(join(path, `${prefix}.txt`), text)
    return path
  }
  const known = hex(sha1('hunter2'))
  const zero = `${'0'.repeat(34)}1:3\r\n`

  test('is read a range at a time', async () => {
    const path = await put('ranges', { '00000': zero, [known.slice(0, 5)]: `${zero}${known.slice(5)}:17043` })
    await withList(path, async ({ seen }) => {
      expect(await seen(sha1('hunter2'))).toBe(17_043)
      expect(await seen(hash(`${known.slice(0, 5)}${'F'.repeat(35)}`))).toBe(0)
      await expect(seen(sha1('another'))).rejects.toMatchObject({ detail: { why: 'missing' } })
    })
  })

  test('is refused when it is another folder, or a range of it is something else', async () => {
    await expect(openBreachList(nodeFs, await put('empty', {}))).rejects.toMatchObject({ detail: { why: 'form' } })
    const odd = await put('odd', { '00000': zero, [known.slice(0, 5)]: '<html>' })
    await withList(odd, async ({ seen }) => {
      await expect(seen(sha1('hunter2'))).rejects.toMatchObject({ detail: { why: 'form' } })
    })
  })
})
