import { chooseHost } from './host.mjs'

/** Says at the head of every run what ran: what the stand-in shows is no evidence for what only Electron has. */
export default function announceHost(): void {
  const { name, because } = chooseHost()
  const meaning =
    name === 'Electron' ? '' : ': no evidence for the sandbox, fuses or packaging; tests of these are skipped'
  process.stdout.write(
    `Runs on ${name === 'Electron' ? 'Electron' : 'the STAND-IN for Electron'} (${because})${meaning}\n`
  )
}
