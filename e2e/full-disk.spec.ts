import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { CHEAP_KDF, withFolder } from './support/coffer-cli.ts'
import { expect, test } from './support/test.ts'

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0
const PASSWORD = 'correct horse battery staple'
const CLI = `node ${join(import.meta.dirname, '../out/cli/main.js')}`

/** Runs a script on a real disk of 256 KiB, mounted at ./disk for it alone. */
async function onSmallDisk(folder: string, script: string): Promise<string> {
  const mount = 'mkdir -p disk && mount -t tmpfs -o size=256k none disk && cd disk'
  const say = `coffer() { echo '${PASSWORD}' | ${CLI} "$@" 2>&1; echo "exit $?"; }`
  const child = spawn('unshare', ['-rm', 'sh', '-c', `${mount}\n${say}\n${script}`], {
    cwd: folder,
    env: { ...process.env, COFFER_APP_FOLDER: join(folder, 'app') },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let out = ''
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString()
  })
  await new Promise((resolve) => child.once('close', resolve))
  return out
}

test('a real disk that is full loses nothing, is named in a sentence, and takes saves again once it has room', async () => {
  test.skip(!canMount, 'needs a system on which a user may mount a small disk (unshare -rm)')
  await withFolder(async (folder) => {
    const out = await onSmallDisk(
      folder,
      `coffer create my.coffer ${CHEAP_KDF.join(' ')} >/dev/null
       coffer add my.coffer --type note --title Before --note one
       cp my.coffer before
       dd if=/dev/zero of=fill bs=1k count=1000 2>/dev/null
       coffer add my.coffer --type note --title Refused --note "$(head -c 9000 /dev/zero | tr '\\0' x)"
       coffer list my.coffer
       rm fill
       coffer add my.coffer --type note --title After --note two
       coffer list my.coffer
       coffer verify my.coffer`
    )
    expect(out).toContain('The disk is full; nothing was changed.')
    expect(out).toContain('exit 7')
    expect(out).not.toContain('Refused')
    const afterwards = out.split('Added After').at(-1) ?? ''
    for (const word of ['Before', 'After', 'Whole: 2 items']) expect(afterwards).toContain(word)
  })
})
