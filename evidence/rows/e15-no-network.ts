import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Row } from '../row.ts'
import { hasCommand, namespaceOf } from '../support/namespace.ts'
import { tally, type Tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'
import { missingCli, type Step, tracedCli } from '../support/traced-cli.ts'

const PASSWORD = 'correct horse battery staple'
const VAULT = 'my.coffer'
const CHEAP = ['--memory', '64', '--passes', '3', '--lanes', '1']
/** From this scale on, the window's end-to-end suite runs too. */
const WITH_WINDOW = 100

const step = (args: readonly string[], ...lines: readonly string[]): Step => ({ args, lines: [PASSWORD, ...lines] })

const STEPS: readonly Step[] = [
  step(['create', VAULT, ...CHEAP]),
  step(
    ['add', VAULT, '--title', 'GitHub', '--url', 'https://github.com/login', '--secret', 'password'],
    'a secret value'
  ),
  step(['search', VAULT, 'git']),
  step(['list', VAULT]),
  step(['show', VAULT, 'GitHub', '--reveal']),
  step(['edit', VAULT, 'GitHub', '--set', 'username=mara', '--generate']),
  step(['backup', VAULT, 'copy.coffer']),
  step(['verify', 'copy.coffer']),
  step(['restore', 'copy.coffer', 'restored.coffer']),
  step(['salvage', VAULT, 'salvaged.coffer']),
  step(['trash', VAULT, 'GitHub']),
  step(['inspect', VAULT]),
  step(['generate']),
  step(['passwd', VAULT], 'another long master password')
]

export const noNetwork: Row = {
  id: 'E15',
  seedless: true,
  claim:
    'Nothing ever asks for a network: the command line by its system calls, the window in a namespace that has none.',
  target: 'every command and the whole end-to-end suite, 0 connects',
  unit: 'commands and end-to-end tests',
  scales: { short: 3, full: 1000 },
  missing() {
    if (!hasCommand('strace')) return 'strace is not installed'
    return missingCli() ?? (namespaceOf('--net') === null ? 'this system allows no network of one’s own' : null)
  },
  async run({ scale, report, goesOn }) {
    const counted = tally(report)
    const namespace = namespaceOf('--net') ?? []
    await inTempFolder(async (folder) => {
      for (const one of STEPS.slice(0, scale)) {
        if (!goesOn()) break
        const { code, calls } = await tracedCli(folder, namespace, one)
        counted.count(judged(one, code, calls))
      }
    })
    if (scale >= WITH_WINDOW) await windowSuite(namespace, counted)
    return counted.outcome()
  }
}

function judged({ args }: Step, code: number | null, calls: readonly string[]): string | null {
  if (calls.length > 0) return `coffer ${args.join(' ')}: ${calls.slice(0, 3).join('; ')}`
  return code === 0 ? null : `coffer ${args.join(' ')}: exit code ${code}`
}

/** The loopback stays: the test runner talks to the window over it. There is no way to anywhere else. */
async function windowSuite(namespace: readonly string[], counted: Tally): Promise<void> {
  const [program, ...rest] = [...namespace, 'sh', '-c', 'ip link set lo up; exec "$0" scripts/e2e.mjs --reporter=line']
  const child = spawn(program ?? '', [...rest, process.execPath], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  await once(child, 'close')
  const count = (what: string): number => Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1] ?? 0)
  for (let passed = count('passed'); passed > 0; passed--) counted.count()
  for (let failed = count('failed'); failed > 0; failed--) counted.count(`an end-to-end test: ${said.slice(-300)}`)
  if (count('passed') === 0) counted.count('the end-to-end suite did not run')
}
