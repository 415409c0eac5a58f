import type { QueueName } from '#shared/practice/desk-queues.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { Participant } from '#shared/practice/participant.ts'

const roles: Record<Participant['role'], string> = {
  staff: 'デスクの係',
  volunteer: 'ボランティア役',
  survivor: '被災者・近所の人の役',
  observer: '観察',
}

export const queueWords: Record<QueueName, string> = {
  line: '受付の前の列（模擬の人だけ）',
  fillingIn: 'スマートフォンで記入中（模擬の人だけ）',
  admission: '受付の相談・空き待ち',
  intake: '確かめる前の依頼',
  surveys: '調査待ちの依頼',
  people: '班を待つ人',
  orders: '班を待つ依頼',
  sendOff: '送り出しを待つ班',
  comingBack: '帰ってくる班',
}

export const markWords = { good: 'よい', problem: 'こまった', note: 'メモ' } as const

const outcomeWords: Readonly<Record<string, string>> = {
  waiting: 'これから',
  met: 'できた',
  late: '遅れてできた',
  missed: 'できなかった',
}

const count = (number: number) => `${number}人`

/** A drill on the screens of desks: the controller's page, what is given to a desk, and the dark. */
export const practiceTexts = {
  panel: '訓練の進行',
  notBegun: '訓練はまだ始まっていません。',
  notBegunWords: 'シナリオの用意ができると、ここに時計と状況付与が出ます。',
  over: 'この訓練は終わりました。',
  result: '結果を見る',
  kept: 'この端末に残しました。つながると送られます。',
  clock: '訓練の時計',
  speed: '時計の速さ',
  paused: '止まっています',
  pause: '止める',
  times: (speed: number) => `×${speed}`,
  runningAt: (speed: number) => (speed === 1 ? '実際と同じ速さ' : `実際の${speed}倍の速さ`),
  next: (clock: string, title: string, minutes: number) =>
    `次は ${clock} ${title}（${minutes <= 0 ? 'まもなく' : `あと${minutes}分`}）`,
  endOfDrill: '訓練の終わり',
  nextMove: '次の動き',
  jump: '次のできごとまで進める',
  jumping: (clock: string) => `${clock} へ進めています`,
  injects: '状況付与',
  dueAt: (clock: string) => `${clock} の予定`,
  due: (clock: string) => `${clock} 出すころです`,
  byHand: '手で出す',
  noWaiting: '待っている状況付与はありません。',
  fire: '出す',
  delay: (minutes: number) => `${minutes}分おくらせる`,
  skip: '出さない',
  putBack: '待ちに戻す',
  fired: (title: string) => `「${title}」を出しました`,
  delayed: (title: string, clock: string) => `「${title}」を ${clock} にしました`,
  skipped: (title: string) => `「${title}」を出さないことにしました`,
  content: '中身',
  skippedTitle: (number: number) => `出さないことにしたもの ${number}`,
  givenTitle: (number: number) => `出したもの ${number}`,
  firedAt: (clock: string) => `${clock} に出した`,
  answeredAt: (clock: string, by: string, answer: string) => `${clock} ${by}: ${answer}`,
  noAnswerAsked: '答えは求めていません',
  minutesLeft: (minutes: number) => `答えるまで あと${minutes}分`,
  minutesOver: (minutes: number) => `答える時間を ${minutes}分すぎています`,
  unanswered: '答えを待っています',
  desks: 'デスクのようす',
  desk: 'デスク',
  queue: '待っているもの',
  who: '担当',
  lastAct: (name: string, ago: string) => `${name}（最後の操作 ${ago}）`,
  noAct: (name: string) => `${name}（まだ操作なし）`,
  idle: '手があいている',
  busy: 'たまっている',
  nothingWaits: 'なし',
  openInjects: (number: number) => `答えていない付与 ${number}`,
  human: '人',
  simulated: '模擬の担当',
  toHuman: '人にわたす',
  toSimulated: '模擬にわたす',
  handed: (desk: string, player: 'human' | 'simulated') =>
    `${desk}を${player === 'human' ? '人' : '模擬の担当'}にわたしました`,
  devicesOff: '端末を使わない時間',
  devicesOffWords: 'この画面のほかは、すべて暗くなります。デスクは紙の様式で続けます。打ちかけの文字は残ります。',
  darkSince: (clock: string, minutes: number) => `${clock} から暗くしています（${minutes}分）`,
  wasDark: (from: string, until: string) => `${from} から ${until} まで使わずに進めました。`,
  darken: '端末を使わない時間をはじめる',
  lighten: '画面をもとに戻す',
  fromBefore: '前回からの課題',
  fromBeforeWords: 'この訓練で片づいたら印を付けます。訓練を終えるときに、本番のリストでも済みにできます。',
  issueDone: (text: string) => `「${text}」を済みにしました`,
  notes: '気づきのメモ',
  note: 'メモ',
  noteHint: 'Enter で残ります。訓練の時刻がつきます。',
  mark: '種類',
  saveNote: '残す',
  noNotes: 'まだメモはありません。',
  photo: '写真（押すと大きく見えます）',
  controller: '進行',
  participants: '参加している人',
  nobodyJoined: 'まだだれも加わっていません。ポスターの QR を読むと加われます。',
  people: (role: Participant['role'], number: number) => `${roles[role]} ${count(number)}`,
  joinAt: '加わるアドレス',
  noAddress: 'この PC はまだネットワークにつながっていません。',
  poster: '訓練のポスター',
  roleCards: '役割カード',
  injectCards: '状況付与カード',
  expectations: 'できたこと',
  outcome: (state: string, at: string | null) => `${outcomeWords[state] ?? state}${at === null ? '' : ` ${at}`}`,
  by: (clock: string) => `${clock} まで`,
  end: '訓練を終える',
  endTitle: '訓練を終えますか',
  endWords: '時計が止まり、参加者の画面にも終わりと出ます。続きはできません。',
  endYes: '終える',
  cancel: 'やめる',
  /** At the desks. */
  ofDrill: '訓練のお知らせ',
  given: '状況付与',
  calling: '電話が鳴っています',
  atDesk: '声がかかっています',
  settled: 'すみました',
  say: '相手の言うこと',
  saidHint: '聞いたとおりに、このデスクの様式に入れます。',
  answer: '何をしたか・どう決めたか',
  sendAnswer: '答えを送る',
  answerFirst: 'したことを書くと送れます。',
  clockStands: '訓練の時計は止まっています',
  simulatedDesk: (desks: string) => `${desks}は、模擬の担当が動かしています`,
  simulatedWords: '自分で受け持つときは、押してください。',
  takeDesk: (desk: string) => `${desk}を受け持つ`,
  darkTitle: '端末を使わない時間です',
  darkWords: 'この画面を使わず、紙の様式で続けてください。打ちかけの文字は残っています。',
  darkFrom: (clock: string) => `${clock} から`,
  toController: '進行の画面を開く',
  papersLeft: (from: string, until: string) =>
    `画面が戻りました。${from} から ${until} までに紙に書いたものを入れてください`,
  papersHow:
    'どの様式にも「あとから紙を見て入れる」があります（受付は「紙の受付票から入力する」、ニーズは「紙のニーズ票から入れる」）。紙に書いてある時刻を入れると、その時刻の記録になります。',
} as const

/** What has become of an inject that was given. */
export function givenWords(
  { state, answeredAt, answeredBy, answer, answerWithin }: Inject,
  clock: (at: string) => string,
) {
  if (state === 'answered' && answeredAt) return practiceTexts.answeredAt(clock(answeredAt), answeredBy, answer)
  return answerWithin === null ? practiceTexts.noAnswerAsked : null
}
