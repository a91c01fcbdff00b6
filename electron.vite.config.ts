import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Loaded at run time: native code cannot be bundled, and a missing optional package must not break the build. */
const NATIVE = ['@node-rs/argon2', 'keytar']

/** Flat: files beside each other find one another, and word lists two folders up, by `import.meta.url`. */
const flat = { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' }

export default defineConfig({
  main: {
    build: {
      target: 'node24',
      externalizeDeps: {
        include: NATIVE,
        exclude: [
          '@noble/ciphers',
          '@noble/curves',
          '@noble/hashes',
          '@scure/bip39',
          '@zxcvbn-ts/core',
          '@zxcvbn-ts/language-common',
          '@zxcvbn-ts/language-de',
          '@zxcvbn-ts/language-en',
          'commander',
          'hash-wasm',
          'otpauth',
          'valibot'
        ]
      },
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'vault-process': 'src/vault/process.ts',
          'keychain-process': 'src/main/platform/keychain-process.ts',
          'kdf-worker': 'src/vault/kdf/kdf-worker.ts',
          'strength-worker': 'src/vault/strength/strength-worker.ts'
        },
        output: flat,
        // What a command loads late, to need less memory, the vault process has from the start.
        checks: { ineffectiveDynamicImport: false }
      }
    }
  },
  preload: {
    build: {
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload is one CommonJS file: it can require nothing but electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome140',
      minify: true,
      // Everything by its own address: what the page may load is a list of files.
      assetsInlineLimit: 0,
      // Read from the disk, not over a network.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } }
    }
  }
})
