import { number } from './number.ts'

/** The check against known breaches, its setting, and the requests that it can make. */
const count = (passwords: number): string => (passwords === 1 ? '1 password' : `${number(passwords)} passwords`)

export const breaches = {
  name: 'Known breaches',
  never: 'Not checked yet.',
  checked: (when: string, online: boolean) => `Last checked ${when}, ${online ? 'online' : 'in a downloaded list'}.`,
  unchecked: (passwords: number) => `${count(passwords)} changed or not reached since.`,
  check: 'Check against known breaches…',
  seen: (atLeast: number) =>
    atLeast < 10 ? 'Seen a few times in known breaches' : `Seen ${number(atLeast)} times or more`,
  change: 'Change…',
  changeOf: (title: string) => `Change the password of ${title}…`,
  title: 'Check against known breaches',
  lead: (passwords: number) =>
    `Attackers try first what has leaked before. Coffer opens ${count(passwords)} for this, one at a time, and keeps only which of them were found.`,
  file: 'In a downloaded list',
  fileText:
    'The Pwned Passwords list, sorted by hash, as its official downloader writes it: one file, or a folder of ranges. Nothing leaves this computer.',
  chooseFile: 'Choose a file…',
  chooseFolder: 'Choose a folder…',
  online: 'Online',
  onlineText: (requests: number) =>
    `One request for each different password, ${number(requests)} at most, to Have I Been Pwned. Each sends five digits of a hash, never a password.`,
  onlineOff: 'Switched off, as Coffer comes. What it would send stands in the settings, under Network.',
  ask: 'Ask online',
  toSettings: 'Open the settings',
  reading: 'Looking for the passwords in the list',
  asking: 'Asking, one range after the other',
  none: 'There is no password to look for.',
  readOnly: 'This vault is read-only here, so what is found could not be kept.',
  foundNone: (passwords: number) => `None of ${count(passwords)} is known from a breach.`,
  found: (found: number, passwords: number) =>
    `${number(found)} of ${count(passwords)} ${found === 1 ? 'is' : 'are'} known from breaches. Change ${found === 1 ? 'it' : 'them'} first: they are what attackers try.`,
  stopped: 'Stopped.',
  left: (passwords: number) =>
    `${count(passwords)} ${passwords === 1 ? 'was' : 'were'} not looked for; what was found is kept.`,
  setting: {
    name: 'Ask online about known breaches',
    why: 'Off, because Coffer makes no request unless you want it. On, a check that you start on the Health page asks Have I Been Pwned, one request for each password: the first five of forty digits of its SHA-1 hash, which hundreds of leaked passwords share, and padding hides the length of the answer. Never the password or the whole hash; the service sees your network address.'
  },
  requests: {
    name: 'Requests to the network',
    off: 'Coffer makes none: no account, no update check, no telemetry. “Open website” hands the address to your browser, after asking.',
    on: 'Only those of a breach check, while one runs that you have started: no account, no update check, no telemetry. “Open website” hands the address to your browser, after asking.',
    none: 'None',
    some: 'Breach check'
  },
  about: {
    name: 'Every request that Coffer can make',
    one: (method: string, url: string, headers: string) =>
      `${method} ${url}, where the last five are the first digits of a hash. It carries ${headers}, no cookie and nothing else of yours. It is made by a breach check alone, which you start. There is no other.`,
    off: 'Switched off',
    on: 'Switched on'
  }
}

export type BreachTexts = typeof breaches
