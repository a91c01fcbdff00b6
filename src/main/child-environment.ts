/** What Node and the system's libraries need. The rest stays here: `NODE_OPTIONS` would load foreign code beside the keys. */
const NEEDED = ['HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG']
/** The person's own screen and bus, for what asks them there. */
export const THEIR_SCREEN = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS']

/** The environment of a process of ours: what it needs, and `more` by name. */
export function childEnvironment(more: readonly string[], all = process.env): Record<string, string> {
  return Object.fromEntries(
    [...NEEDED, ...more].flatMap((name) => {
      const value = all[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}
