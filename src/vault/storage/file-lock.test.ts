import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { builtScript } from '../kdf/test-support/built-script.ts'
import { takeLock } from './file-lock.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { thisProcess } from './this-machine.ts'
import { nodeFs } from './vault-fs.ts'

let holder: string
let vault: string
const children: ChildProcess[] = []

beforeAll(async () => {
  holder = await builtScript('src/vault/storage/test-support/lock-holder.ts')
}, 60_000)
beforeEach(async () => {
  vault = join(await tempFolder(), 'my.coffer')
  await writeFile(vault, '')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const run = (deed: 'hold' | 'race') => {
  const child = spawn(process.execPath, [holder, deed, vault], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function heldByChild(): Promise<ChildProcess> {
  const child = run('hold')
  await once(child.stdout, 'data')
  return child
}

const lockText = async (): Promise<string> => readFile(`${vault}.lock`, 'utf8')
const writeLock = async (changes: object): Promise<void> =>
  writeFile(`${vault}.lock`, JSON.stringify({ id: 'x', ...thisProcess(), ...changes }))
const silentFor = async (seconds: number): Promise<void> => {
  const then = new Date(Date.now() - seconds * 1000)
  await utimes(`${vault}.lock`, then, then)
}

describe('a vault lock', () => {
  test('says who has it, keeps others out, and goes with its release', async () => {
    const lock = await takeLock(nodeFs, vault)
    expect(JSON.parse(await lockText())).toMatchObject({ host: thisProcess().host, pid: process.pid })
    await expect(takeLock(nodeFs, vault)).rejects.toMatchObject({
      code: 'LOCKED_BY_OTHER',
      detail: { pid: process.pid }
    })
    await lock.confirm()
    await lock.release()
    expect(existsSync(`${vault}.lock`)).toBe(false)
    await (await takeLock(nodeFs, vault)).release()
  })

  test('of another living process is respected', async () => {
    const child = await heldByChild()
    const before = await lockText()
    await expect(takeLock(nodeFs, vault)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER', detail: { pid: child.pid } })
    expect(await lockText()).toBe(before)
  })

  test('of a process that was killed is taken over at once', async () => {
    const child = await heldByChild()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await takeLock(nodeFs, vault)
    expect(JSON.parse(await lockText())).toMatchObject({ pid: process.pid })
    await lock.release()
  })

  test('is taken over when the machine was started anew, or the process id is another process by now', async () => {
    for (const changes of [
      { bootId: 'before', pid: process.ppid },
      { pid: process.ppid, startedAt: '1' },
      { id: 'of an earlier process with our id' }
    ]) {
      await writeLock(changes)
      await (await takeLock(nodeFs, vault)).release()
      expect(existsSync(`${vault}.lock`)).toBe(false)
    }
  })

  test('of another machine or container counts as long as it was renewed lately', async () => {
    for (const changes of [
      { host: 'elsewhere', pid: 1, bootId: 'x' },
      { pidSpace: 'pid:[7]', pid: 4_000_000 }
    ]) {
      await writeLock(changes)
      await silentFor(500)
      await expect(takeLock(nodeFs, vault)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
      await silentFor(700)
      await (await takeLock(nodeFs, vault)).release()
    }
  })

  test('that a crash left empty is in the way for seconds only', async () => {
    await writeFile(`${vault}.lock`, '')
    await expect(takeLock(nodeFs, vault)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
    await silentFor(11)
    await (await takeLock(nodeFs, vault)).release()
  })

  test('that somebody else has by now is neither written under nor removed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const lock = await takeLock(nodeFs, vault)
    await writeLock({ host: 'elsewhere' })
    const theirs = await lockText()
    vi.setSystemTime(Date.now() + 60_000)
    await expect(lock.confirm()).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER', detail: { host: 'elsewhere' } })
    await lock.release()
    expect(await lockText()).toBe(theirs)
    vi.useRealTimers()
  })

  test('that was tidied away is taken again before the next save', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const lock = await takeLock(nodeFs, vault)
    await nodeFs.unlink(`${vault}.lock`)
    vi.setSystemTime(Date.now() + 60_000)
    await lock.confirm()
    expect(JSON.parse(await lockText())).toMatchObject({ pid: process.pid })
    await lock.release()
    vi.useRealTimers()
  })

  test('is renewed while it is held', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const lock = await takeLock(nodeFs, vault)
    await silentFor(500)
    const before = await nodeFs.stat(`${vault}.lock`)
    vi.advanceTimersByTime(31_000)
    await vi.waitFor(async () =>
      expect((await nodeFs.stat(`${vault}.lock`))?.modifiedAt).toBeGreaterThan((before?.modifiedAt ?? 0) + 400_000)
    )
    await lock.release()
    vi.useRealTimers()
  })

  test('lets one in at a time, of many processes that all find a stale one', async () => {
    await writeLock({ pid: 4_000_000 })
    const racers = Array.from({ length: 4 }, () => run('race'))
    const said = await Promise.all(
      racers.map(async (child) => {
        let text = ''
        child.stdout.on('data', (data: Buffer) => (text += data.toString()))
        await once(child, 'exit')
        return text
      })
    )
    expect(said).toEqual(['done\n', 'done\n', 'done\n', 'done\n'])
    expect(existsSync(`${vault}.lock`)).toBe(false)
    expect(existsSync(`${vault}.lock.takeover`)).toBe(false)
  }, 60_000)

  test('of a link is the lock of the file behind it', async () => {
    const { symlink } = await import('node:fs/promises')
    const alias = join(await tempFolder(), 'alias.coffer')
    await symlink(vault, alias)
    const lock = await takeLock(nodeFs, alias)
    await expect(takeLock(nodeFs, vault)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
    await lock.release()
  })
})
