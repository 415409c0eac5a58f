import type { LogEntry } from '#shared/center/center.ts'
import type { CommandName } from '#shared/commands.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { consentItems } from '#shared/needs/consent-rules.ts'
import { statusMarks } from '#shared/needs/status-marks.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { openMatterNames } from '#shared/texts/close-of-day.ts'
import { exportWords } from '#shared/texts/exports.ts'
import { spanWords } from '#shared/texts/health.ts'
import { paperWords, sheetNames } from '#shared/texts/paper.ts'
import { photoKindWords } from '#shared/texts/photo-phone.ts'
import { setUpTexts } from '#web/texts/center.ts'
import { findPeopleTexts } from '#web/texts/find-people.ts'
import { consentWords } from '#web/texts/needs.ts'
import { practiceSentences } from '#web/texts/practice-acts.ts'
import { erasedBecause, erasedKinds, erasureStep } from '#web/texts/privacy.ts'
import { readinessSentences } from '#web/texts/readiness-acts.ts'
import { returnTexts } from '#web/texts/reports.ts'

type Details = LogEntry['details']

const need = ({ need: number }: Details) =>
  typeof number === 'number' ? `N-${String(number).padStart(3, '0')}` : '依頼'
const team = ({ team: number }: Details) => (typeof number === 'number' ? `${number}班` : '班')
const group = ({ group: number }: Details) => (typeof number === 'number' ? `団体G-${number}` : '団体')
const groupMoved = (what: string) => (details: Details) => `${group(details)}の${details.people}人${what}`
const reservation = ({ reservation: number, date }: Details) => `活動予約${number}番（${date}）`
const moved = ({ moved: count }: Details) => (count ? `。キャンセル待ちから${count}件が予約になった` : '')
const person = ({ number }: Details) => (number === undefined || number === null ? '' : `受付番号${number}`)

const registration = ({ code }: Details) => (typeof code === 'string' ? code : '登録')

/** 「（…）」 around what is there; nothing where nothing is. */
const also = (text: unknown) => (typeof text === 'string' && text !== '' ? `（${text}）` : '')

/** Why a team goes to a house that was reported as done. */
const again = ({ again: why }: Details) => (why ? `。完了した家へもう一度（${why}）` : '')

const needOf = (number: Details[string] | undefined) => need({ need: number ?? null })

/** Which of two check-ins of one person was cancelled for the other. */
const checkIns = ({ standing, cancelled }: Details) =>
  cancelled ? `受付番号${cancelled}を取り消し、${standing}を残した` : ''

/** Two households by the numbers of their needs. */
const ofHouseholds = ({ keptHousehold, mergedHousehold }: Details, between: string, after = '') =>
  mergedHousehold ? `${mergedHousehold}${between}${keptHousehold}${after}` : ''

const needStatusWord = (status: unknown) => {
  const known = Object.entries(statusMarks).find(([name]) => name === status)
  return known ? known[1].word : ''
}

/** What the household answered, item by item; what was not asked is not said. */
function consentSaid(details: Details): string {
  const { items, answers } = consentWords
  return consentItems
    .flatMap((item) => {
      const answer = details[item]
      return answer === 'yes' || answer === 'no' ? [consentWords.said(items[item], answers[answer])] : []
    })
    .join('、')
}

const needMoved = (what: string) => (details: Details) => `${need(details)} ${what}`
const registrationMoved = (what: string) => (details: Details) => `${registration(details)} ${what}`
const personMoved = (what: string) => (details: Details) => `${person(details)} ${what}`

const arrived = (details: Details) =>
  `${person(details)} 受付${details.status === 'waitingListed' ? '（キャンセル待ち）' : ''}${details.status === 'consulting' ? '（体調を聞く）' : ''}`

const noticeKinds: Readonly<Record<string, string>> = { stop: '活動中止', shorten: '活動短縮', message: 'お知らせ' }
const noticeKind = ({ kind }: Details) => noticeKinds[String(kind)] ?? 'お知らせ'

const signals: Readonly<Record<string, string>> = {
  departed: '出発した',
  arrived: '着いた',
  helpNeeded: '困っている',
  moreTime: '遅れる',
  done: '終わった',
  comingBack: '戻る',
}

const outcomes: Readonly<Record<string, string>> = { completed: '完了', toBeContinued: '継続' }
const outcome = ({ outcome: said }: Details) => outcomes[String(said)] ?? ''

const photoKind = ({ kind }: Details) => photoKindWords(kind)

/** A page with people's data by its name. */
export const sheetName = (sheet: unknown): string =>
  Object.entries(sheetNames).find(([name]) => name === sheet)?.[1] ?? '紙'

const incidents: Readonly<Record<string, string>> = {
  injury: returnTexts.injury,
  nearMiss: returnTexts.nearMiss,
  unwell: returnTexts.unwell,
}

/** The answers to the three questions, as the report was heard. */
function safety({ injury, nearMiss, unwell }: Details): string {
  const yes = Object.entries({ injury, nearMiss, unwell }).flatMap(([kind, said]) =>
    said === 1 ? [incidents[kind]] : [],
  )
  return yes.length > 0 ? `${yes.join('・')}あり` : 'けが・ヒヤリハット・体調 なし'
}

/** Every word that was given for what was open when the day was closed. */
const explained = (details: Details) =>
  openMatters
    .flatMap((matter) => (details[matter] ? [`${openMatterNames[matter]}: ${details[matter]}`] : []))
    .join('、')

const formNames: Readonly<Record<string, string>> = setUpTexts.profiles
const formName = (name: unknown) => formNames[String(name)] ?? ''

const callOutWords: Readonly<Record<string, string>> = findPeopleTexts.answers
const callOutWord = (answer: unknown) => callOutWords[String(answer)] ?? ''

/** A sentence for every act; a command without its words does not compile. Numbers and teams, never people's names. */
const sentences: Record<CommandName, (details: Details) => string> = {
  ...readinessSentences,
  ...practiceSentences,
  'access.addStaff': ({ staff }) => `スタッフを加えた${also(staff)}`,
  'access.assignDesks': ({ staff }) => `担当デスクを変えた${also(staff)}`,
  'access.changePin': ({ staff }) => `PINを変えた${also(staff)}`,
  'access.retireStaff': ({ staff }) => `スタッフを外した${also(staff)}`,
  'access.issueBadge': ({ staff }) => `バッジを発行した${also(staff)}`,
  'access.setSignInRule': ({ badge }) =>
    badge === 'pinOnly' ? '入り方を変えた(PINだけ)' : '入り方を変えた(バッジとPIN)',
  'access.setLookRule': ({ looks }) => `見た回数の知らせを、1時間に${looks}回を超えたときにした`,
  'access.openSheet': ({ sheet, people, paper }) =>
    `${sheetName(sheet)}をひらいた（${people}人分${paper ? `・${paperWords.number(Number(paper))}` : ''}）`,
  'access.countPapers': ({ printed, back, missing }) =>
    `個人情報の紙を数えた（${printed}枚のうち${back}枚が戻った${missing ? `。戻っていない番号 ${missing}` : ''}）`,
  'access.consentToAct': ({ staff }) => `2人で行う操作に同意した${also(staff)}`,
  'access.deferAct': ({ for: name }) => `2人で行う操作を予約した${also(name)}`,
  'access.approveAct': ({ for: name }) => `予約された操作を承認した${also(name)}`,
  'access.refuseAct': ({ for: name }) => `予約された操作を断った${also(name)}`,
  'access.countHour': () => '予約された操作を待つ1時間がたった',
  'access.endAct': ({ for: name, problem }) =>
    problem ? `予約された操作はできなかった${also(name)}` : `予約された操作を行った${also(name)}`,
  'access.openSession': ({ staff }) => `席についた${also(staff)}`,
  'access.closeSession': ({ staff }) => `席をはなれた${also(staff)}`,
  'center.setUpCenter': ({ name, disaster }) => `センターを設置した${also(name)}${also(disaster)}`,
  'keeping.noteClock': ({ byMs }) =>
    byMs === 0
      ? 'PC の時計が元の時刻に戻った'
      : `PC の時計が${spanWords(Number(byMs))}${Number(byMs) < 0 ? '戻った' : '進んだ'}（センターは前の時刻のまま）`,
  'keeping.noteSleep': ({ from, to }) =>
    `${clockOf(String(from), timeZone)}〜${clockOf(String(to), timeZone)} スリープしていた`,
  'keeping.answerClock': ({ trust }) =>
    trust === 1 ? 'PC の時刻が正しいと確かめた' : 'PC の時刻は違うので、前の時刻のまま続ける',
  'keeping.makeBackup': () => '控えをとりました',
  'keeping.setSecondFolder': () => '控え先を変えました',
  'keeping.restoreCopy': ({ copy }) => `控え ${copy} から戻しました`,
  'keeping.handOverCenter': () => '別のパソコンへの引き継ぎをはじめました',
  'keeping.takeBackCenter': () => '引き継ぎをやめ、このパソコンで続けます',
  'keeping.takeOverCenter': () => '引き継ぎファイルから始めました',
  'center.openDay': ({ day, date }) => `第${day}日を開いた${also(date)}`,
  'center.changeDay': ({ capacity, returnBy }) => `募集人数を${capacity}人、戻る時刻を${returnBy}にした`,
  'center.setPublicReception': ({ open }) =>
    open === 1 ? 'スマートフォンの受付を始めた' : 'スマートフォンの受付を止めた',
  'center.setWifi': () => 'Wi-Fiの案内を書いた',
  'center.recordPosterPrinted': ({ address }) => `ポスターを印刷した${also(address)}`,
  'center.writeJournalEntry': () => '経過記録に書いた',
  'center.changeProfile': ({ from, to }) => `体制を変えた（${formName(from)}→${formName(to)}）`,
  'center.undoProfileChange': ({ to }) => `体制を元に戻した（${formName(to)}）`,
  'center.addDesk': ({ desk }) => `デスクを加えた${also(desk)}`,
  'center.mergeDesks': ({ desk, into }) => `デスクをまとめた（${desk}→${into}）`,
  'center.splitDesk': ({ desk, split }) => `デスクを分けた（${desk}→${split}）`,
  'center.handOverDesk': ({ desk, staff }) => `${desk}を引き継いだ${also(staff)}`,
  'center.acknowledgeHandOver': ({ staff }) => `引継ぎを読んだ${also(staff)}`,
  'keeping.noteRecovery': ({ lost, lastAt }) =>
    `停電または異常終了から復帰${typeof lastAt === 'string' ? `。最後の記録 ${clockOf(lastAt, timeZone)}` : ''}。失われた記録 ${lost}`,
  'keeping.printRecoverySheet': () => '復旧の紙を印刷した',
  'keeping.lockKey': () => '立ち上げるたびに統括のバッジを求めることにした',
  'keeping.unlockKey': () => '立ち上げるときにバッジを求めないことにした',
  'messages.sendNotice': (details) =>
    `${noticeKind(details)}を伝えた${also(details.reason)}${details.returnBy ? `・戻る時刻 ${details.returnBy}` : ''}`,
  'messages.liftNotice': (details) => `${noticeKind(details)}を取りやめた${also(details.reason)}`,
  'messages.acknowledge': (details) => `${noticeKind(details)}を見た人がいる`,
  'photos.storePicture': () => '写真を受け取った',
  'photos.lookAtPhoto': (details) => `${need(details)} の写真を大きくして見た${also(photoKind(details))}`,
  'photos.removePhoto': (details) => `${need(details)} の写真を消した${also(photoKind(details))}`,
  'photos.restorePhoto': (details) => `${need(details)} の消した写真を戻した${also(photoKind(details))}`,
  'photos.changeKind': (details) =>
    `${need(details)} の写真の種類を変えた（${photoKindWords(details.before)}→${photoKindWords(details.kind)}）`,
  'needs.addPhoto': (details) => `${need(details)} の写真を加えた${also(photoKind(details))}`,
  'needs.receiveNeed': needMoved('を受け付けた'),
  'needs.revealPhone': needMoved('の電話番号を見た'),
  'needs.revealNotes': needMoved('の聞き取り・配慮を見た'),
  'needs.revealPlace': needMoved('の非開示の住所を見た'),
  'needs.addToNeed': needMoved('に聞き足した'),
  'needs.answerConsent': (details) => `${need(details)} 班に伝えてよいことを聞いた${also(consentSaid(details))}`,
  'needs.changeNeed': needMoved('を書き直した'),
  'needs.decideSurvey': (details) =>
    `${need(details)} 現地調査の要・不要を決めた${also(needStatusWord(details.status))}`,
  'needs.scheduleSurvey': needMoved('現地調査の日を決めた'),
  'needs.recordNotMet': needMoved('現地調査で会えなかった'),
  'needs.recordSurvey': (details) => `${need(details)} 現地調査をした${also(needStatusWord(details.status))}`,
  'needs.openGate': (details) => `${need(details)} の派遣の止めを開けた${also(details.reason)}`,
  'needs.closeGate': needMoved('の派遣を止めた'),
  'needs.putOnHold': needMoved('を保留にした'),
  'needs.declineNeed': needMoved('を受けないことにした'),
  'needs.referNeed': needMoved('を他機関へつないだ'),
  'needs.cancelNeed': needMoved('を取り消した'),
  'needs.answerRequester': needMoved('の依頼した人に返事をした'),
  'needs.reopenNeed': needMoved('をふたたび開いた'),
  'needs.takeBackStep': (details) => `${need(details)} を元に戻した${also(needStatusWord(details.status))}`,
  'volunteers.bindLink': () => '自分のページを開いた',
  'volunteers.checkIn': arrived,
  'volunteers.checkInAgain': arrived,
  'volunteers.checkInByProxy': arrived,
  'volunteers.checkInKnown': arrived,
  'volunteers.correctDetails': personMoved('の記入を直した'),
  'volunteers.recordGuardianConsent': personMoved('の保護者の同意を記録した'),
  'volunteers.recordInsurance': personMoved('の保険を確かめた'),
  'volunteers.reissueLink': personMoved('のページを出し直した'),
  'volunteers.settleConsultation': personMoved('の体調の話を終えた'),
  'volunteers.startConsultation': personMoved('と体調の話を始めた'),
  'volunteers.letIn': personMoved('をキャンセル待ちから受け入れた'),
  'volunteers.comeBack': personMoved('が退所のあとで戻った'),
  'volunteers.toCenterWork': personMoved('がセンター業務に入った'),
  'volunteers.waitAgain': personMoved('が待機にもどった'),
  'volunteers.cancelCheckIn': personMoved('の受付を取り消した'),
  'volunteers.restoreCheckIn': personMoved('の受付を元に戻した'),
  'volunteers.writeNote': personMoved('の覚え書きを書いた'),
  'reservations.openReservations': ({ date }) => `${date} の活動予約を作った`,
  'reservations.changeCaps': (details) => `${details.date} の活動予約の人数を変えた${moved(details)}`,
  'reservations.setReservationsOpen': (details) =>
    `${details.date} の活動予約を${details.open ? '開いた' : 'しめきった'}${moved(details)}`,
  'reservations.reserve': (details) =>
    `${reservation(details)} ${details.people}人${details.status === 'waiting' ? '（キャンセル待ち）' : ''}`,
  'reservations.reserveByStaff': (details) =>
    `${reservation(details)} ${details.people}人を代わりに入れた${details.status === 'waiting' ? '（キャンセル待ち）' : ''}`,
  'reservations.cancelOwn': (details) => `${reservation(details)} 本人が取り消した${moved(details)}`,
  'reservations.waitBeyond': ({ date, waiting }) =>
    `${date} の活動予約のうち、あとから入った${waiting}件をキャンセル待ちに回した`,
  'reservations.cancel': (details) => `${reservation(details)} 取り消した${moved(details)}`,
  'reservations.restore': (details) => `${reservation(details)} 取り消しを元に戻した`,
  'reservations.markCheckedIn': (details) => `${reservation(details)} 来所した`,
  'reservations.undoCheckedIn': (details) => `${reservation(details)} 来所を取り消した`,
  'reservations.releaseNoShows': ({ date, released }) => `${date} の活動予約のうち、来なかった${released}件を解放した`,
  'groups.checkInGroup': (details) =>
    `${group(details)}を${details.people}人で受け付けた${details.listed ? `（うちキャンセル待ち${details.listed}人）` : ''}`,
  'groups.nameMembers': (details) =>
    `${group(details)}の名簿を入れた（名前${details.people}人${details.added ? `・追加${details.added}人` : ''}${details.cancelled ? `・取消${details.cancelled}人` : ''}）${details.left ? `、名前待ち${details.left}人` : ''}`,
  'groups.addToGroup': groupMoved('に加わった'),
  'groups.addListPicture': ({ group }) => `団体G-${group} の名簿を写真に撮った`,
  'groups.eraseListPicture': ({ group }) => `団体G-${group} の名簿の写真を消した`,
  'groups.cancelUnnamed': groupMoved('は来なかった'),
  'groups.letInGroup': groupMoved('をキャンセル待ちから受け入れた'),
  'groups.checkOutGroup': (details) =>
    `${group(details)}の${details.people}人が退所した${details.stay ? `（${details.stay}人はまだ）` : ''}`,
  'groups.undoCheckOutGroup': groupMoved('の退所を取り消した'),
  'groups.changeGroupVisit': (details) => `${group(details)}の内容を直した`,
  'groups.agreeToMix': (details) =>
    `${group(details)}は${details.agreed === 1 ? 'ほかの人と同じ班でよいことにした' : '自分たちだけで活動することにした'}`,
  'groups.cancelGroup': groupMoved('の受付を取り消した'),
  'groups.restoreGroup': groupMoved('の受付を元に戻した'),
  'groups.confirmInsurance': groupMoved('の保険を確かめた'),
  'groups.confirmGuardians': groupMoved('の保護者の同意を記録した'),
  'teams.formTeamsOfGroup': (details) => `${group(details)}の${details.size}人で ${details.teams}班を組んだ`,
  'roster.applyImport': ({ kind, part, parts, new: added, changed }) => {
    const whom = kind === 'group' ? '団体' : '人'
    return `ボランティア登録の名簿を取り込み（${part}/${parts}）新しい${whom}${added}・変わった${whom}${changed}`
  },
  'roster.registerPerson': registrationMoved('を登録した'),
  'roster.changePerson': registrationMoved('の登録を直した'),
  'roster.registerSelf': registrationMoved('が自分で登録した'),
  'roster.renewSelf': registrationMoved('が自分で更新した'),
  'roster.withdrawSelf': registrationMoved('が自分で退会した'),
  'roster.registerGroup': registrationMoved('を団体として登録した'),
  'roster.registerGroupSelf': registrationMoved('が自分で団体として登録した'),
  'roster.renewGroupSelf': registrationMoved('が自分で更新した'),
  'roster.changeGroup': registrationMoved('の登録を直した'),
  'roster.takeBackRenewal': registrationMoved('の更新を取り消した'),
  'roster.withdraw': registrationMoved('が退会した'),
  'roster.restore': registrationMoved('の退会を取り消した'),
  'roster.reissueLink': registrationMoved('のリンクを出し直した'),
  'roster.renew': (details) => `${registration(details)} を${details.year}年度に更新した`,
  'teams.formTeam': (details) =>
    `${team(details)}を${details.size}人で組んだ${details.need ? `（${need(details)}）` : ''}${again(details)}`,
  'teams.briefTeam': (details) => `${team(details)}に説明した`,
  'dispatch.addMembers': (details) => `${team(details)}に人を加えた（${details.size}人）`,
  'dispatch.removeMember': (details) => `${team(details)}から人を外した（${details.size}人）`,
  'dispatch.chooseLeader': (details) => `${team(details)}のリーダーを決めた`,
  'dispatch.assignNeed': (details) =>
    `${team(details)}の行き先を${details.need ? need(details) : 'なし'}にした${again(details)}`,
  'dispatch.disbandTeam': (details) => `${team(details)}を解いた`,
  'dispatch.issueWorkOrder': (details) =>
    `${team(details)}の活動依頼書 ${details.sheet}-${details.version} を出した（${need(details)}）${again(details)}`,
  'dispatch.dispatchTeam': (details) =>
    `${team(details)}が${details.size}人で出発した（${need(details)}）${again(details)}`,
  'dispatch.correctNeedOfTeam': (details) =>
    `${team(details)}の行き先を ${needOf(details.wrong)} から ${need(details)} に訂正した。活動依頼書は ${details.sheet}-${details.version}${also(details.reason)}${again(details)}`,
  'dispatch.recallFromDispatch': (details) => `${team(details)}の出発を取り消した`,
  'dispatch.recordCallOut': (details) => `${need(details)} の呼びかけ（${callOutWord(details.answer)}）`,
  'dispatch.putToWork': (details) =>
    `${team(details)} 名簿から${details.size}人を受け付けて ${need(details)} へ${again(details)}`,
  'dispatch.signal': (details) =>
    `${team(details)}から「${signals[String(details.signal)] ?? ''}」${details.minutes ? `（${details.minutes}分）` : ''}`,
  'dispatch.answerHelp': (details) => `${team(details)}の「困っている」に答えた`,
  'reports.sendReport': (details) => `${team(details)}のリーダーが報告を送った（${outcome(details)}）`,
  'reports.addPhoto': (details) => `${team(details)}の写真を加えた${also(photoKind(details))}・${need(details)}`,
  'reports.receiveTeam': (details) =>
    `${team(details)}が帰着した（${details.people}人）${details.missing ? `、${details.missing}人はまだ` : ''}`,
  'reports.receivePerson': personMoved('が帰着した'),
  'reports.undoReceiveTeam': (details) => `${team(details)}の帰着を取り消した`,
  'reports.recordIncident': (details) =>
    `${incidents[String(details.kind)] ?? ''}を記録した${details.team ? `（${team(details)}）` : ''}`,
  'reports.acceptReport': (details) =>
    `${team(details)}の報告を受けた。${need(details)} は${outcome(details)}（${safety(details)}）`,
  'reports.correctReport': (details) =>
    `${team(details)}の報告を訂正した。${need(details)} は${outcome(details)}${
      details.other ? `、${needOf(details.other)} は${needStatusWord(details.otherStatus)}に戻した` : ''
    }${also(details.reason)}`,
  'reports.sendHome': ({ people }) => `${people}人が退所した`,
  'reports.backToWaiting': ({ people }) => `${people}人が待機にもどった`,
  'reports.closeDay': (details) => `第${details.day}日を閉じた${also(explained(details))}`,
  'reports.reopenDay': ({ day, reason }) => `第${day}日を開き直した${also(reason)}`,
  'reports.exportSummary': ({ day }) => `第${day}日の日報をCSVで保存した`,
  'doubles.mergePersons': (details) => `同じ人の2つの記録をまとめた${also(checkIns(details))}`,
  'doubles.mergeHouseholds': (details) => `同じ世帯の2つの記録をまとめた${also(ofHouseholds(details, 'を', 'へ'))}`,
  'doubles.mergeNeeds': (details) => `${needOf(details.merged)} を ${need(details)} にまとめた`,
  'doubles.unmerge': (details) =>
    details.merged
      ? `${needOf(details.merged)} と ${need(details)} を別々に戻した`
      : `まとめた2つの${details.mergedHousehold ? '世帯の' : ''}記録を別々に戻した${also(ofHouseholds(details, 'と'))}`,
  'doubles.sayTheyAreTwo': () => '似た2つの記録を、別のものだと決めた',
  'doubles.takeBackTwo': () => '「別のもの」と決めたのを取りやめた',
  'doubles.reassignCheckIn': personMoved('の受付を正しい人に付け替えた'),
  'doubles.takeBackReassignment': personMoved('の受付の付け替えを元に戻した'),
  'privacy.erase': ({ kind, because }) =>
    `${erasedKinds[String(kind)] ?? ''}の記録を1件消した（${erasedBecause[String(because)] ?? ''}）`,
  'privacy.setRetention': ({ days }) => `個人情報の保存期間を決めた（閉所から${days}日）`,
  'privacy.closeActivation': () => 'センターを閉じた（閉所）',
  'privacy.reopenActivation': () => '閉所を取り消した。センターを続ける',
  'privacy.postponeErasure': ({ to }) => `個人情報の自動の消去を${to}まで延ばした`,
  'privacy.stepErasure': erasureStep,
  'privacy.eraseDue': ({ subjects }) => `保存期間が過ぎた${subjects}件の個人情報を消した`,
  'privacy.eraseDayOnly': () => '閉じた日の体調などの記録を消した',
  'privacy.forgetLooks': ({ looks }) => `保存期間が過ぎた、だれが見たかの記録${looks}件を消した`,
  'privacy.export': ({ table, personal, rows, columns, because }) =>
    `${exportWords.tables[String(table)] ?? ''}を書き出した（${rows}行、${columns}列${
      personal === 1 ? `、個人情報あり：${because}` : '、個人情報なし'
    }）`,
  'privacy.showRecord': ({ kind, paper }) =>
    `${erasedKinds[String(kind)] ?? ''}の記録を1件、すべて表示した（印刷用${paper ? `・${paperWords.number(Number(paper))}` : ''}）`,
  'privacy.eraseAgain': ({ subjects }) => `戻したファイルから、消してあった${subjects}件をもう一度消した`,
}

function isCommand(type: string): type is CommandName {
  return Object.hasOwn(sentences, type)
}

/** One accepted act in words. */
export function chronologySentence({ type, details }: Pick<LogEntry, 'type' | 'details'>): string {
  return isCommand(type) ? sentences[type](details) : type
}

/** Where an act belongs, for the filter; by the first part of its name. */
export const chronologyDesks: Readonly<Record<string, string>> = {
  center: '本部',
  access: '席',
  messages: '中止・お知らせ',
  volunteers: '受付',
  reservations: '予約',
  groups: '受付',
  photos: '写真',
  needs: 'ニーズ',
  roster: '登録',
  teams: 'マッチング',
  dispatch: 'マッチング',
  reports: '帰着・報告',
  doubles: '重複・訂正',
  readiness: '開設準備',
  practice: '訓練',
  privacy: '個人情報',
  journal: '書き込み',
}
