/** Whose data was erased, by the subject's kind. */
export const erasedKinds: Readonly<Record<string, string>> = { person: '個人', household: '世帯', group: '団体' }

export const erasedBecause: Readonly<Record<string, string>> = {
  asked: '本人の申し出',
  byMistake: '入れまちがい',
  noLongerNeeded: 'もう要らない',
}
