export const LIST_ID = 'items'
export const rowId = (item: string): string => `row-${item}`
