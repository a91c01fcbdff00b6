/** New keys under the same master password. */
export const newKeys = {
  note: 'The vault file is written anew under a new key. Copies of it that were made before still open with what opened them.',
  steps: { password: 'Master password', phrase: 'New recovery phrase' },
  phrase: {
    row: 'Recovery phrase',
    why: 'If the sheet was lost or seen. The master password stays; the old words stop opening this vault.',
    button: 'New phrase…',
    title: 'New recovery phrase',
    heading: 'Make a new recovery phrase',
    lead: 'The old 24 words stop opening this vault. The master password stays as it is.',
    action: 'Make a new phrase',
    done: 'The vault has a new recovery phrase.'
  },
  cost: {
    button: 'Measure…',
    title: 'Cost of one guess',
    heading: 'Make each guess cost more',
    lead: 'A computer that has become faster can afford more, and so a thief has to. It is never lowered.',
    measuring: 'Measuring this computer',
    again: 'Measure again',
    takes: (kdf: string, seconds: string) => `${kdf}, ${seconds} s`,
    now: (now: string) => `Now: ${now} on this computer.`,
    could: (could: string) => `It can afford: ${could}. A new recovery phrase comes with it.`,
    enough: 'That is as much as this computer does in about a second. There is nothing to raise.',
    action: 'Raise it',
    done: 'Each guess costs more now.'
  }
}

export type NewKeysTexts = typeof newKeys
