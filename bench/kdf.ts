import { execFileSync } from 'node:child_process'
import { passwordBytes } from '../src/core/crypto/kdf-params.ts'
import { startKdf } from '../src/vault/kdf/derive-key.ts'
import { wasmArgon2 } from '../src/vault/kdf/wasm.ts'
import { type Contestant, interleave, median, ratio, type Row, type Times, told } from './measure.ts'

const NUMBERS = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 }

/** Argon2id as the app runs it against Debian's `argon2` with the same numbers. */
export async function benchKdf(): Promise<Row[]> {
  const kdf = startKdf()
  const salt = new Uint8Array(16).fill(7)
  const contestants: Contestant[] = [
    {
      name: 'ours',
      run: async () => {
        using password = passwordBytes('correct horse battery staple')
        using _root = await kdf.deriveKey(password, { ...NUMBERS, salt })
      }
    }
  ]
  if (hasArgon2()) contestants.push({ name: 'debian', run: debianArgon2 })
  const [ours, debian] = await interleave(contestants, 5)
  await kdf.close()
  return [againstDebian(ours, debian), await fallbackRow(ours?.median ?? Number.NaN)]
}

function againstDebian(ours: Times | undefined, debian: Times | undefined): Row {
  const what = `Argon2id 256 MiB × 3 × 4 (${ours?.median.toFixed(0)} ms)`
  if (debian === undefined) return told(`${what}; Debian's argon2 is not installed`, '')
  const value = (ours?.median ?? Number.NaN) / debian.median
  return ratio(value, 2, `${what}, against Debian's argon2 (${debian.median.toFixed(0)} ms)`)
}

/** Whoever is as patient with the slower one gets by with smaller numbers: each doubling is a bit for the attacker. */
async function fallbackRow(native: number): Promise<Row> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const begun = performance.now()
    await wasmArgon2(new Uint8Array(28).fill(1), { ...NUMBERS, salt: new Uint8Array(16).fill(7) })
    times.push(performance.now() - begun)
  }
  const slower = median(times)
  const what = `the same in WebAssembly, where the native one does not load (${slower.toFixed(0)} ms): strength lost`
  return told(what, `${Math.log2(slower / native).toFixed(1)} bits`)
}

function debianArgon2(): void {
  execFileSync(
    'argon2',
    ['saltsaltsaltsalt', '-id', '-t', '3', '-k', String(NUMBERS.memoryKiB), '-p', '4', '-l', '32', '-r'],
    {
      input: 'correct horse battery staple'
    }
  )
}

function hasArgon2(): boolean {
  try {
    execFileSync('argon2', ['-h'], { stdio: 'ignore' })
    return true
  } catch (error) {
    return (
      error instanceof Error &&
      'status' in error &&
      error.status !== null &&
      !('code' in error && error.code === 'ENOENT')
    )
  }
}
