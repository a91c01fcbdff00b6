import { ageImporter } from './age/age-format.ts'
import { bitwardenJson } from './bitwarden/bitwarden-json.ts'
import { cofferVault } from './coffer/coffer-vault.ts'
import { anyCsv } from './csv/any-csv.ts'
import { bitwardenCsv } from './csv/bitwarden.ts'
import { firefoxCsv } from './csv/firefox.ts'
import { keepassxcCsv } from './csv/keepassxc.ts'
import { lastpassCsv } from './csv/lastpass.ts'
import { nordpassCsv } from './csv/nordpass.ts'
import { onePasswordCsv } from './csv/one-password.ts'
import { protonCsv } from './csv/proton.ts'
import { appleCsv, chromeCsv } from './csv/simple-formats.ts'
import { cxfImporter } from './cxf/cxf-importer.ts'
import { dashlaneImporter } from './dashlane/dashlane-importer.ts'
import { enpassImporter } from './enpass/enpass-importer.ts'
import type { Importer } from './importer.ts'
import { jsonImporter } from './json/read-json.ts'
import { kdbxImporter } from './kdbx/kdbx-importer.ts'
import { keePassXmlImporter } from './keepass-xml/keepass-xml-importer.ts'
import { onepuxImporter } from './onepux/onepux-importer.ts'
import { passImporter } from './pass-store/pass-importer.ts'
import { protonImporter } from './proton/proton-importer.ts'

/** In the order in which they are asked: the particular before the general. */
const OPEN: readonly Importer[] = [
  kdbxImporter,
  keePassXmlImporter,
  onepuxImporter,
  passImporter(),
  protonImporter,
  cxfImporter,
  dashlaneImporter,
  enpassImporter,
  jsonImporter,
  bitwardenJson,
  firefoxCsv,
  lastpassCsv,
  bitwardenCsv,
  nordpassCsv,
  protonCsv,
  onePasswordCsv,
  keepassxcCsv,
  appleCsv,
  chromeCsv,
  anyCsv
]

/** Every format that can be read; what is sealed with age may hold any of the others. */
export const IMPORTERS: readonly Importer[] = [cofferVault, ageImporter(OPEN), ...OPEN]
