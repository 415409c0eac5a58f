import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ReadNamed } from '#shared/reads.ts'
import { ask } from '#web/core/ask.ts'
import { erasedBecause, erasedKinds, listConcerns } from '#web/texts/privacy.ts'

type Concern = z.infer<ReadNamed<'privacy.actConcerns'>['answer']>

const kinds: Readonly<Record<string, string>> = {
  ...erasedKinds,
  staff: '担当者',
  activation: 'この災害の個人情報',
  roster: 'ボランティア登録',
  ...listConcerns,
}

/** 「世帯 金沢さん、入れまちがい」, or 「この災害の個人情報、2027-01-31まで残す、事故の対応」. */
function concernWords({ kind, name, because, to }: Concern): string {
  const whom = [kinds[kind ?? ''] ?? '', name === '' ? '' : `${name}さん`].filter((word) => word !== '').join(' ')
  const until = to === null ? '' : `${to}まで残す`
  return [whom, until, erasedBecause[because] ?? because].filter((word) => word !== '').join('、')
}

/** Whom or what an act for two concerns, asked of the center by a lead; '' for others, and until it is known. */
export function useActConcerns(asked: { actId: string } | { type: string; input: unknown }, leads: boolean): string {
  const [words, setWords] = useState('')
  const key = JSON.stringify(asked)
  useEffect(() => {
    if (!leads) return
    void ask('privacy.actConcerns', asked).then((reply) => {
      if (reply.kind === 'done') setWords(concernWords(reply.body))
    })
  }, [key, leads])
  return words
}
