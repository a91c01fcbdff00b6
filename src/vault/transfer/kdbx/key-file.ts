import { createHash } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { VaultError } from '../../../core/errors.ts'
import { equalBytes } from '../../../core/bytes.ts'
import { looksLikeKdbx } from './kdbx-header.ts'

/** Larger than any key file that a program makes; anything else may be a key file as it stands, by its hash. */
const MAX_XML = 64 * 1024
const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())

/**
 * The 32 bytes that a key file stands for: XML of version 1 and 2, 32 raw bytes, 64 hex digits, or any file by its
 * SHA-256. IMPORT_REFUSED { reason: 'keyFile' } for one that says it is a key file and contradicts itself.
 */
export function keyOfFile(file: Uint8Array): Uint8Array {
  if (file.length === 32) return Uint8Array.from(file)
  const text = file.length <= MAX_XML ? Buffer.from(file).toString('utf8') : ''
  if (/^[0-9a-f]{64}$/i.test(text)) return Uint8Array.from(Buffer.from(text, 'hex'))
  const xml = text.includes('<KeyFile') ? readKeyXml(text) : null
  if (looksLikeKdbx(file)) throw refused()
  return xml === null ? sha256(file) : keyOfXml(xml)
}

type KeyXml = { readonly version: string; readonly data: string; readonly hash: string }

function keyOfXml({ version, data, hash }: KeyXml): Uint8Array {
  const compact = data.replace(/\s+/g, '')
  if (version.startsWith('1.')) return whole(Buffer.from(compact, 'base64'))
  if (!version.startsWith('2.') || !/^[0-9a-f]{64}$/i.test(compact)) throw refused()
  const key = whole(Buffer.from(compact, 'hex'))
  if (!equalBytes(sha256(key).subarray(0, 4), Buffer.from(hash, 'hex'))) throw refused()
  return key
}

function whole(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 32) throw refused()
  return Uint8Array.from(bytes)
}

/** Null when it is no well-formed XML: then it is a file like any other. */
function readKeyXml(text: string): KeyXml | null {
  const found = { version: '', data: '', hash: '' }
  const path: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.join('/') === 'KeyFile/Key/Data') found.hash = attributes['Hash'] ?? ''
  })
  parser.on('text', (part) => {
    const place = path.join('/')
    if (place === 'KeyFile/Meta/Version') found.version += part.trim()
    if (place === 'KeyFile/Key/Data') found.data += part
  })
  parser.on('closetag', () => void path.pop())
  try {
    parser.write(text.replace(/^\ufeff/, '').trim()).close()
    return found
  } catch {
    return null
  }
}

const refused = (): VaultError => new VaultError('IMPORT_REFUSED', { reason: 'keyFile' })
