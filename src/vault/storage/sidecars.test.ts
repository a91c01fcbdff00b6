import { execFileSync } from 'node:child_process'
import { createHash, createHmac, randomFillSync } from 'node:crypto'
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { checkSidecars, writeSidecars } from './sidecars.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs } from './vault-fs.ts'

let folder: string
let path: string
const seed = SecretBytes.own(new Uint8Array(32).fill(9))

beforeEach(async () => {
  folder = await tempFolder()
  path = join(folder, 'My backup.coffer')
  // More than one piece of reading.
  await writeFile(path, randomFillSync(new Uint8Array(700_000)))
})

describe('the files beside a backup', () => {
  test('match it, wherever the three are moved, until one byte changes', async () => {
    const { publicKey } = await writeSidecars(nodeFs, path, seed)
    const matches = { sha256: 'matches', minisig: 'matches', publicKey }
    expect(await checkSidecars(nodeFs, path)).toEqual(matches)
    for (const ending of ['', '.sha256', '.minisig']) await rename(path + ending, join(folder, `moved${ending}`))
    const moved = join(folder, 'moved')
    expect(await checkSidecars(nodeFs, moved, { publicKey })).toEqual(matches)
    await appendFile(moved, 'x')
    await expect(checkSidecars(nodeFs, moved)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    await nodeFs.unlink(`${moved}.sha256`)
    await expect(checkSidecars(nodeFs, moved)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  })

  test('may be absent, and a signature of an unknown key proves nothing', async () => {
    expect(await checkSidecars(nodeFs, path)).toEqual({ sha256: 'absent', minisig: 'absent', publicKey: null })
    await writeSidecars(nodeFs, path, seed)
    await nodeFs.rename(`${path}.minisig`, `${path}.aside`)
    expect(await checkSidecars(nodeFs, path)).toEqual({ sha256: 'matches', minisig: 'absent', publicKey: null })
    await nodeFs.rename(`${path}.aside`, `${path}.minisig`)
    await nodeFs.unlink(`${path}.sha256`)
    const minisig = await readFile(`${path}.minisig`, 'utf8')
    await writeFile(`${path}.minisig`, minisig.replace(/^.*/, 'untrusted comment: whose is it?'))
    expect(await checkSidecars(nodeFs, path)).toEqual({ sha256: 'absent', minisig: 'unknownKey', publicKey: null })
    await writeFile(`${path}.minisig`, 'no signature')
    const { publicKey } = await writeSidecars(nodeFs, await copyOf('other'), seed)
    await expect(checkSidecars(nodeFs, path, { publicKey })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  })

  test('are told apart: a checksum alone that does not match, and one that is none', async () => {
    const { publicKey } = await writeSidecars(nodeFs, path, seed)
    await nodeFs.unlink(`${path}.minisig`)
    expect(await checkSidecars(nodeFs, path, { publicKey })).toEqual({
      sha256: 'matches',
      minisig: 'absent',
      publicKey: null
    })
    const text = await readFile(`${path}.sha256`, 'utf8')
    for (const wrong of [
      '',
      'no checksum\n',
      `x${text}`,
      text.toUpperCase(),
      `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`
    ]) {
      await writeFile(`${path}.sha256`, wrong)
      await expect(checkSidecars(nodeFs, path)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    }
  })

  test('name the key in a line that may end in any way, and nothing that only looks like a key', async () => {
    const { publicKey } = await writeSidecars(nodeFs, path, seed)
    await nodeFs.unlink(`${path}.sha256`)
    const minisig = await readFile(`${path}.minisig`, 'utf8')
    await writeFile(`${path}.minisig`, minisig.replaceAll('\n', '\r\n'))
    expect(await checkSidecars(nodeFs, path)).toEqual({ sha256: 'absent', minisig: 'matches', publicKey })
    for (const wrong of [`${publicKey}A`, `A${publicKey}`, publicKey.slice(1)]) {
      await writeFile(`${path}.minisig`, minisig.replace(publicKey, wrong))
      expect(await checkSidecars(nodeFs, path)).toMatchObject({ minisig: 'unknownKey', publicKey: null })
    }
    await writeFile(`${path}.minisig`, '')
    expect(await checkSidecars(nodeFs, path)).toMatchObject({ minisig: 'unknownKey' })
  })

  test('are written as the tools write them, also for odd names', async () => {
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    for (const [name, line, shown] of [
      ['plain', `${hash}  plain\n`, 'plain'],
      ['a\\b\nc\rd', `\\${hash}  a\\\\b\\nc\\rd\n`, 'a\\b?c?d']
    ] as const) {
      const copy = await copyOf(name)
      const { publicKey } = await writeSidecars(nodeFs, copy, seed)
      expect(await readFile(`${copy}.sha256`, 'utf8')).toBe(line)
      const [untrusted, , trusted] = (await readFile(`${copy}.minisig`, 'utf8')).split('\n')
      expect(untrusted).toBe(`untrusted comment: signature from Coffer, public key ${publicKey}`)
      expect(trusted).toBe(`trusted comment: backup by Coffer, file: ${shown}`)
      // Another id would be another key to whoever noted this one.
      const id = createHmac('sha256', new Uint8Array(32).fill(9)).update('coffer/minisign key id').digest()
      expect(Buffer.from(publicKey, 'base64').subarray(2, 10)).toEqual(id.subarray(0, 8))
    }
  })

  test('of another key do not match', async () => {
    await writeSidecars(nodeFs, path, seed)
    using otherSeed = SecretBytes.own(new Uint8Array(32).fill(8))
    const { publicKey } = await writeSidecars(nodeFs, await copyOf('other'), otherSeed)
    await expect(checkSidecars(nodeFs, path, { publicKey })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  })

  test('are both there or neither, and none is written over', async () => {
    for (const ending of ['.sha256', '.minisig']) {
      await writeFile(path + ending, 'mine')
      await expect(writeSidecars(nodeFs, path, seed)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
      expect((await nodeFs.readdir(folder)).toSorted()).toEqual(['My backup.coffer', `My backup.coffer${ending}`])
      expect(await readFile(path + ending, 'utf8')).toBe('mine')
      await nodeFs.unlink(path + ending)
    }
    for (let at = 0; ; at++) {
      const faulty = faultyDisk(nodeFs, at, 'NO_SPACE')
      const done = await writeSidecars(faulty.fs, path, seed).catch(() => null)
      if (faulty.operations() <= at) break
      if (done === null) expect(await nodeFs.readdir(folder)).toEqual(['My backup.coffer'])
      else for (const ending of ['.sha256', '.minisig']) await nodeFs.unlink(path + ending)
    }
  })

  const sha256sum = hasCommand('sha256sum')
  test.skipIf(!sha256sum)(`pass sha256sum -c, also for odd names${sha256sum ? '' : ' (not installed)'}`, async () => {
    for (const name of ['My backup.coffer', 'back\\slash', 'line\nbreak', 'ü 😀']) {
      const copy = await copyOf(name)
      if (copy !== path) await writeSidecars(nodeFs, copy, seed)
      else await writeSidecars(nodeFs, path, seed)
      execFileSync('sha256sum', ['--strict', '-c', `${name}.sha256`], { cwd: folder, stdio: 'ignore' })
      expect(await checkSidecars(nodeFs, copy)).toMatchObject({ sha256: 'matches' })
    }
    await appendFile(path, 'x')
    expect(() =>
      execFileSync('sha256sum', ['-c', 'My backup.coffer.sha256'], { cwd: folder, stdio: 'ignore' })
    ).toThrow('Command failed')
  })

  const minisign = hasCommand('minisign')
  test.skipIf(!minisign)(`pass minisign -V${minisign ? '' : ' (not installed)'}`, async () => {
    const { publicKey } = await writeSidecars(nodeFs, path, seed)
    const verify = () =>
      execFileSync('minisign', ['-V', '-P', publicKey, '-m', path], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
    expect(verify()).toContain('backup by Coffer, file: My backup.coffer')
    await appendFile(path, 'x')
    expect(verify).toThrow('Command failed')
  })
})

async function copyOf(name: string): Promise<string> {
  const copy = join(folder, name)
  await writeFile(copy, await readFile(path))
  return copy
}

function hasCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`])
    return true
  } catch {
    return false
  }
}
