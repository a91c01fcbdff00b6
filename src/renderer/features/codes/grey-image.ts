import type { Input } from '../../../shared/api.ts'

/** As much as the vault process takes; a code that fills a screen is still larger than needed. */
const MOST_SIDE = 1600

/**
 * An image in grey, scaled down. It is decoded here because this process is sandboxed and decoders of pictures are where
 * hostile files win; the pixels are given up as soon as they are handed on. Throws when it is no image.
 */
export async function greyImage(image: Blob): Promise<Input<'code.find'>> {
  const bitmap = await createImageBitmap(image)
  try {
    const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height))
    const width = Math.max(1, Math.round(bitmap.width * scale))
    const height = Math.max(1, Math.round(bitmap.height * scale))
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (context === null) throw new TypeError('no canvas')
    // What is transparent is paper.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(bitmap, 0, 0, width, height)
    return { width, height, pixels: toBase64(grey(context.getImageData(0, 0, width, height).data)) }
  } finally {
    bitmap.close()
  }
}

/** ITU-R BT.601. */
function grey(rgba: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array(rgba.length / 4)
  for (let at = 0; at < pixels.length; at++) {
    const from = at * 4
    pixels[at] = 0.299 * (rgba[from] ?? 0) + 0.587 * (rgba[from + 1] ?? 0) + 0.114 * (rgba[from + 2] ?? 0)
  }
  rgba.fill(0)
  return pixels
}

const PIECE = 0x8000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}
