import './little-memory.ts'
import { run } from './program.ts'

// A reader that has seen enough (`| head`) is no failure, and must not stop work that changes a vault.
process.stdout.on('error', () => {})

process.exitCode = await run(process.argv.slice(2))
