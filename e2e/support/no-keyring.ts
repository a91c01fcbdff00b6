/** A bus on which nobody keeps secrets. What tests start has no other, unless it is given one: the keyring of the person who runs them is theirs. */
export const NO_KEYRING = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/coffer-test-bus' } as const
