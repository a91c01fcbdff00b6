import { type ItemTable } from './item-entries.ts'
import { eachWinner } from './item-table.ts'
import type { SearchTexts } from './search.ts'

/** Read once of every item, so without making more of it than the texts. */
export function searchTexts(table: ItemTable, number: number): SearchTexts {
  let [title, subtitle] = ['', '']
  const tags: string[] = []
  const urls: string[] = []
  eachWinner(table, number, (name, value) => {
    if (name.startsWith('tag:')) {
      if (value !== null) tags.push(name.slice(4))
    } else if (typeof value !== 'string') return
    else if (name === 'title') title = value
    else if (name === 'subtitle') subtitle = value
    else if (name.startsWith('url:')) urls.push(value)
  })
  return { title, subtitle, tags, urls }
}
