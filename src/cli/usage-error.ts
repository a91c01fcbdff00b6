/** A request that cannot be meant: its message is one sentence about options and names, never about values. */
export class UsageError extends Error {}
