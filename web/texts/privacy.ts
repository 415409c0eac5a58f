/** Whose data was erased, by the subject's kind. */
export const erasedKinds: Readonly<Record<string, string>> = { person: '個人', household: '世帯', group: '団体' }

export const erasedBecause: Readonly<Record<string, string>> = {
  asked: '本人の申し出',
  byMistake: '入れまちがい',
  noLongerNeeded: 'もう要らない',
}

type Said = string | number | null | undefined

const howMany = (people: Said, households: Said) => `個人${people}件・世帯${households}件`

/** A step of the erasure that comes by itself, for the chronology. */
export function erasureStep({ step, people, households, on }: Record<string, Said>): string {
  if (step === 'announce') return `${on}に${howMany(people, households)}を自動で消すことを知らせた`
  if (step === 'withdraw') return '自動の消去の知らせを取り下げた'
  if (step === 'done') return '自動の消去が終わった'
  return '自動の消去の前に、時計が正しく進んでいることを確かめた'
}
