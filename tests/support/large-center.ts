import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openCenter } from '#server/app.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { systemClock } from '#server/core/clock.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { capabilities } from '#shared/access/capabilities.ts'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { dateOf } from '#shared/core/time.ts'
import type { needCategories } from '#shared/needs/need.ts'
import { towns } from '#shared/places/towns.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import type { InputOf } from '#web/core/send.ts'

/** A day as large as the issue names it: everybody on the roster, today's people, all needs and the open ones, teams out. */
interface LargeSizes {
  persons: number
  attendances: number
  needs: number
  openNeeds: number
  teamsOut: number
}

const wholeSize: LargeSizes = {
  persons: 10_000,
  attendances: 2300,
  needs: 5000,
  openNeeds: 2000,
  teamsOut: 200,
}

/** The name and the PIN under which a bench signs in at a desk. */
export const leadOfLarge = { name: '佐藤', pin: '123456' } as const

/** Who sits at which desk, under the same PIN as the lead. */
export const peopleAtDesks: Readonly<Record<string, string>> = {
  恵美: 'reception',
  勉: 'needs',
  健: 'survey',
  愛子: 'dispatch',
  文子: 'equipment',
  洋: 'return',
  正: 'affairs',
}

const familyNames =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水'.split(' ')
const kanas =
  'さとう すずき たかはし たなか いとう わたなべ やまもと なかむら こばやし かとう よしだ やまだ ささき やまぐち まつもと いのうえ きむら はやし さいとう しみず'.split(
    ' ',
  )
const categories: readonly (typeof needCategories)[number][] = ['mudRemoval', 'carryingOut', 'tidyingUp', 'cleaning']
const skills = ['重機', '電動工具', '看護', '英語', '大工', '運転']

/** How many acts wait at the door together; they share one durable commit. */
const together = 200

/** Sends many acts as a crowd does, and asks of each only that it was accepted. */
async function sendAll<N extends CommandName>(
  center: Center,
  actor: Actor,
  type: N,
  inputs: readonly InputOf<N>[],
): Promise<void> {
  for (let first = 0; first < inputs.length; first += together) {
    const group = inputs.slice(first, first + together)
    await Promise.all(group.map((input) => center.execute(actor, { id: newId(), type, input, device: 'large' })))
  }
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

function largeReceptionForm(index: number) {
  return receptionForm({
    name: `${pick(familyNames, index)} ${pick(['花子', '太郎', '恵', '翔', '葵', '健'], Math.floor(index / 20))}`,
    nameKana: `${pick(kanas, index)} ${pick(['はなこ', 'たろう', 'めぐみ', 'しょう', 'あおい', 'けん'], Math.floor(index / 20))}`,
    birthDate: `${1950 + (index % 55)}-0${1 + (index % 9)}-1${index % 9}`,
    skills: index % 4 === 0 ? [pick(skills, index / 4)] : [],
    vehicle: index % 7 === 0 ? 'keiTruck' : 'none',
    experience: index % 3 === 0,
  })
}

function largeNeedForm(index: number) {
  return needForm({
    household: { name: `${pick(familyNames, index)} ${index}`, nameKana: `${pick(kanas, index)} ${index}` },
    contact: {
      requesterName: `${pick(familyNames, index)} ${index}`,
      requesterKana: `${pick(kanas, index)} ${index}`,
      townId: pick(towns, index * 7).id,
      addressLine: `${1 + (index % 30)}-${index}`,
    },
    asked: {
      categories: [pick(categories, index)],
      headcount: 3 + (index % 5),
      urgent: index % 25 === 0,
      survey: index % 4 === 0 ? 'needed' : 'notNeeded',
    },
  })
}

/** Takes needs down one after the other, and says of alike households that they are others, as a clerk would. */
async function receiveNeeds(center: Center, actor: Actor, count: number) {
  const forms = Array.from({ length: count }, (_, index) => largeNeedForm(index))
  const receive = async (form: (typeof forms)[number], lookedAt: string[]): Promise<void> => {
    try {
      const input = { ...form, lookedAt }
      await center.execute(actor, { id: newId(), type: 'needs.receiveNeed', input, device: 'large' })
    } catch (error) {
      const alike = error instanceof Problem && 'householdIds' in error.details ? error.details.householdIds : null
      if (!Array.isArray(alike)) throw error
      await receive(form, [...lookedAt, ...alike.map(String)])
    }
  }
  for (let first = 0; first < count; first += together)
    await Promise.all(forms.slice(first, first + together).map((form) => receive(form, [])))
  return forms
}

async function sendTeamsOut(center: Center, actor: Actor, people: readonly string[], needIds: readonly string[]) {
  const size = 5
  const teams = needIds.map((needId, index) => ({
    needId,
    teamId: newId(),
    workOrderId: newId(),
    attendanceIds: people.slice(index * size, index * size + size),
  }))
  const forming = teams.map(({ teamId, needId, attendanceIds }) => {
    return { teamId, attendanceIds, leaderId: attendanceIds[0] ?? null, needId, seenTeamIds: [] }
  })
  await sendAll(center, actor, 'teams.formTeam', forming)
  await sendAll(
    center,
    actor,
    'teams.briefTeam',
    teams.map(({ teamId }) => ({ teamId })),
  )
  const sheets = teams.map(({ teamId, workOrderId }) => ({ teamId, workOrderId, reasonForTeam: '' }))
  await sendAll(center, actor, 'dispatch.issueWorkOrder', sheets)
  const departures = teams.map(({ workOrderId }) => ({ workOrderId }))
  await sendAll(center, actor, 'dispatch.dispatchTeam', departures)
}

/** Everybody else on the roster: registered in ordinary times, and not here today. */
async function registerOthers(center: Center, lead: Actor, count: number): Promise<void> {
  const forms = Array.from({ length: count }, (_, index) => {
    const { name, nameKana, birthDate, skills: held } = largeReceptionForm(index)
    const areas = index % 3 === 0 ? ['泥亀'] : []
    const days = index % 2 === 0 ? (['sat.am', 'sun.am'] as const) : []
    return registrationForm({
      person: { name, nameKana, skills: [...held] },
      contact: { birthDate },
      said: { areas: [...areas], days: [...days] },
      isAnother: true,
    })
  })
  await sendAll(center, lead, 'roster.registerPerson', forms)
}

/** A center on this database, set up and with its day open all round the clock. */
export async function openBenchCenter(driver: ReturnType<typeof openDatabaseFile>) {
  const center = await openCenter({ driver, clock: systemClock, kind: 'live' })
  const leadId = newId()
  const lead: Actor = { kind: 'staff', staffId: leadId, sessionId: newId(), name: leadOfLarge.name, capabilities }
  await sendAll(center, { kind: 'public', onThisMachine: true }, 'center.setUpCenter', [
    {
      centerId: newId(),
      activationId: newId(),
      name: '金沢区災害ボランティアセンター',
      place: 'いきいきセンター金沢',
      phone: '0457800000',
      disasterName: '測定',
      hazard: 'earthquake',
      insuranceBeginsAtOnce: true,
      profileName: 'standard',
      leadId,
      leadName: leadOfLarge.name,
      pin: leadOfLarge.pin,
    },
  ])
  const date = dateOf(systemClock.now(), 'Asia/Tokyo')
  const hours = { receptionOpensAt: '00:00', receptionClosesAt: '23:59', capacity: 5000, returnBy: '23:59' }
  await sendAll(center, lead, 'center.openDay', [{ dayId: newId(), date, ...hours }])
  return { center, lead }
}

/** A center in the middle of its largest day, on a file of its own. Everything that devices hold has come through the door. */
async function buildLargeCenter(file: string, sizes: LargeSizes): Promise<void> {
  const driver = openDatabaseFile(file, 'bench')
  const { center, lead } = await openBenchCenter(driver)
  const seats = Object.entries(peopleAtDesks).map(([name, desk]) => ({ name, deskNames: [desk] }))
  await sendAll(
    center,
    lead,
    'access.addStaff',
    seats.map((seat) => ({ staffId: newId(), pin: leadOfLarge.pin, ...seat })),
  )
  const people = Array.from({ length: sizes.attendances }, (_, index) => largeReceptionForm(index))
  await sendAll(center, { kind: 'public', onThisMachine: false }, 'volunteers.checkIn', people)
  const needs = await receiveNeeds(center, lead, sizes.needs)
  await closeSome(center, lead, needs, sizes.needs - sizes.openNeeds)
  const ready = needs.filter(
    ({ asked }, index) => asked.survey === 'notNeeded' && index >= sizes.needs - sizes.openNeeds,
  )
  await sendTeamsOut(
    center,
    lead,
    people.map(({ attendanceId }) => attendanceId),
    ready.slice(0, sizes.teamsOut).map(({ needId }) => needId),
  )
  await registerOthers(center, lead, sizes.persons - sizes.attendances)
  await center.close()
}

/** The older ones are closed: their requesters no longer ask. */
async function closeSome(center: Center, lead: Actor, needs: ReturnType<typeof largeNeedForm>[], count: number) {
  const closing = needs.slice(0, count).map(({ needId, asked }) => {
    const from = asked.survey === 'needed' ? ('surveyPending' as const) : ('ready' as const)
    return { needId, from, reason: '自分たちで片づけた' }
  })
  await sendAll(center, lead, 'needs.cancelNeed', closing)
}

/** What the file was made by and for: another schema, another builder or another day needs another file. */
function madeFor(): string {
  const folder = resolve(import.meta.dirname, '../../server/database/migrations')
  const migrations = globSync('**/*.ts', { cwd: folder }).toSorted()
  const sources = [import.meta.filename, ...migrations.map((name) => join(folder, name))]
  const hash = createHash('sha256')
  for (const source of sources) hash.update(readFileSync(source))
  return `${dateOf(systemClock.now(), 'Asia/Tokyo')}-${hash.digest('hex').slice(0, 12)}`
}

/** The file of a whole large day; it is kept between benches in the temp folder. */
export async function largeCenterFile(): Promise<string> {
  const folder = join(tmpdir(), 'sasae-large')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${madeFor()}.db`)
  if (existsSync(file)) return file
  const making = `${file}.making`
  for (const end of ['', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true })
  await buildLargeCenter(making, wholeSize)
  renameSync(making, file)
  return file
}
