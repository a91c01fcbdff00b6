// Who may import whom: the table of ARCHITECTURE.md as rules. scripts/layers.test.ts breaks each of them once and sees it
// reported. Imports of types count too: what a folder knows of another is a dependency, whether or not it runs.

const TESTS = '\\.test\\.tsx?$|/test-support/'
const OURS = '^(src|bench|e2e|evidence|scripts)/'
const PACKAGE = 'node_modules/'

/**
 * A folder and all that it may import; anything else in the project, from npm or of Node is a violation.
 *
 * @param {string} name
 * @param {string} comment
 * @param {{ from: string, except?: string, ours: string[], packages?: string[], node?: boolean }} layer
 */
function layer(name, comment, { from, except, ours, packages = [], node = false }) {
  const allowedOurs = [from, ...ours].join('|')
  const allowedPackages = packages.map((pattern) => `${PACKAGE}${pattern}/`)
  const source = { path: from, pathNot: except === undefined ? TESTS : `${TESTS}|${except}` }
  return [
    { name: `${name}-ours`, comment, severity: 'error', from: source, to: { path: OURS, pathNot: allowedOurs } },
    {
      name: `${name}-packages`,
      comment,
      severity: 'error',
      from: source,
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'], pathNot: allowedPackages }
    },
    ...(node
      ? []
      : [{ name: `${name}-node`, comment, severity: 'error', from: source, to: { dependencyTypes: ['core'] } }])
  ]
}

const REACT = ['react', 'react-dom', '@types/react', '@types/react-dom', '@base-ui/react', '@tanstack/react-virtual']

/** Libraries that read and write what other programs do. */
const FOREIGN_FORMATS = ['age-encryption', 'papaparse', '@types/papaparse', 'saxes', 'openpgp']

export default {
  forbidden: [
    ...layer('core', 'src/core is pure: it runs anywhere, and knows nobody', {
      from: '^src/core/',
      ours: [],
      packages: ['@noble/[a-z]+', '@scure/bip39', 'otpauth']
    }),
    ...layer('shared', 'src/shared is what processes agree on', {
      from: '^src/shared/',
      ours: [],
      packages: ['valibot']
    }),
    ...layer('vault', 'src/vault knows no Electron and no page', {
      from: '^src/vault/',
      ours: ['^src/core/', '^src/shared/'],
      packages: [
        'valibot',
        'hash-wasm',
        '@node-rs/argon2',
        '@noble/[a-z]+',
        '@zxcvbn-ts/[a-z-]+',
        'qr',
        ...FOREIGN_FORMATS
      ],
      node: true
    }),
    ...layer('main', 'src/main reaches the vault by its process alone', {
      from: '^src/main/',
      ours: ['^src/core/', '^src/shared/'],
      packages: ['electron', 'valibot', 'keytar', '@github/keytar'],
      node: true
    }),
    ...layer('preload', 'src/preload is one file with nothing but the contract in it', {
      from: '^src/preload/',
      ours: ['^src/shared/'],
      packages: ['electron']
    }),
    ...layer('renderer', 'src/renderer is a page: the contract, React, and nothing of the machine', {
      from: '^src/renderer/',
      ours: ['^src/shared/'],
      packages: ['valibot', 'qr', ...REACT]
    }),
    ...layer('cli', 'src/cli is the vault on a terminal, without Electron', {
      from: '^src/cli/',
      // One keychain for the window and the command line: the rule below lets only one file import it.
      ours: [
        '^src/vault/',
        '^src/core/',
        '^src/shared/',
        '^src/main/(platform/keychain|platform/keychain-client|device-keys)\\.ts$'
      ],
      packages: ['commander'],
      node: true
    }),
    ...layer('evidence', 'evidence tries to break the engine, not the window', {
      from: '^evidence/',
      ours: ['^src/core/', '^src/shared/', '^src/vault/'],
      packages: ['valibot', 'age-encryption', '@noble/[a-z]+'],
      node: true
    }),
    {
      name: 'main-holds-no-keys',
      comment: 'keys live in the vault process; main has no business with what makes them',
      severity: 'error',
      from: { path: '^src/main/', pathNot: TESTS },
      to: { path: '^src/core/(crypto|random)' }
    },
    {
      name: 'one-keychain',
      comment: 'one file loads keytar, in a process that can be killed: it hangs where a prompt is not answered',
      severity: 'error',
      from: { pathNot: '^src/main/platform/keytar\\.ts$' },
      to: { path: `${PACKAGE}(keytar|@github/keytar)/` }
    },
    {
      name: 'zxcvbn-in-its-worker',
      comment: 'fifty megabytes of words and a tenth of a second for an answer: on a thread of their own, which ends',
      severity: 'error',
      from: { path: '^src/', pathNot: `${TESTS}|^src/vault/strength/(zxcvbn|strength-worker)\\.ts$` },
      to: { path: `${PACKAGE}@zxcvbn-ts/|^src/vault/strength/zxcvbn\\.ts$` }
    },
    {
      name: 'no-network',
      comment:
        'the app makes one kind of request, by Electron, in src/main/breach-network.ts; Node has no business there',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^(node:)?(https?|http2|tls|dgram|dns|inspector)(/|$)|node_modules/undici/' }
    },
    {
      name: 'one-network-door',
      comment: 'only the composition root hands it on, to the one that asks',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/start-page\\.ts$' },
      to: { path: '^src/main/breach-network\\.ts$' }
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'src/renderer/ui has no domain words: it is told everything',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/(features|session|api)' }
    },
    {
      name: 'e2e-sees-the-contract',
      comment: 'the suites use the built app; of its source they know the types of the contract',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/', pathNot: '^src/shared/' }
    },
    {
      name: 'no-test-code-in-the-app',
      comment: 'what only tests need is not shipped',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS }
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere escapes every rule above',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|coverage|e2e/electron-standin)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts']
    }
  }
}
