/**
 * Switches that turn the packaged app against its user: they open a debugger, load foreign code, weaken the sandbox or
 * the web's rules, or send traffic elsewhere. Fuses stop only Node's own; Chromium reads these from the command line.
 */
const REFUSED = new Set([
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'auth-server-allowlist',
  'disable-site-isolation-trials',
  'coffer-test-kdf',
  'disable-web-security',
  'disable-extensions-except',
  'enable-logging',
  'enable-experimental-web-platform-features',
  'enable-blink-features',
  'disable-blink-features',
  'enable-features',
  'disable-features',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'js-flags',
  'load-extension',
  'log-file',
  'log-net-log',
  'net-log-capture-mode',
  'no-sandbox',
  'no-zygote',
  'plugin-launcher',
  'ppapi-plugin-launcher',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'renderer-cmd-prefix',
  'single-process',
  'trace-startup',
  'unsafely-treat-insecure-origin-as-secure',
  'user-agent',
  'utility-cmd-prefix',
  'v8-cache-options'
])
const REFUSED_PREFIXES = [
  'remote-debugging',
  'inspect',
  'debug',
  'disable-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'disable-seccomp',
  'disable-namespace-sandbox',
  'remote-allow',
  'allow-sandbox-debugging',
  'trace-'
]

/**
 * The names among `argv` (without the executable) for which a packaged app must not start. Values are dropped: the
 * names can be printed.
 */
export function refusedSwitches(argv: readonly string[], platform: string = process.platform): readonly string[] {
  return argv
    .map((argument) => switchName(argument, platform))
    .filter((name) => name !== null && isRefused(name)) as string[]
}

/** Chromium takes `-name` as well as `--name`, on Windows also `/name`, in any case there, and `=value` after it. */
function switchName(argument: string, platform: string): string | null {
  const pattern = platform === 'win32' ? /^(--?|\/)([^=]+)/ : /^(--?)([^=]+)/
  const name = pattern.exec(argument.trim())?.[2]
  return name === undefined ? null : name.toLowerCase()
}

function isRefused(name: string): boolean {
  return REFUSED.has(name) || REFUSED_PREFIXES.some((prefix) => name.startsWith(prefix))
}
