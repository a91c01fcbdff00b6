import { installHostBase64 } from '../core/base64-host.ts'

export function bufferBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(text, 'base64')
  // Small Buffers are views of memory that they share.
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null
}

/** Node and Electron read base64 in machine code. */
export function installFastBase64(): void {
  installHostBase64(bufferBase64)
}
