/** A vault file's name as a title. */
export const vaultTitle = (fileName: string): string => fileName.replace(/\.coffer$/i, '')
