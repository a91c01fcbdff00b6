import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

const NATIVE = ['@node-rs/argon2', 'keytar']
const INPUTS: Record<string, Record<string, string>> = {
  cli: { main: 'src/cli/main.ts', 'kdf-worker': 'src/vault/kdf/kdf-worker.ts' },
  bench: { main: 'bench/main.ts', 'kdf-worker': 'src/vault/kdf/kdf-worker.ts' }
}

/** What runs on plain Node: `vite build --config vite.node.config.ts --mode cli`, or `bench`. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    // Node 20.19 has no `using`: it is lowered.
    target: 'node20.19',
    ssr: true,
    outDir: `out/${mode}`,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: INPUTS[mode] ?? {},
      external: [...NATIVE, ...builtinModules.flatMap((name) => [name, `node:${name}`])],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' }
    }
  }
}))
