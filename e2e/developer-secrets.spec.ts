import { spawn } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { CHEAP_KDF, coffer, withFolder } from './support/coffer-cli.ts'

const PASSWORD = 'correct horse battery staple'
const TOKEN = 'tr0ub4dor&3-and-more'

async function vaultIn(folder: string): Promise<void> {
  expect((await coffer(folder, ['create', 'my.coffer', ...CHEAP_KDF], [PASSWORD])).code).toBe(0)
  const args = ['add', 'my.coffer', '--title', 'My API', '--username', 'mara', '--secret', 'password']
  expect((await coffer(folder, args, [PASSWORD, TOKEN])).code).toBe(0)
}

const ENV =
  'TOKEN=coffer://My%20API/password\nURL="https://{{ coffer://My API/username }}:{{coffer://My API/Password}}@host"\n'

test.describe('coffer run', () => {
  test('gives values to a program, masks them in all that it writes, and ends as it ends', async () => {
    await withFolder(async (folder) => {
      await vaultIn(folder)
      await writeFile(join(folder, '.env'), ENV)
      const script = [
        'test "$TOKEN" = "tr0ub4dor&3-and-more" && echo has it',
        'echo "$TOKEN"; echo "$URL" >&2',
        'printf "user:%s" "$TOKEN" | base64',
        'printf %s "$TOKEN" | cut -c1-9 | tr -d "\\n"; sleep 0.3; printf %s "$TOKEN" | cut -c10-',
        'exit 7'
      ].join('\n')
      const ran = await coffer(folder, ['run', 'my.coffer', '--env', '.env', '--', 'sh', '-c', script], [PASSWORD])
      expect(ran.code).toBe(7)
      const [has, plain, encoded = '', split] = ran.out.split('\n')
      expect([has, plain, split]).toEqual(['has it', '<concealed by coffer>', '<concealed by coffer>'])
      expect(encoded).toContain('<concealed by coffer>')
      expect(ran.err).toBe('https://<concealed by coffer>:<concealed by coffer>@host\n')
    })
  })

  test('hands a signal on, and says by which one the program ended', async () => {
    await withFolder(async (folder) => {
      await vaultIn(folder)
      await writeFile(join(folder, '.env'), ENV)
      const script = 'trap "echo told; exit 9" TERM; echo ready; while :; do sleep 0.1; done'
      const main = join(import.meta.dirname, '../out/cli/main.js')
      const args = [main, 'run', 'my.coffer', '--env', '.env', '--', 'sh', '-c', script]
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: { ...process.env, COFFER_APP_FOLDER: join(folder, 'app') }
      })
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += String(chunk)
        if (String(chunk).includes('ready')) child.kill('SIGTERM')
      })
      child.stdin.end(`${PASSWORD}\n`)
      expect(await new Promise((resolve) => void child.once('close', resolve))).toBe(9)
      expect(out).toBe('ready\ntold\n')
      const killed = ['run', 'my.coffer', '--env', '.env', '--', 'sh', '-c', 'kill -KILL $$']
      expect((await coffer(folder, killed, [PASSWORD])).code).toBe(128 + 9)
    })
  })

  test('names the reference that nothing fits, and runs nothing', async () => {
    await withFolder(async (folder) => {
      await vaultIn(folder)
      await writeFile(join(folder, '.env'), `${ENV}X=coffer://My%20API/pasword\n`)
      const ran = await coffer(folder, ['run', 'my.coffer', '--env', '.env', '--', 'sh', '-c', 'echo ran'], [PASSWORD])
      expect(ran).toMatchObject({ code: 4, out: '' })
      expect(ran.err).toContain('coffer://My%20API/pasword')
      expect(ran.err).not.toContain('tr0ub4dor')
      await writeFile(join(folder, '.env'), 'A=1\nthis is no variable\n')
      const bad = await coffer(folder, ['run', 'my.coffer', '--env', '.env', '--', 'true'], [PASSWORD])
      expect(bad).toMatchObject({ code: 2, err: 'Line 2 of .env is not NAME=value.\n' })
    })
  })
})

test('read prints one value, inject fills a template for its owner alone', async () => {
  await withFolder(async (folder) => {
    await vaultIn(folder)
    const read = await coffer(folder, ['read', 'my.coffer', 'coffer://My API/password', '--no-newline'], [PASSWORD])
    expect(read).toMatchObject({ code: 0, out: TOKEN })
    await writeFile(join(folder, 'in.yml'), 'token: {{ coffer://My API/password }}\nkeep: {{ .Values.x }}\n')
    const inject = ['inject', 'my.coffer', 'in.yml', '--out', 'out.yml']
    expect((await coffer(folder, inject, [PASSWORD])).code).toBe(0)
    expect(await readFile(join(folder, 'out.yml'), 'utf8')).toBe(`token: ${TOKEN}\nkeep: {{ .Values.x }}\n`)
    expect((await stat(join(folder, 'out.yml'))).mode & 0o777).toBe(0o600)
    expect((await coffer(folder, inject, [PASSWORD])).code).toBe(6)
    expect((await coffer(folder, [...inject, '--replace'], [PASSWORD])).code).toBe(0)
  })
})

test('export tells every loss, and what one vault shares another receives', async () => {
  await withFolder(async (folder) => {
    await vaultIn(folder)
    const csv = await coffer(folder, ['export', 'my.coffer', '--format', 'csv', '--to', 'my.csv'], [PASSWORD])
    expect(csv.code).toBe(0)
    expect(csv.out).toContain('The file is not encrypted')
    expect(csv.out).toContain('1 item loses its dates.')
    const age = ['export', 'my.coffer', '--format', 'age', '--to', 'my.age']
    const sealed = await coffer(folder, age, [PASSWORD, 'a passphrase of its own'])
    expect(sealed.out).toBe('Wrote 1 item to my.age.\nNothing is lost.\n')

    expect((await coffer(folder, ['create', 'their.coffer', ...CHEAP_KDF], [PASSWORD])).code).toBe(0)
    const identity = await coffer(folder, ['identity', 'their.coffer', '--json'], [PASSWORD])
    const { key } = JSON.parse(identity.out) as { key: string }
    const share = ['share', 'my.coffer', 'My API', '--to', key, '--fields', 'password', '--out', 'shared.age']
    expect((await coffer(folder, share, [PASSWORD])).code).toBe(0)
    expect((await coffer(folder, ['receive', 'their.coffer', 'shared.age'], [PASSWORD])).code).toBe(0)
    const read = await coffer(folder, ['read', 'their.coffer', 'coffer://My API/password'], [PASSWORD])
    expect(read.out).toBe(`${TOKEN}\n`)
  })
})
