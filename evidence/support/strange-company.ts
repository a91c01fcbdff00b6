import { copyFileSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { badEnd, boundedCli, type Ended } from './bounded-cli.ts'
import { ODD, PASSWORD } from './strange-places.ts'
import type { Step } from './traced-cli.ts'

const TITLES = ['first of two', 'second of two'] as const
const IN_THE_WAY = 6
/** As often as a sync client could never be: the file is replaced many times in every step of a command. */
const EVERY = 5

const add = (title: string): Step => ({ args: ['add', ODD, '--title', title], lines: [PASSWORD] })
const list: Step = { args: ['list', ODD, '--accept-older'], lines: [PASSWORD] }

/** Both are done, or one says that the other is in the way; what was called done is there. */
export async function twoAtOnce(folder: string): Promise<string | null> {
  copyFileSync(join(folder, 'good.coffer'), join(folder, ODD))
  const ends = await Promise.all(TITLES.map(async (title) => boundedCli(folder, add(title))))
  for (const end of ends) {
    const wrong = badEnd(end) ?? doneOrInTheWay(end)
    if (wrong !== null) return wrong
  }
  const { code, out } = await boundedCli(folder, list)
  const lost = TITLES.filter((title, index) => ends[index]?.code === 0 && !out.includes(title))
  return code === 0 && lost.length === 0 ? leftBehind(folder) : `called done, and not there: ${lost.join(', ')}`
}

/** The same file comes in again and again under the vault's name while an item is added to it. */
export async function syncedWhileAdding(start: string, folder: string): Promise<string | null> {
  const [good, odd, incoming] = [join(start, 'good.coffer'), join(folder, ODD), join(folder, 'incoming')]
  const replace = (): void => {
    copyFileSync(good, incoming)
    renameSync(incoming, odd)
  }
  replace()
  const client = setInterval(replace, EVERY)
  const end = await boundedCli(folder, add('new')).finally(() => clearInterval(client))
  const wrong = badEnd(end) ?? doneOrInTheWay(end)
  if (wrong !== null) return wrong
  const { code, out } = await boundedCli(folder, list)
  return code === 0 && out.includes('old') ? leftBehind(folder) : 'the vault does not open any more'
}

const doneOrInTheWay = ({ code, said }: Ended): string | null =>
  code === 0 || code === IN_THE_WAY ? null : `exit code ${code}: ${said.trim()}`

function leftBehind(folder: string): string | null {
  const names = readdirSync(join(folder, 'odd'))
  return names.length === 1 ? null : `left behind: ${names.join(', ')}`
}
