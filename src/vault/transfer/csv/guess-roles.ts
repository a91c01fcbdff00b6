import { columnName } from './cells.ts'
import { type CsvRole, soundsSecret } from './roles.ts'

/** Words for a column, in the languages that exports are written in, the likely before the far-fetched. */
const WORDS: readonly (readonly [role: CsvRole, words: readonly string[]])[] = [
  ['title', ['title', 'name', 'item', 'entry', 'account', 'titel', 'bezeichnung', 'titre', 'nom', 'nombre']],
  ['username', ['username', 'user name', 'user', 'login', 'login name', 'login_username', 'benutzername', 'benutzer']],
  ['password', ['password', 'pass', 'pwd', 'login_password', 'passwort', 'kennwort', 'mot de passe', 'contraseña']],
  ['url', ['url', 'uri', 'website', 'web site', 'web', 'address', 'site', 'link', 'login_uri', 'webseite', 'adresse']],
  ['otp', ['otp', 'totp', 'otpauth', 'login_totp', 'one-time password', '2fa', 'otpsecret', 'otpurl']],
  ['notes', ['notes', 'note', 'comment', 'comments', 'extra', 'description', 'notiz', 'notizen', 'bemerkung']],
  ['email', ['email', 'e-mail', 'mail']],
  ['folder', ['folder', 'group', 'grouping', 'category', 'vault', 'path', 'ordner', 'gruppe', 'kategorie']],
  ['tags', ['tags', 'labels', 'tag']],
  ['favorite', ['favorite', 'favourite', 'fav', 'starred', 'favorit']],
  ['created', ['created', 'created at', 'createtime', 'timecreated', 'creation date', 'erstellt']],
  ['changed', ['changed', 'modified', 'last modified', 'updated', 'modifytime', 'timepasswordchanged', 'geändert']]
]

/** Each role but those of fields is given once, to the likeliest column; what is not known becomes a field. */
export function guessRoles(header: readonly string[]): readonly CsvRole[] {
  const names = header.map(columnName)
  const roles = names.map((name): CsvRole => (soundsSecret(name) ? 'concealed' : 'text'))
  const given = new Set<number>()
  for (const [role, words] of WORDS) {
    const column = words.map((word) => names.indexOf(word)).find((at) => at !== -1 && !given.has(at))
    if (column === undefined) continue
    given.add(column)
    roles[column] = role
  }
  return roles
}
