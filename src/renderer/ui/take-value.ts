/** What was typed, once: the field is empty afterwards, so that no secret waits in the page. */
export function takeValue(input: HTMLInputElement | HTMLTextAreaElement | null): string {
  if (input === null) return ''
  const value = input.value
  input.value = ''
  return value
}
