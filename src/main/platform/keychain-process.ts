import * as v from 'valibot'
import { type KeychainAnswer, keychainQuestion, type KeychainQuestion } from './keychain-messages.ts'
import { loadKeytar } from './keytar.ts'

/**
 * A process that does nothing but ask the keychain. keytar blocks a thread of the pool until the system answers, which a
 * prompt that nobody sees never does: in the app itself four of these would stop every file, and one keeps it from
 * ending. This process can be killed.
 */

/** A utility process of Electron's, or a child of Node's: the command line has no Electron. */
type ParentPort = {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort !== undefined) {
  parentPort.on('message', ({ data }) => void answer(data, (reply) => parentPort.postMessage(reply)))
} else {
  process.on('message', (data) => void answer(data, (reply) => process.send?.(reply)))
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}

async function answer(data: unknown, reply: (answer: KeychainAnswer) => void): Promise<void> {
  const parsed = v.safeParse(keychainQuestion, data)
  if (!parsed.success) return
  const { id } = parsed.output
  await ask(parsed.output).then(
    (value) => reply({ id, ok: true, value }),
    (error: unknown) => reply({ id, ok: false, why: error instanceof Error ? error.message : '' })
  )
}

async function ask(question: KeychainQuestion): Promise<string | boolean | null> {
  const keytar = await loadKeytar()
  const { service, account } = question
  if (question.ask === 'getPassword') return keytar.getPassword(service, account)
  if (question.ask === 'deletePassword') return keytar.deletePassword(service, account)
  await keytar.setPassword(service, account, question.password)
  return null
}
