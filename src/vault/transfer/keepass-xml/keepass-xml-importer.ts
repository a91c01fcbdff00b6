import { startOfText } from '../foreign-text.ts'
import type { Importer } from '../importer.ts'
import { documentItems } from '../kdbx/document-items.ts'
import { readKeePassXml } from '../kdbx/read-keepass-xml.ts'
import { createPace } from '../pace.ts'

/** The XML that KeePass 2 and KeePassXC export, in the clear. */
export const keePassXmlImporter: Importer = {
  format: 'keepass-xml',
  recognises: ({ bytes }) =>
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)?<KeePassFile[\s>]/.test(startOfText(bytes, 4096)),
  async read({ bytes }, work) {
    const pace = createPace(work)
    const document = await readKeePassXml(bytes, null, pace)
    return documentItems(document, { binaryOf: (ref) => document.binaries.get(ref), book: work.book, pace })
  }
}
