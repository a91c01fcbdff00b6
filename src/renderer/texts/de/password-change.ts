import type { PasswordChangeTexts } from '../en/password-change.ts'

export const passwordChange: PasswordChangeTexts = {
  change: (label) => `${label} ändern …`,
  title: (label) => `${label} ändern`,
  lead: 'Das neue steht zunächst neben dem alten. Ändern Sie es auf der Website und sagen Sie hier, ob es angenommen wurde.',
  how: 'Woher das neue kommt',
  made: 'Erzeugt',
  own: 'Mein eigenes',
  newOne: 'Neues Passwort',
  use: 'Neben das alte stellen',
  newOf: (label) => `${label} (neu)`,
  both: 'Beide bleiben, bis Sie es sagen.',
  old: 'Alt, noch auf der Website',
  copy: 'Kopieren',
  confirm: 'Die Website hat das neue',
  drop: 'Beim alten bleiben',
  begun: (title) => [title, ' hat ein neues Passwort neben dem alten'],
  confirmed: (title) => [title, ' hat sein neues Passwort'],
  dropped: (title) => [title, ' behält sein altes Passwort. Das neue liegt im Generator']
}
