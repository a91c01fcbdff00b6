/** Whether keys that edit text belong to the element. A search with the caret at its end has nothing to delete forward. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement) return isTextInput(target) && !isSpentSearch(target)
  return target instanceof HTMLElement && target.isContentEditable
}

const isTextInput = (input: HTMLInputElement): boolean => !['checkbox', 'radio', 'range', 'button'].includes(input.type)

const isSpentSearch = (input: HTMLInputElement): boolean => input.type === 'search' && input.value === ''

/** Also inside a field, whose selection the document does not know. */
export function isTextSelected(): boolean {
  const active = document.activeElement
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    return isTextField(active) && active.selectionStart !== active.selectionEnd
  }
  return (document.getSelection()?.toString() ?? '') !== ''
}

const isTextField = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
  field instanceof HTMLTextAreaElement || isTextInput(field)
