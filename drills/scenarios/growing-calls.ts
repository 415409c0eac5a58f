import type { ScenarioData } from '#drills/core/scenario.ts'

type CallData = ScenarioData['calls'][number]

/** Towns of the ward, true; house numbers (99) and telephones (090-0000-xxxx) are invented. */
const towns = ['namiki-1', 'tomioka-nishi-3', 'deiki-2', 'okawa', 'katabuki'] as const

const jobs = [
  { categories: ['mudRemoval'], work: '玄関と床下の泥を出す', tools: ['スコップ', '土のう袋'], headcount: 7 },
  { categories: ['carryingOut'], work: 'ぬれた畳と家具を運び出す', tools: ['軍手', 'バール'], headcount: 7 },
  { categories: ['cleaning'], work: '水につかった部屋を洗う', tools: ['ブラシ', 'バケツ'], headcount: 6 },
  { categories: ['tidyingUp'], work: '倒れた棚を起こし、床を片づける', tools: ['軍手', 'ほうき'], headcount: 6 },
] as const

const two = (number: number) => String(number).padStart(2, '0')

/** One call of many that are alike: only place, household and job differ. */
function call(name: string, index: number, at: string, more: Partial<CallData> = {}): CallData {
  const job = jobs[index % jobs.length] ?? jobs[0]
  const surveyed = more.survey !== undefined
  return {
    name: `${name}-${index}`,
    at,
    asked: {
      ...job,
      categories: [...job.categories],
      tools: [...job.tools],
      survey: surveyed ? 'unsure' : 'notNeeded',
    },
    household: {
      name: `${name === 'early' ? '先' : '後'}の家 ${index}`,
      nameKana: `${name === 'early' ? 'さき' : 'あと'}のいえ ${'あいうえおかきくけこ'.charAt(index % 10)}${'さしすせそ'.charAt(Math.floor(index / 10))}`,
      phone: `0900000${name === 'early' ? '91' : '92'}${two(index)}`,
      considerations: '',
    },
    contact: {
      townId: towns[index % towns.length] ?? 'deiki-2',
      addressLine: `99-${index + 1}`,
      story: `${job.work}。`,
    },
    visits: [{ minutes: 75 + (index % 4) * 15, outcome: 'completed', workDone: `${job.work}: 終わった。` }],
    ...more,
  }
}

const found = {
  mayEnter: 'yes',
  sticker: 'green',
  roofWork: false,
  headcount: 6,
  work: '床下の泥を出す',
  tools: ['スコップ'],
  dangers: '',
} as const

/** The first day's five calls: three are visited at once, two stay undecided until there is a survey desk. */
const early: CallData[] = [
  ...[0, 1, 2].map((index) => call('early', index, `09:${two(5 + index * 10)}`)),
  ...[3, 4].map((index) =>
    call('early', index, `14:${two(index * 5)}`, { survey: { ...found, tools: [...found.tools] } }),
  ),
]

/** The second day's calls, one every three minutes from a quarter past eight. */
const later: CallData[] = Array.from({ length: 42 }, (_, index) => {
  const minute = 15 + index * 3
  return call('later', index, `+1 ${two(8 + Math.floor(minute / 60))}:${two(minute % 60)}`)
})

/** The calls of both days. */
export const growingCalls: CallData[] = [...early, ...later]
