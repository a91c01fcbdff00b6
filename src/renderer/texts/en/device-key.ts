export const deviceKey = {
  name: 'Device key',
  why: 'A second key in the keychain of this computer. Whoever steals the vault file cannot even begin to guess the master password. The recovery phrase and backups do not need it.',
  add: 'Turn on…',
  replace: 'Replace…',
  print: 'Show to print…',
  remove: 'Turn off…',
  addTitle: 'Keep a second key in the keychain',
  addText:
    'From now on the vault opens only where this key is. Type the recovery phrase once more: if this computer is lost, it is the way in.',
  addAction: 'Turn it on',
  replaceTitle: 'Replace the device key',
  replaceText:
    'The vault gets a new device key, and everything in it is sealed anew. Other computers need the new one typed once.',
  replaceAction: 'Replace it',
  removeTitle: 'Turn the device key off',
  removeText: 'The master password alone opens the vault again, here and anywhere.',
  removeAction: 'Turn it off',
  printTitle: 'Show the device key',
  printText: 'To open the vault on another computer. It is worth as much as the keychain of this one.',
  printAction: 'Show it',
  sealing: 'Sealing the vault with the new key',
  noKeychain:
    'This computer has no keychain that Coffer can use, or it is locked. A second key would be lost at the next start, so it is not offered.',
  sheetTitle: 'The device key of this vault',
  sheetText:
    'It is in the keychain of this computer. Print it if you open the vault elsewhere too: there it is typed once, beside the master password.',
  sheetUse: 'Without the master password it opens nothing; keep the two apart.',
  qr: 'The device key as a QR code',
  printSheet: 'Print…',
  turnedOff: 'The device key is off',
  printed: {
    title: (vault: string) => `Device key for “${vault}”`,
    use: 'On another computer: unlock the vault there, and type this when Coffer asks for the device key.'
  },
  needed:
    'This vault needs its device key, and the keychain of this computer does not have it. Type it from the sheet.',
  typed: 'Device key'
}

export type DeviceKeyTexts = typeof deviceKey
