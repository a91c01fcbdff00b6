import { VaultError } from '../../../core/errors.ts'
import type { KeePassDocument } from './keepass-document.ts'
import { keePassXmlReader } from './keepass-xml.ts'
import type { ProtectedStream } from './protected-stream.ts'

const PIECE = 128 * 1024

/** Reads a document of bytes in pieces; `pace` is asked between them, and may end it. IMPORT_DAMAGED, IMPORT_REFUSED. */
export async function readKeePassXml(
  bytes: Uint8Array,
  stream: ProtectedStream | null,
  pace: (done: number, total: number) => Promise<void>
): Promise<KeePassDocument> {
  const reader = keePassXmlReader(stream)
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let start = 0; start < bytes.length; start += PIECE) {
    reader.write(decoded(decoder, bytes.subarray(start, start + PIECE)))
    await pace(start, bytes.length)
  }
  return reader.finish()
}

/** Some editors save what KeePass exported as UTF-16, with its mark. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw new VaultError('IMPORT_DAMAGED', { place: 'encoding' })
  }
}
