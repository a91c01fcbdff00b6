import { parentPort } from 'node:worker_threads'
import type { KdfAnswer, KdfRequest } from './kdf-message.ts'
import { loadNative } from './native.ts'
import { wasmArgon2 } from './wasm.ts'

/** Entry of the worker thread: one request, one answer. Loading happens before, while a password is still being typed. */
const argon2 = loadNative().then((native) => native ?? wasmArgon2)

parentPort?.once('message', (request: KdfRequest) => void serve(request))

async function serve({ password, params }: KdfRequest): Promise<void> {
  try {
    const derived = await (await argon2)(password, params)
    // Small arrays live in V8's own heap, and stay there when their buffer is moved; an ArrayBuffer does not.
    const tag = new Uint8Array(new ArrayBuffer(derived.length))
    tag.set(derived)
    derived.fill(0)
    send({ tag }, [tag.buffer])
  } catch (error) {
    // A name like RangeError says enough; a message could hold anything.
    send({ reason: error instanceof Error ? error.name : 'UNKNOWN' }, [])
  } finally {
    password.fill(0)
  }
}

function send(message: KdfAnswer, moved: ArrayBuffer[]): void {
  parentPort?.postMessage(message, moved)
}
