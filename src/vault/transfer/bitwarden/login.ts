import { arrayMember, type ForeignObject, member, textMember } from '../foreign-json.ts'
import type { History, NewItem } from '../new-item.ts'
import { isFilledUri, LOGIN_LISTS, strayLists } from './count-fields.ts'
import { hasContent, shown, spoken } from './shape.ts'

const KNOWN = new Set(['username', 'password', 'totp', 'uris', 'fido2Credentials'])

/** The login of an item. Returns whether there was a password to which `history` could belong. */
export function putLogin(item: NewItem, login: ForeignObject, history: History): boolean {
  const password = textMember(login, 'password')
  item.put('username', textMember(login, 'username'))
  item.put('password', password, history)
  item.put('otp', textMember(login, 'totp'))
  for (const uri of arrayMember(login, 'uris')) {
    if (isFilledUri(uri)) item.put('url', shown(member(uri, 'uri') ?? ''))
  }
  keepRest(item, login)
  return password !== ''
}

/** Passkeys are carried as they are; how an address is matched is the business of a browser's extension. */
function keepRest(item: NewItem, login: ForeignObject): void {
  for (const credential of arrayMember(login, 'fido2Credentials')) {
    if (hasContent(credential)) item.keep('fido2Credential', shown(credential), 'noPlaceForIt', { concealed: true })
  }
  for (const uri of arrayMember(login, 'uris')) {
    const match = member(uri, 'match')
    if (typeof match === 'number') item.keep('match', `${match}: ${textMember(uri, 'uri')}`, 'noPlaceForIt')
  }
  for (const name of ['username', 'password', 'totp']) {
    const value = member(login, name)
    if (typeof value !== 'string' && hasContent(value))
      item.keep(name, shown(value ?? null), 'unreadable', { concealed: true })
  }
  for (const [name, value] of Object.entries(login)) {
    if (!KNOWN.has(name) && hasContent(value))
      item.keep(spoken(name), shown(value), 'unknownField', { concealed: true })
  }
  for (const list of strayLists(login, LOGIN_LISTS)) item.refuse(list, 'unreadable')
}
