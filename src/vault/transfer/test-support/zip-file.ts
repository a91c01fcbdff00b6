import { type Zippable, zipSync } from 'fflate'

/** An archive that another implementation packs; texts become UTF-8. */
export function zipFile(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of Object.entries(files))
    zippable[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return zipSync(zippable)
}
