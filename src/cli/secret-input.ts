import { createInterface } from 'node:readline'
import { VaultError } from '../core/errors.ts'
import { UsageError } from './usage-error.ts'

/**
 * Asks for secrets: without echo at a terminal, else line by line from standard input, in the order of the questions.
 * Nothing is ever taken from arguments or the environment, where other processes can read it.
 */
export type AskSecret = (question: string) => Promise<string>

export const askSecret: AskSecret = (question) => (process.stdin.isTTY ? readWithoutEcho(question) : nextLine(question))

/** A new password is asked for twice at a terminal, where a slip of the finger cannot be seen. */
export async function askNewSecret(question: string): Promise<string> {
  const first = await askSecret(question)
  if (!process.stdin.isTTY) return first
  if ((await askSecret(`${question} (again)`)) !== first) throw new UsageError('The two do not match.')
  return first
}

let lines: AsyncIterator<string> | undefined

async function nextLine(question: string): Promise<string> {
  lines ??= createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  const next = await lines.next()
  if (next.done === true) throw new UsageError(`Standard input ended before: ${question}.`)
  return next.value
}

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const CTRL_U = '\u0015'
const ERASE = new Set(['\u0008', '\u007f'])

function readWithoutEcho(question: string): Promise<string> {
  process.stderr.write(`${question}: `)
  const { stdin } = process
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const end = (settle: () => void) => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      process.stderr.write('\n')
      settle()
    }
    const take = (chunk: string): void => {
      for (const key of chunk) {
        if (key === CTRL_C) return end(() => reject(new VaultError('CANCELLED')))
        if (key === '\r' || key === '\n' || key === CTRL_D) return end(() => resolve(typed.join('')))
        if (ERASE.has(key)) typed.pop()
        else if (key === CTRL_U) typed = []
        else if (key >= ' ') typed.push(key)
      }
    }
    stdin.on('data', take)
  })
}

/** Lets the process end although standard input may still be open. */
export function closeInput(): void {
  process.stdin.destroy()
}
