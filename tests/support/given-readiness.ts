import { newId } from '#shared/core/ids.ts'
import type { InputOf } from '#web/core/send.ts'

export function itemForm(fields: Partial<InputOf<'readiness.writeItem'>> = {}): InputOf<'readiness.writeItem'> {
  const text = {
    list: 'lines',
    text: '延長コードを借りる',
    who: '総務',
    due: '開設まで',
    asks: '',
    settled: '',
  } as const
  return { itemId: newId(), basedOnSeq: 0, ...text, ...fields }
}

export function decisionForm(
  fields: Partial<InputOf<'readiness.recordDecision'>> = {},
): InputOf<'readiness.recordDecision'> {
  const grounds = { damage: '福浦で床上浸水 40件', needs: '依頼の電話 12件', volunteers: '登録者のうち 30人' }
  const said = {
    present: '区・区社協・ネットワーク',
    outcome: 'wait',
    reason: '調査を待つ',
    nextReviewAt: null,
  } as const
  return { decisionId: newId(), askedBy: '区災害対策本部', ...grounds, ...said, ...fields }
}

export function stockForm(fields: Partial<InputOf<'readiness.writeStock'>> = {}): InputOf<'readiness.writeStock'> {
  const what = { kind: 'equipment', name: '角スコップ', owner: 'own', ofWhom: '', returnOn: null } as const
  const where = { place: '倉庫1', count: 20, unit: '本', expiresOn: null }
  return { stockId: newId(), basedOnSeq: 0, ...what, ...where, ...fields }
}

export function issueForm(fields: Partial<InputOf<'readiness.addIssue'>> = {}): InputOf<'readiness.addIssue'> {
  const said = { text: '受付の列が分かれていない', source: '立ち上げ訓練 2026-01-25', who: '受付', until: null }
  return { issueId: newId(), ...said, ...fields }
}

export function eventForm(fields: Partial<InputOf<'readiness.planEvent'>> = {}): InputOf<'readiness.planEvent'> {
  const said = {
    kind: 'drill',
    title: '立ち上げ訓練',
    date: '2027-01-24',
    startsAt: '09:00',
    place: '',
    note: '',
  } as const
  return { eventId: newId(), basedOnSeq: 0, ...said, ...fields }
}
