import type { NeedStatus } from '#shared/needs/need.ts'

/** How a need's state looks wherever one is shown: wall, map, board, sheet. Never by colour alone. */
export interface StatusMark {
  shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'check' | 'bar'
  colour: 'red' | 'amber' | 'sky' | 'navy' | 'grey' | 'black'
  /** The one letter inside the shape. */
  letter: string
  word: string
}

/** The six groups that hold apart under every kind of colour vision and in grey print. */
const open = { shape: 'circle', colour: 'red', letter: '未' } as const
const survey = { shape: 'square', colour: 'amber', letter: '調' } as const
const assigned = { shape: 'diamond', colour: 'sky', letter: '割' } as const
const atWork = { shape: 'triangle', colour: 'navy', letter: '活' } as const
const done = { shape: 'check', colour: 'grey', letter: '済' } as const
const aside = { shape: 'bar', colour: 'black', letter: '保' } as const

/** The look of every state; the words are the field's own. */
export const statusMarks: Readonly<Record<NeedStatus, StatusMark>> = {
  received: { ...open, word: '受付' },
  surveyPending: { ...survey, word: '調査待ち' },
  surveyScheduled: { ...survey, word: '調査予定' },
  ready: { ...open, word: '派遣可' },
  assigned: { ...assigned, word: '割当済' },
  inProgress: { ...atWork, word: '活動中' },
  toBeContinued: { ...open, word: '継続' },
  completed: { ...done, word: '完了' },
  onHold: { ...aside, word: '保留' },
  declined: { ...aside, word: '不受理' },
  referred: { ...aside, word: '他機関へ' },
  cancelled: { ...aside, word: '取消' },
  merged: { ...done, word: 'まとめ済' },
}

export const statusMark = (status: NeedStatus): StatusMark => statusMarks[status]
