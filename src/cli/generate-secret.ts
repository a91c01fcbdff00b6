import {
  type CharacterOptions,
  DEFAULT_CHARACTERS,
  generateCharacters,
  generatePin
} from '../core/generator/password.ts'
import { generatePassphrase, type PassphraseOptions, passphraseFromRolls } from '../core/generator/diceware.ts'
import { loadWordList } from '../vault/word-lists.ts'

export type GenerateRequest =
  | { readonly kind: 'passphrase'; readonly options: PassphraseOptions }
  | { readonly kind: 'rolls'; readonly options: PassphraseOptions; readonly rolls: readonly (readonly number[])[] }
  | { readonly kind: 'characters'; readonly options?: CharacterOptions }
  | { readonly kind: 'pin'; readonly digits: number }

/** A new secret and its exact strength. BAD_REQUEST when the options cannot be met, WORD_LIST_DAMAGED. */
export async function generateSecret(
  request: GenerateRequest
): Promise<{ readonly text: string; readonly bits: number }> {
  switch (request.kind) {
    case 'passphrase':
      return generatePassphrase(await loadWordList(request.options.list), request.options)
    case 'rolls':
      return passphraseFromRolls(await loadWordList(request.options.list), request.options, request.rolls)
    case 'characters':
      return generateCharacters(request.options ?? DEFAULT_CHARACTERS)
    case 'pin':
      return generatePin(request.digits)
  }
}
