import { execFileSync } from 'node:child_process'
import { defineConfig } from 'vite'

const KDF_WORKER = { 'kdf-worker': 'src/vault/kdf/kdf-worker.ts' }

/** What runs in plain Node: the command line, with `--mode bench` the measurements, with `--mode evidence` the proof. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cli: { main: 'src/cli/main.ts', 'keychain-process': 'src/main/platform/keychain-process.ts', ...KDF_WORKER },
  bench: { main: 'bench/main.ts', ...KDF_WORKER },
  evidence: {
    main: 'evidence/main.ts',
    peers: 'evidence/peers.ts',
    saver: 'evidence/children/saver.ts',
    'vault-process': 'evidence/children/vault-process.ts',
    'two-writers': 'evidence/children/two-writers.ts',
    'small-disk': 'evidence/children/small-disk.ts',
    ...KDF_WORKER
  }
}

/** The commit, with a plus when the sources differ from it: what results are of. */
function builtFrom(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'evidence', ':!evidence/results', ':!evidence/corpus')
    return `${git('rev-parse', '--short=10', 'HEAD')}${changed === '' ? '' : '+'}`
  } catch {
    return 'unknown'
  }
}

export default defineConfig(({ mode }) => ({
  define: mode === 'evidence' ? { __BUILT_FROM__: JSON.stringify(builtFrom()) } : {},
  ssr: { noExternal: true, external: ['@node-rs/argon2', 'keytar'] },
  build: {
    ssr: true,
    // `using` is newer than Node 20; the compiler lowers it.
    target: 'node20',
    outDir: `out/${mode in INPUTS ? mode : 'cli'}`,
    emptyOutDir: true,
    rolldownOptions: {
      input: { ...(INPUTS[mode] ?? INPUTS['cli']) },
      // Flat: files beside each other find one another, and word lists two folders up, by `import.meta.url`.
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' }
    }
  }
}))
