import { useMemo } from 'react'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import type { Saver } from '../editor/saver.ts'
import { Said } from '../shell/said.tsx'
import { greyImage } from './grey-image.ts'

export type ScanCode = {
  fromFile(): void
  fromClipboard(): void
  /** An image that was pasted or dropped. */
  take(image: Blob): void
}

type Target = { readonly saver: Saver; readonly field: string; onError(error: unknown): void }

const MOST_BYTES = 16 * 2 ** 20

/** Fills the field from a QR code. The secret goes from the pixels into the vault; here, only its name is ever seen. */
export function useScanCode({ saver, field, onError }: Target): ScanCode {
  const t = useTexts()
  const toast = useToast()
  return useMemo(() => {
    const say = (text: string) => toast.show({ text })
    const take = async (image: Blob) => {
      const grey = image.size > MOST_BYTES ? null : await greyImage(image).catch(() => null)
      if (grey === null) return say(t.codes.notAnImage)
      const code = await call('code.find', grey)
      if (code === null) return say(t.codes.none)
      const name = code.issuer || code.account || t.codes.aCode
      const item = await saver.ensure(name)
      if (item === null) return
      await call('code.put', { item, field, found: code.found })
      await saver.refresh()
      toast.show({ text: <Said parts={t.codes.read(name)} /> })
    }
    const run = (work: Promise<void>) => void work.catch(onError)
    return {
      take: (image) => run(take(image)),
      fromFile: () => chooseImage((image) => run(take(image))),
      fromClipboard: () =>
        run(
          call('code.clipboardImage', undefined).then(async (image) =>
            image === null ? say(t.codes.noImage) : take(blobOf(image.data))
          )
        )
    }
  }, [saver, field, onError, t, toast])
}

/** Chromium's own dialog: the bytes come here and no path is learned. */
function chooseImage(onImage: (image: Blob) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.addEventListener('change', () => {
    const [image] = input.files ?? []
    if (image !== undefined) onImage(image)
  })
  input.click()
}

const blobOf = (base64: string): Blob => new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])
