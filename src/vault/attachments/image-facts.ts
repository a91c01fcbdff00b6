/** What the bytes say that an image is; names and media types are anybody's word. */
export type ImageFacts = { readonly mediaType: ImageType; readonly width: number; readonly height: number }

export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

type Reader = (view: DataView, bytes: Uint8Array) => Omit<ImageFacts, 'mediaType'> | null

/**
 * Reads the head of a PNG, JPEG, GIF or WebP: kind and pixels, without decoding anything. Null for what is none of them
 * and for a head that does not hold together. SVG is a document with scripts and links, and is not among them.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  if (bytes.length < 30) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const [mediaType, magic, read] of KINDS) {
    if (!magic.every((byte, place) => byte === null || bytes[place] === byte)) continue
    const size = read(view, bytes)
    return size === null || size.width === 0 || size.height === 0 ? null : { mediaType, ...size }
  }
  return null
}

const png: Reader = (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })
const gif: Reader = (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) })

/** Segments up to the one that starts the frame, which has the size. ITU T.81, annex B. */
const jpeg: Reader = (view) => {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** The three forms of a WebP: extended, lossless, lossy. RFC 9649. */
const webp: Reader = (view, bytes) => {
  const form = String.fromCharCode(...bytes.subarray(12, 16))
  if (form === 'VP8X') return { width: 1 + u24(view, 24), height: 1 + u24(view, 27) }
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return form === 'VP8 '
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : null
}

const u24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const ANY = [null, null, null, null] as const

const KINDS: readonly (readonly [ImageType, readonly (number | null)[], Reader])[] = [
  ['image/png', [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a], png],
  ['image/jpeg', [0xff, 0xd8, 0xff], jpeg],
  ['image/gif', ascii('GIF8'), gif],
  ['image/webp', [...ascii('RIFF'), ...ANY, ...ascii('WEBP')], webp]
]
