export const ui = {
  concealed: 'concealed',
  reveal: (name: string) => `Reveal ${name}`,
  hide: (name: string) => `Hide ${name}`,
  seconds: (seconds: number) => `${seconds} s`,
  fewer: (name: string) => `${name}: fewer`,
  more: (name: string) => `${name}: more`,
  removeTag: (tag: string) => `Remove tag ${tag}`,
  cancel: 'Cancel',
  close: 'Close',
  messages: 'Messages',
  strength: { 1: 'Weak', 2: 'Fair', 3: 'Strong', 4: 'Excellent' },
  /** Keys whose name differs by language; all others are their own name. */
  keys: { Ctrl: 'Ctrl', Shift: 'Shift', Del: 'Del', Enter: '↵', Up: '↑', Down: '↓', Plus: '+' }
}

export type UiTexts = typeof ui
