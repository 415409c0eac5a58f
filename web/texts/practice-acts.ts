import type { LogEntry } from '#shared/center/center.ts'
import type { CommandName } from '#shared/commands.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'

type PracticeName = Extract<CommandName, `practice.${string}`>
type Details = LogEntry['details']

/** What an act of a drill is called where its author must recognise it. */
export const practiceActNames: Record<PracticeName, string> = {
  'practice.startDrill': '訓練の開始',
  'practice.setClock': '訓練の時計の速さ',
  'practice.jumpClock': '訓練の時計を進める',
  'practice.reachJump': '訓練の時計が進んだ',
  'practice.fireInject': '状況付与を出す',
  'practice.addInject': '電話や来た人を出す',
  'practice.delayInject': '状況付与を遅らせる',
  'practice.skipInject': '状況付与を出さない',
  'practice.putBackInject': '状況付与を待ちに戻す',
  'practice.answerInject': '状況付与への答え',
  'practice.answerAsParticipant': '参加者の答え',
  'practice.seeAsParticipant': '参加者が読んだ',
  'practice.answerAsLeader': 'リーダーの答え',
  'practice.seeAsLeader': 'リーダーが読んだ',
  'practice.handSeat': 'デスクの交代（人・模擬）',
  'practice.joinDrill': '訓練への参加',
  'practice.leaveDrill': '訓練からはなれる',
  'practice.writeObservation': '気づきのメモ',
  'practice.observe': '観察のメモ',
  'practice.startDevicesOff': '端末を使わない時間の開始',
  'practice.endDevicesOff': '端末を使わない時間の終了',
  'practice.recordOutcome': 'できたことの判定',
  'practice.recordFacts': '実際にあったことの記録',
  'practice.endDrill': '訓練の終了',
  'practice.finishRound': 'ひとりの練習の終了',
}

const titled = ({ title }: Details) => `「${title ?? ''}」`
const roles: Readonly<Record<string, string>> = {
  staff: 'スタッフ',
  volunteer: 'ボランティア',
  survivor: '被災者',
  observer: '観察',
}
const roleOf = ({ role }: Details) => roles[String(role)] ?? ''
const states: Readonly<Record<string, string>> = { met: 'できた', late: '遅れてできた', missed: 'できなかった' }

/** The sentence of each act of a drill in the chronology. */
export const practiceSentences: Record<PracticeName, (details: Details) => string> = {
  'practice.startDrill': (details) => `訓練${titled(details)}を始めた`,
  'practice.setClock': ({ speed }) => (speed === 0 ? '訓練の時計を止めた' : `訓練の時計を${speed}倍にした`),
  'practice.jumpClock': ({ to }) => `訓練の時計を ${clockOf(String(to), timeZone)} へ進める`,
  'practice.reachJump': () => '訓練の時計が進んだ',
  'practice.fireInject': (details) => `状況付与${titled(details)}を${details.team ? `${details.team}班に` : ''}出した`,
  'practice.addInject': (details) => `${titled(details)}を出した`,
  'practice.delayInject': (details) => `状況付与${titled(details)}を遅らせた`,
  'practice.skipInject': (details) => `状況付与${titled(details)}を出さないことにした`,
  'practice.putBackInject': (details) => `状況付与${titled(details)}を待ちに戻した`,
  'practice.answerInject': (details) => `状況付与${titled(details)}に答えた`,
  'practice.answerAsParticipant': (details) => `参加者が状況付与${titled(details)}に答えた`,
  'practice.seeAsParticipant': (details) => `参加者が状況付与${titled(details)}を読んだ`,
  'practice.answerAsLeader': (details) => `${details.team ?? ''}班のリーダーが状況付与${titled(details)}に答えた`,
  'practice.seeAsLeader': (details) => `リーダーが状況付与${titled(details)}を読んだ`,
  'practice.handSeat': ({ desk, player }) =>
    `${deskLabel(String(desk))}のデスクを${player === 'human' ? '人' : '模擬の担当'}に渡した`,
  'practice.joinDrill': (details) => `${roleOf(details)}役が加わった`,
  'practice.leaveDrill': (details) => `${roleOf(details)}役がはなれた`,
  'practice.writeObservation': () => '気づきを書いた',
  'practice.observe': () => '観察のメモを書いた',
  'practice.startDevicesOff': () => '端末を使わない時間を始めた',
  'practice.endDevicesOff': () => '端末を使わない時間を終えた',
  'practice.recordOutcome': ({ expectation, state }) => `${expectation ?? ''}: ${states[String(state)] ?? ''}`,
  'practice.recordFacts': () => '実際にあったことを記録した',
  'practice.endDrill': () => '訓練を終えた',
  'practice.finishRound': ({ again }) => (again === 'yes' ? 'もう一度、はじめから練習する' : '練習を終えた'),
}
