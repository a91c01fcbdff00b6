import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** An X display of its own with a clipboard, and what other programs do with it. */
export type XClipboard = {
  readonly env: Readonly<Record<string, string>>
  read(): Promise<string>
  /** Another program copies this, or a clipboard manager takes it over; it has it when this settles. */
  own(text: string): Promise<void>
  /** Processes on this display that were started with this switch. */
  processesWith(argument: string): Promise<number>
  end(): void
}

/** What is missing to run one; null where all is there. */
export async function missingForXClipboard(): Promise<string | null> {
  for (const program of ['Xvfb', 'xclip']) {
    const found = await run('which', [program]).catch(() => null)
    if (found === null) return program
  }
  return null
}

export async function startXClipboard(): Promise<XClipboard> {
  // Without -noreset it begins anew whenever the last program leaves, and takes down who just comes.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const env = { DISPLAY: `:${await firstLine(server)}` }
  const options = { env: { ...process.env, ...env } }
  const owners: ChildProcess[] = []
  const read = async (): Promise<string> =>
    run('xclip', ['-o', '-selection', 'clipboard'], { ...options, timeout: 5000 }).then(
      ({ stdout }) => stdout,
      () => ''
    )
  return {
    env,
    read,
    async own(text) {
      const owner = spawn('xclip', ['-quiet', '-selection', 'clipboard'], {
        ...options,
        stdio: ['pipe', 'ignore', 'pipe']
      })
      owners.push(owner)
      owner.stdin?.end(text)
      // It says that it waits for requests once the selection is its own.
      await new Promise((resolve) => owner.stderr?.once('data', resolve))
    },
    processesWith: (argument) => countProcesses(argument, `DISPLAY=${env.DISPLAY}`),
    end() {
      for (const owner of owners) owner.kill()
      server.kill()
    }
  }
}

async function countProcesses(argument: string, variable: string): Promise<number> {
  const has = async (pid: string, file: string, text: string): Promise<boolean> =>
    (await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')).split('\0').includes(text)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => (await has(pid, 'cmdline', argument)) && (await has(pid, 'environ', variable)))
  )
  return found.filter(Boolean).length
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.once('exit', () => reject(new Error('the display does not start')))
    server.stdio[3]?.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      if (text.includes('\n')) resolve(text.trim())
    })
  })
}
