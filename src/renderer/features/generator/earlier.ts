const MOST = 20

/** The newest first, each once. */
export const addEarlier = (before: readonly string[], text: string): readonly string[] =>
  [text, ...before.filter((other) => other !== text)].slice(0, MOST)
