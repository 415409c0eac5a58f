import type { Drill } from '#drills/core/drill.ts'
import { idNamed, ringIdOf } from '#drills/core/named-ids.ts'
import type { Bus, Call, Visit } from '#drills/core/scenario.ts'
import type { Volunteer } from '#drills/players/arrivals.ts'
import { placeText } from '#shared/places/place.ts'

interface Ringing {
  /** Its name, by which it is the same after the drill was broken off. */
  key: string
  deskName: string
  title: string
  script: string
}

/** People sit at this desk: what would have come to a simulated one comes to them, with what they are told. */
export async function ring(drill: Drill, { key, deskName, title, script }: Ringing): Promise<string> {
  const id = ringIdOf(key)
  const given = { id, key: key.slice(0, 40), recipient: { kind: 'desk', deskName }, title: title.slice(0, 60) } as const
  const input = { ...given, text: '', script: script.slice(0, 1000), answerWithin: null }
  await drill.send({ kind: 'system' }, 'practice.addInject', input, { id: idNamed(`ringing-${key}`) })
  return id
}

const lines = (...all: (string | false)[]) => all.filter((line) => line !== '' && line !== false).join('\n')

/** What a caller says, in the order in which they say it. */
export function callScript({ household, contact, asked }: Call): string {
  const caller = contact.requesterName === '' ? household.name : contact.requesterName
  const phone = contact.requesterPhone === '' ? household.phone : contact.requesterPhone
  return lines(
    `「${caller}です。${contact.story}」`,
    `困っている家: ${household.name}（${household.nameKana}）`,
    `電話: ${phone}`,
    `住所: ${placeText(contact)}${contact.landmark === '' ? '' : `（${contact.landmark}）`}`,
    asked.work !== '' && `頼みたいこと: ${asked.work}`,
    household.considerations !== '' && `聞かれたら: ${household.considerations}`,
  )
}

/** What somebody without a phone tells the clerk. */
export function arrivalScript({ form }: Volunteer): string {
  const { name, nameKana, phone, birthDate, insurance, emergency, health, guardianConsent } = form
  return lines(
    `${name}（${nameKana}）`,
    `電話: ${phone}`,
    `生年月日: ${birthDate}`,
    insurance.plan === 'none' ? '保険: 入っていません。' : `保険: 入っています（${insurance.joinedOn ?? ''}）。`,
    `緊急連絡先: ${emergency.name}（${emergency.relation}） ${emergency.phone}`,
    `体調: ${health.note === '' ? 'よい' : health.note}`,
    guardianConsent === 'missing' && '保護者の同意書は持っていません。',
  )
}

/** What the leader of a group that came by bus tells the clerk; its list of names follows. */
export function busScript(
  { name, people, mayBeMixed }: Bus,
  leader: { name: string; nameKana: string; phone: string },
) {
  return lines(
    `${leader.name}（${leader.nameKana}）`,
    `団体: ${name}。わたしを入れて${people}人です。名簿はあとで出します。`,
    `電話: ${leader.phone}`,
    mayBeMixed ? 'ほかの人と同じ班でもかまいません。' : '自分たちだけで活動したいです。',
  )
}

/** Whether somebody of this name said that. */
export const isScriptOf = (script: string, name: string): boolean => script.startsWith(`${name}（`)

/** What a leader tells the return desk. */
export function returnScript(visit: Visit): string {
  return lines(
    `「${visit.workDone}」`,
    visit.outcome === 'completed' ? '作業は終わりました。' : 'まだ終わっていません。',
    visit.remainingWork !== '' && `残り: ${visit.remainingWork}（次は${visit.nextHeadcount}人）`,
    visit.observation !== '' && `気づいたこと: ${visit.observation}`,
    visit.injury !== undefined && `けが: ${visit.injury}`,
    visit.nearMiss !== undefined && `ヒヤリハット: ${visit.nearMiss}`,
  )
}

/** What whoever goes to the house finds there. */
export function surveyScript(finding: NonNullable<Call['survey']>): string {
  return lines(
    finding.notMet > 0 && `${finding.notMet}回は留守。不在票を入れます。`,
    `作業: ${finding.work}`,
    `人数: ${finding.headcount}人`,
    finding.tools.length > 0 && `道具: ${finding.tools.join('、')}`,
    finding.dangers !== '' && `危険: ${finding.dangers}`,
    finding.roofWork && '屋根の作業があります。',
  )
}
