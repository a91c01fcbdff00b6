import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { tempFolder } from './test-support/temp-folder.ts'
import { isAlive, machineId, processStart, thisProcess } from './this-machine.ts'

const on = (platform: NodeJS.Platform) => vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
afterEach(() => vi.unstubAllEnvs())

describe('this machine', () => {
  test('names this process so that no later one can be taken for it', () => {
    const owner = thisProcess()
    expect(owner).toMatchObject({ host: hostname(), pid: process.pid, startedAt: processStart(process.pid) })
    expect(processStart(4_194_305)).toBeNull()
  })

  test('knows who lives, also processes of others', () => {
    expect([isAlive(process.pid), isAlive(4_194_305)]).toEqual([true, false])
    const asked = (code: string) =>
      vi.spyOn(process, 'kill').mockImplementationOnce(() => {
        throw Object.assign(new Error(code), { code })
      })
    asked('EPERM')
    expect(isAlive(1)).toBe(true)
    asked('ESRCH')
    expect(isAlive(1)).toBe(false)
  })

  test.skipIf(process.platform !== 'linux')('has the name that its system gave it, not an empty one', async () => {
    const folder = await tempFolder()
    const [none, empty, told] = [join(folder, 'none'), join(folder, 'empty'), join(folder, 'told')] as const
    await writeFile(empty, '\n')
    await writeFile(told, 'f00d\n')
    expect(await machineId([none, empty, told])).toBe('f00d')
    expect(await machineId([none, empty])).toBe(`host ${hostname()}`)
    expect(await machineId()).toMatch(/^[0-9a-f]{32}$|^host /)
  })

  test('has a name of its own even where the system tells none', async () => {
    const platform = on('darwin')
    expect(await machineId()).toBe(`host ${hostname()}`)
    platform.mockReturnValue('win32')
    vi.stubEnv('SystemRoot', undefined)
    expect(await machineId()).toBe(`host ${hostname()}`)
  })

  test.skipIf(process.platform === 'win32')("reads Windows' own answer (a stand-in for reg.exe)", async () => {
    const root = join(await tempFolder(), 'root')
    // With its backslashes this is one file name here.
    const reg = `${root}\\System32\\reg.exe`
    await mkdir(join(root, '..'), { recursive: true })
    const answer = (text: string) => writeFile(reg, `#!/bin/sh\nprintf '%s' '${text}'\n`)
    await answer('    MachineGuid    REG_SZ    3f2504e0-4f89-11d3-9a0c-0305e82c3301\r\n')
    await chmod(reg, 0o700)
    vi.stubEnv('SystemRoot', root)
    on('win32')
    expect(await machineId()).toBe('3f2504e0-4f89-11d3-9a0c-0305e82c3301')
    on('darwin')
    expect(await machineId()).toBe(`host ${hostname()}`)
    on('win32')
    await answer('something else')
    expect(await machineId()).toBe(`host ${hostname()}`)
  })

  test.skipIf(process.platform === 'win32')(
    'does not wait for ever for a system that does not answer',
    async () => {
      const root = join(await tempFolder(), 'root')
      const reg = `${root}\\System32\\reg.exe`
      await writeFile(reg, "#!/bin/sh\nprintf 'MachineGuid REG_SZ late'\nexec sleep 60\n")
      await chmod(reg, 0o700)
      vi.stubEnv('SystemRoot', root)
      on('win32')
      expect(await machineId()).toBe(`host ${hostname()}`)
    },
    15_000
  )
})
