import { bitwardenJson } from './bitwarden/bitwarden-json.ts'
import { anyCsv } from './csv/any-csv.ts'
import { bitwardenCsv } from './csv/bitwarden.ts'
import { firefoxCsv } from './csv/firefox.ts'
import { keepassxcCsv } from './csv/keepassxc.ts'
import { lastpassCsv } from './csv/lastpass.ts'
import { nordpassCsv } from './csv/nordpass.ts'
import { onePasswordCsv } from './csv/one-password.ts'
import { protonCsv } from './csv/proton.ts'
import { appleCsv, chromeCsv } from './csv/simple-formats.ts'
import type { Importer } from './importer.ts'

/** Every format that can be read, in the order in which they are asked: the particular before the general. */
export const IMPORTERS: readonly Importer[] = [
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
