import { slots } from '#shared/roster/registration-form.ts'
import { planWords, sexWords, vehicleWords } from '#web/texts/reception.ts'
import { groupKindWords, rosterWords, slotWord, rosterFormWords as words } from '#web/texts/roster.ts'

/** What these fields are called where two texts stand side by side. */
const saidLabels = {
  areas: rosterWords.facts.areas,
  days: rosterWords.facts.days,
  tools: words.tools,
  otherTools: words.otherTools,
  insurance: words.insurance,
  joinedOn: words.joinedOn,
  note: words.note,
}

const saidValues: Readonly<Record<string, string>> = {
  ...planWords,
  ...Object.fromEntries(slots.map((slot) => [slot, slotWord(slot)])),
}

export const personLabels = {
  name: words.name,
  nameKana: words.nameKana,
  affiliation: words.affiliation,
  skills: words.skills,
  licences: words.licences,
  vehicle: words.vehicle,
  languages: words.languages,
  ...saidLabels,
}

export const contactLabels = {
  phone: words.phone,
  birthDate: words.birthDate,
  sex: words.sex,
  email: words.email,
  postalCode: words.postalCode,
  address: words.address,
  emergencyName: `${words.emergency} ${words.emergencyName}`,
  emergencyPhone: `${words.emergency} ${words.emergencyPhone}`,
  emergencyRelation: `${words.emergency} ${words.emergencyRelation}`,
}

export const personValues = { ...sexWords, ...vehicleWords, ...saidValues }

export const groupLabels = {
  name: words.groupName,
  nameKana: words.nameKana,
  kind: words.kind,
  headcount: words.headcount,
  skills: words.skills,
  leaderName: words.leaderName,
  leaderKana: words.leaderKana,
  phone: words.phone,
  email: words.email,
  address: words.address,
  vehicles: words.vehicles,
  ...saidLabels,
}

export const groupValues = { ...groupKindWords, ...saidValues }
