/** By which fields an act of the scenario and one of a person are about the same thing, where their ids cannot say so. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  'center.openDay': ['date'],
  'center.setPublicReception': ['open'],
  'center.setWifi': [],
  'center.changeProfile': ['to'],
  'center.handOverDesk': ['deskName'],
}

const namesAThing = (field: string) => field.endsWith('Id') || field === 'deskName'

function comparedIn(command: string, input: object): readonly string[] {
  // A stop is a stop; of messages each is another.
  if (command === 'messages.sendNotice') return Reflect.get(input, 'kind') === 'message' ? ['kind', 'reason'] : ['kind']
  return fieldsOf[command] ?? Object.keys(input).filter(namesAThing)
}

/** Whether what somebody sent did what another act of the kind was to do: to the same need, household, notice or day. */
export function isSameThing(command: string, input: object, other: unknown): boolean {
  if (typeof other !== 'object' || other === null) return false
  return comparedIn(command, input).every((field) => Reflect.get(input, field) === Reflect.get(other, field))
}
