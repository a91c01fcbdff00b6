import type { Handlers } from '../../shared/api.ts'

/**
 * Hands the image on the clipboard to the page, which decodes it: decoders of pictures are where hostile files win, and
 * the page is the process that may lose. What the picture says is read in the vault process.
 */
export function codeHandlers(clipboardImage: () => Promise<Buffer | null>): Handlers<'code.clipboardImage'> {
  return {
    'code.clipboardImage': async () => {
      const image = await clipboardImage()
      return image === null ? null : { data: image.toString('base64') }
    }
  }
}
