import type { ExportFormat } from '../../../shared/export-views.ts'
import { LOSS_SENTENCES } from '../../../shared/english-losses.ts'

type FormatTexts = {
  readonly name: string
  /** One honest sentence. */
  readonly about: string
  readonly loses: string
}

const formats: Readonly<Record<ExportFormat, FormatTexts>> = {
  age: {
    name: 'age file',
    about: 'Encrypted, and complete: opens anywhere with the free age tool, without Coffer.',
    loses: 'Carries everything.'
  },
  kdbx: {
    name: 'KDBX 4',
    about: 'Encrypted with a password: for KeePassXC, KeePass and their relatives.',
    loses: 'Types, sections and kinds of fields, which other programs show as plain fields.'
  },
  'bitwarden-sealed': {
    name: 'Bitwarden, with a password',
    about: 'Encrypted: for Bitwarden and what reads its exports.',
    loses: 'No attachments; older values of passwords only; one tag becomes the folder.'
  },
  bitwarden: {
    name: 'Bitwarden',
    about: 'Not encrypted. For programs that read Bitwarden’s JSON but not its encrypted form.',
    loses: 'No attachments; older values of passwords only; one tag becomes the folder.'
  },
  csv: {
    name: 'CSV, exact',
    about: 'Not encrypted. For other password managers: every one reads it.',
    loses: 'No attachments, older values or dates; nothing from the trash; further fields go into the notes.'
  },
  'csv-safe': {
    name: 'CSV for spreadsheets',
    about: 'Not encrypted. For looking at, not for importing: cells that begin like a formula get an apostrophe.',
    loses: 'As the exact CSV, and some values are changed.'
  },
  cxf: {
    name: 'FIDO CXF',
    about: 'Not encrypted. The format in which password managers hand credentials over to one another.',
    loses: 'No older values; what it has no credential type for goes along as further fields.'
  },
  json: {
    name: 'JSON',
    about: 'Not encrypted, and complete: documented, for scripts and programs of your own.',
    loses: 'Carries everything.'
  }
}

export const exports = {
  title: 'Export for other programs',
  lead: 'To keep a copy of the vault itself, export an encrypted backup instead.',
  format: 'Format',
  formats,
  seal: 'Open it with',
  passphrase: 'a passphrase',
  keys: 'the keys of others',
  filePassword: 'Password of the file',
  recipients: 'age keys, one a line (age1…)',
  armor: 'As lines of text, for mail and chat',
  warning: 'Whoever can read this file has every password in it. Remove it as soon as it has done its work.',
  masterPassword: 'Master password, once more',
  action: 'Export…',
  exporting: 'Writing the export and reading it back',
  done: 'The export is written',
  written: (items: number, name: string) => `${items === 1 ? '1 item' : `${items} items`} in ${name}`,
  nothingLost: 'Nothing is lost.',
  lost: 'What the format could not carry',
  losses: LOSS_SENTENCES,
  damaged: 'Damaged attachments, left out',
  damagedOf: (attachment: string, item: string) => `${attachment} of ${item}`,
  settings: {
    title: 'Import and export',
    name: 'Export for other programs',
    why: 'You can leave at any time: nothing in the vault is locked in.'
  }
}

export type ExportsTexts = typeof exports
