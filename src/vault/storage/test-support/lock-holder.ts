import { open, unlink } from 'node:fs/promises'
import { takeLock } from '../file-lock.ts'
import { nodeFs } from '../vault-fs.ts'

/**
 * A program that uses locks. `hold`: takes the lock, says so, and waits to be ended. `race`: takes and releases it many
 * times, waiting while others have it, and says "overlap" should two ever be inside at once.
 */
const [deed, vault = ''] = process.argv.slice(2)

async function hold(): Promise<void> {
  await takeLock(nodeFs, vault)
  process.stdout.write('held\n')
  setInterval(() => {}, 1000)
}

async function race(): Promise<void> {
  for (let rounds = 0; rounds < 15; ) {
    const lock = await takeLock(nodeFs, vault).catch(() => null)
    if (lock !== null) {
      rounds += 1
      await inside()
      await lock.release()
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
  }
  process.stdout.write('done\n')
}

async function inside(): Promise<void> {
  try {
    await (await open(`${vault}.inside`, 'wx')).close()
    await new Promise((resolve) => setTimeout(resolve, 3))
    await unlink(`${vault}.inside`)
  } catch {
    process.stdout.write('overlap\n')
  }
}

await (deed === 'hold' ? hold() : race())
