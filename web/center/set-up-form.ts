import { pinDigits } from '#web/access/pin-field.tsx'
import type { InputOf } from '#web/core/send.ts'
import { setUpTexts } from '#web/texts/center.ts'
import type { FieldMistake } from '#web/ui/error-summary.tsx'
import { narrowDigits } from '#web/ui/typed-digits.ts'

type SetUp = InputOf<'center.setUpCenter'>

/** What the set-up screen keeps while it is being filled in; the PIN is not among it. */
export interface SetUpForm {
  code: string
  name: string
  place: string
  phone: string
  disasterName: string
  hazard: SetUp['hazard']
  insuranceBeginsAtOnce: boolean
  profileName: SetUp['profileName']
  leadName: string
}

export interface Pins {
  pin: string
  pinAgain: string
}

export const emptySetUp: SetUpForm = {
  code: '',
  name: '金沢区災害ボランティアセンター',
  place: 'いきいきセンター金沢',
  phone: '',
  disasterName: '',
  hazard: 'earthquake',
  insuranceBeginsAtOnce: true,
  profileName: 'standard',
  leadName: '',
}

const longest = { name: 60, place: 60, phone: 20, disasterName: 60, leadName: 30 } as const
const needed = ['name', 'place', 'disasterName', 'leadName'] as const

/** What is to be put right before the center can be opened, in the order of the screen. */
export function setUpMistakes(form: SetUpForm, pins: Pins, asksCode: boolean): FieldMistake[] {
  const { missing } = setUpTexts
  const mistakes: FieldMistake[] = []
  if (asksCode && form.code.trim().length !== 8) mistakes.push({ fieldId: 'code', message: setUpTexts.codeMissing })
  for (const [field, max] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if ([...form[field]].length > max) mistakes.push({ fieldId: field, message: missing.tooLong(max) })
  }
  for (const field of needed) if (!form[field].trim()) mistakes.push({ fieldId: field, message: missing[field] })
  if (pinDigits(pins.pin).length !== 6) mistakes.push({ fieldId: 'pin', message: missing.pin })
  else if (pins.pin !== pins.pinAgain) mistakes.push({ fieldId: 'pinAgain', message: missing.pinAgain })
  return mistakes
}

/** What is sent: digits as machines read them, and the ids made by this device. */
export function setUpInput(
  form: SetUpForm,
  pin: string,
  ids: Pick<SetUp, 'centerId' | 'activationId' | 'leadId'>,
): SetUp {
  const { code: _code, ...fields } = form
  return { ...fields, ...ids, phone: narrowDigits(form.phone), pin }
}
