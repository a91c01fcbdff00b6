import { VaultError } from '../../core/errors.ts'
import type { ExportFormat, ExportSeal } from '../../shared/export-views.ts'
import { newMasterPassword } from '../keys/master-password.ts'
import type { DeriveKey } from '../kdf/derive-key.ts'
import { writeAge } from './age/age-format.ts'
import { checkRecipients } from './age/seal-age.ts'
import { writeSealedBitwarden } from './bitwarden/seal-bitwarden.ts'
import { writeBitwarden } from './bitwarden/write-bitwarden.ts'
import { writeCsv } from './csv/write-csv.ts'
import { cxfExporter } from './cxf/cxf-exporter.ts'
import type { Exporter } from './exporter.ts'
import { writeJson } from './json/write-json.ts'
import { asForeign, kdbxExporter } from './kdbx/kdbx-exporter.ts'

type Make = (seal: ExportSeal, deriveKey: DeriveKey) => Exporter

const EXPORTERS: Readonly<Record<ExportFormat, Make>> = {
  age: (seal) => writeAge(ageAudience(seal), seal.armor === true ? { armor: true } : {}),
  json: () => writeJson,
  bitwarden: () => writeBitwarden,
  'bitwarden-sealed': (seal, deriveKey) => writeSealedBitwarden(newPassword(seal), deriveKey),
  csv: () => writeCsv('exact'),
  'csv-safe': () => writeCsv('safe'),
  kdbx: (seal, deriveKey) => kdbxExporter({ password: newPassword(seal) }, { argon2: asForeign(deriveKey) }),
  cxf: () => cxfExporter
}

/** Before anything is read or asked: PASSWORD_TOO_SHORT, BAD_RECIPIENT, BAD_REQUEST when nothing seals what must be. */
export function exporterFor(format: ExportFormat, seal: ExportSeal, deriveKey: DeriveKey): Exporter {
  return EXPORTERS[format](seal, deriveKey)
}

function ageAudience(seal: ExportSeal) {
  const { password, recipients = [] } = seal
  if (recipients.length === 0) return { passphrase: newPassword(seal) }
  // The format allows a passphrase only by itself.
  if (password !== undefined) throw new VaultError('BAD_REQUEST')
  checkRecipients(recipients)
  return { recipients }
}

/** All of a vault lies behind it, so it is as long as a master password. */
function newPassword({ password }: ExportSeal): string {
  if (password === undefined) throw new VaultError('BAD_REQUEST')
  newMasterPassword(password)[Symbol.dispose]()
  return password
}
