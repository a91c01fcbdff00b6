/** What the keys of a shortcut are called in the user's language; a letter is its own name. */
export type KeyNames = Readonly<Record<string, string>>

/** `Ctrl+Shift+U` in parts, in the reader's words. A `+` at the end is the key itself. */
export function keyParts(keys: string, names: KeyNames): readonly string[] {
  return keys
    .replace(/\+\+$/, '+Plus')
    .split('+')
    .map((part) => names[part] ?? part)
}

export const keyText = (keys: string, names: KeyNames, joint = ' '): string => keyParts(keys, names).join(joint)
