import { defineConfig } from 'vite'

/** What runs in plain Node: the command line, and with `--mode bench` the measurements. */
export default defineConfig(({ mode }) => ({
  ssr: { noExternal: true, external: ['@node-rs/argon2'] },
  build: {
    ssr: true,
    // `using` is newer than Node 20; the compiler lowers it.
    target: 'node20',
    outDir: mode === 'bench' ? 'out/bench' : 'out/cli',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: mode === 'bench' ? 'bench/main.ts' : 'src/cli/main.ts',
        'kdf-worker': 'src/vault/kdf/kdf-worker.ts'
      },
      // Flat: files beside each other find one another, and word lists two folders up, by `import.meta.url`.
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' }
    }
  }
}))
