import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tally } from './tally.ts'

type Found = Readonly<Record<string, Readonly<Record<string, number>>>>
type Cycle = { readonly open: Found; readonly edited: Found; readonly locked: Found }

/** The window's processes, by e2e/memory.spec.ts, which judges each cycle; gives what was found, for the notes. */
export async function windowMemory(
  folder: string,
  { cycles, seed }: { readonly cycles: number; readonly seed: number },
  counted: Tally
): Promise<readonly string[]> {
  const result = join(folder, 'window-memory')
  const env = {
    ...process.env,
    COFFER_MEMORY_CYCLES: String(cycles),
    COFFER_MEMORY_RESULT: result,
    COFFER_SEED: String(seed)
  }
  const args = ['scripts/e2e.mjs', 'e2e/memory.spec.ts', '--reporter=line']
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const lines = await readFile(result, 'utf8').catch(() => '')
  const seen = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Cycle)
  for (const _ of seen) counted.count()
  if (code !== 0) counted.count(`the window: ${said.slice(-400)}`)
  return seen.length === 0 ? [] : [told('while open', seen, 'edited'), told('after the lock', seen, 'locked')]
}

/** `renderer: titles 312; …`, each the mean of all cycles. */
function told(when: string, cycles: readonly Cycle[], at: keyof Cycle): string {
  const sums = new Map<string, number>()
  for (const cycle of cycles)
    for (const [kind, counts] of Object.entries(cycle[at]))
      for (const [name, count] of Object.entries(counts))
        if (count > 0) sums.set(`${kind}: ${name}`, (sums.get(`${kind}: ${name}`) ?? 0) + count)
  const means = [...sums].map(([name, sum]) => `${name} ${(sum / cycles.length).toFixed(1)}`)
  return `copies in the processes of the window, ${when}: ${means.join('; ')}; of all else that is looked for, 0`
}
