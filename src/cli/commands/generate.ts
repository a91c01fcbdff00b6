import { type Command, Option } from 'commander'
import { VaultError } from '../../core/errors.ts'
import { type GenerateRequest, generateSecret } from '../generate-secret.ts'
import { collect, wholeNumber } from '../option-values.ts'
import { print } from '../output.ts'

type Flags = {
  list: 'eff-large' | 'eff-short-1' | 'eff-short-2' | 'de'
  words: number
  separator: 'space' | 'hyphen' | 'dot' | 'underscore' | 'none'
  capitals?: boolean
  digit?: boolean
  dice?: readonly string[]
  length: number
  symbols: boolean
  digits: boolean
  upper: boolean
  lower: boolean
  lookAlikes?: boolean
  json?: boolean
}

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .argument('[kind]', 'passphrase, password or pin', 'passphrase')
    .description('make a secret and print it, with its exact strength; needs no vault')
    .addOption(
      new Option('--list <list>', 'word list')
        .choices(['eff-large', 'eff-short-1', 'eff-short-2', 'de'])
        .default('eff-large')
    )
    .option('--words <n>', 'words of a passphrase, 4 to 12', wholeNumber, 6)
    .addOption(
      new Option('--separator <kind>', 'between words')
        .choices(['space', 'hyphen', 'dot', 'underscore', 'none'])
        .default('space')
    )
    .option('--capitals', 'capital first letters')
    .option('--digit', 'one digit after one of the words')
    .option('--dice <rolls>', 'your own rolls for the next word, such as 41523; once a word', collect)
    .option('--length <n>', 'characters of a password, or digits of a pin', wholeNumber)
    .option('--no-symbols', 'no symbols')
    .option('--no-digits', 'no digits')
    .option('--no-upper', 'no capital letters')
    .option('--no-lower', 'no small letters')
    .option('--look-alikes', 'allow characters that look alike, such as l and 1')
    .option('--json', 'answer in JSON')
    .action(generate)
}

async function generate(kind: string, flags: Flags): Promise<void> {
  const { text, bits } = await generateSecret(requestOf(kind, flags))
  print({ json: { text, bits }, text }, flags.json ?? false)
  if (!flags.json) process.stderr.write(`${bits.toFixed(1)} bits\n`)
}

function requestOf(kind: string, flags: Flags): GenerateRequest {
  if (kind === 'password') {
    const { length, lower, upper, digits, symbols, lookAlikes = false } = flags
    return { kind: 'characters', options: { length: length ?? 20, lower, upper, digits, symbols, lookAlikes } }
  }
  if (kind === 'pin') return { kind: 'pin', digits: flags.length ?? 6 }
  if (kind !== 'passphrase') throw new VaultError('BAD_REQUEST')
  const { list, words, separator, capitals = false, digit = false, dice } = flags
  const options = { list, words: dice?.length ?? words, separator, capitals, digit }
  return dice === undefined
    ? { kind: 'passphrase', options }
    : { kind: 'rolls', options, rolls: dice.map((word) => [...word].map(Number)) }
}
