import { FIELD_LABELS, TYPE_LABELS, TYPE_PLURALS } from '../../../shared/english-labels.ts'

/** Words for the types of items and the fields of their templates. What is not in here is the user's own word. */
const sections: Readonly<Record<string, string>> = { 'section.other-imported-data': 'Other imported data' }

const kinds = {
  text: 'Text',
  password: 'Password',
  secret: 'Secret',
  pin: 'PIN',
  email: 'E-mail',
  url: 'Website',
  phone: 'Phone',
  date: 'Date',
  month: 'Month and year',
  otp: 'One-time code',
  multiline: 'Text of several lines',
  number: 'Number'
}

export const types = { one: TYPE_LABELS, many: TYPE_PLURALS, fields: FIELD_LABELS, sections, kinds }

export type TypesTexts = typeof types
