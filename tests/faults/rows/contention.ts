import { setTimeout as pause } from 'node:timers/promises'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { newId } from '#shared/core/ids.ts'
import { judgeHistory, type Known } from '#tests/faults/assignments.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { whileItDies } from '#tests/faults/dying-server.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { isDone, type Sent } from '#tests/faults/history.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { type Answered, LineToServer } from '#tests/faults/line-to-server.ts'
import { openDay, sendCommand, signIn } from '#tests/faults/open-center.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'

const desks = 50
const headcount = 4
const names = ['愛子', '勉', '千夏', '大地', '恵美']

/** Fewer people and needs than desks want: most of them come too late. */
const counts = { people: 40, needs: 15 }

interface Hall {
  server: FaultServer
  random: SeededRandom
  staff: readonly { name: string; cookie: string }[]
  people: Map<string, number>
  needs: Map<string, number>
  /** The teams that a desk may have seen on the wall. */
  wall: { teamId: string; needId: string | null }[]
}

async function fillHall(server: FaultServer, random: SeededRandom): Promise<Hall> {
  const lead = await openDay(server, 500)
  for (const name of names)
    await sendCommand(
      server,
      'access.addStaff',
      { staffId: newId(), name, pin: '123456', deskNames: ['dispatch'] },
      lead,
    )
  const staff = await Promise.all(names.map(async (name) => ({ name, cookie: await signIn(server, name) })))
  const [people, needs] = [new Map<string, number>(), new Map<string, number>()]
  const numberOf = ({ answer }: { answer: unknown }) => (answer as { number: number }).number
  while (people.size < counts.people) {
    const form = receptionForm()
    people.set(form.attendanceId, numberOf(await sendCommand(server, 'volunteers.checkIn', form)))
  }
  while (needs.size < counts.needs) {
    const form = needForm({ asked: { headcount } })
    needs.set(form.needId, numberOf(await sendCommand(server, 'needs.receiveNeed', form, lead)))
  }
  return { server, random, staff, people, needs, wall: [] }
}

type Wish = Pick<Sent, 'type' | 'teamId' | 'attendanceIds' | 'needId' | 'seenTeamIds'>

/** What a desk does next, from what it believes. */
function nextWish({ random, wall, people, needs }: Hall): Wish {
  const somebody = (count: number) => random.shuffled([...people.keys()]).slice(0, count)
  const team = wall.length > 0 ? random.pick(wall) : undefined
  const chance = random.fraction()
  if (team && chance < 0.35) return { ...nothingElse, type: 'dispatch.disbandTeam', teamId: team.teamId }
  if (team && chance < 0.5) {
    return { ...nothingElse, type: 'dispatch.addMembers', teamId: team.teamId, attendanceIds: somebody(1) }
  }
  const needId = random.pick([...needs.keys()])
  const there = wall.filter((one) => one.needId === needId).map(({ teamId }) => teamId)
  const seenTeamIds = random.fraction() < 0.5 ? there.slice(0, 30) : []
  const attendanceIds = somebody(random.whole(1, 2))
  return { type: 'teams.formTeam', teamId: newId(), attendanceIds, needId, seenTeamIds }
}

const nothingElse = { attendanceIds: [], needId: null, seenTeamIds: [] }

function inputOf({ type, teamId, attendanceIds, needId, seenTeamIds }: Wish): object {
  if (type === 'dispatch.disbandTeam') return { teamId }
  if (type === 'dispatch.addMembers') return { teamId, attendanceIds }
  return { teamId, attendanceIds, leaderId: null, needId, seenTeamIds }
}

/** Sends until it is answered, over however many lives of the server. */
async function sendUntilAnswered(server: FaultServer, cookie: string, body: string): Promise<NonNullable<Answered>> {
  for (;;) {
    const line = new LineToServer(server.port, cookie)
    const answered = await line.post(body)
    line.close()
    if (answered) return answered
    await pause(30)
  }
}

function outcomeOf({ status, body }: NonNullable<Answered>): Sent['outcome'] {
  const said = JSON.parse(body) as {
    seq?: number
    answer?: { number: number } | null
    problem?: { code: string; details: Record<string, unknown> }
  }
  if (status === 200 && said.seq !== undefined) {
    return { kind: 'done', seq: said.seq, number: said.answer?.number ?? 0 }
  }
  return { kind: 'refused', code: said.problem?.code ?? `status ${status}`, details: said.problem?.details ?? {} }
}

/** A team stands on the wall from when it is formed; once it is gone, desks go on trying with it for a while. */
function seeOnWall({ wall, random }: Hall, sent: Sent): void {
  if (isDone(sent) && sent.type === 'teams.formTeam') wall.push({ teamId: sent.teamId, needId: sent.needId })
  if (sent.type !== 'dispatch.disbandTeam' || random.fraction() < 0.6) return
  const gone = wall.findIndex(({ teamId }) => teamId === sent.teamId)
  if (gone >= 0) wall.splice(gone, 1)
}

async function useDesk(hall: Hall, index: number, acts: number): Promise<Sent[]> {
  const { server, staff } = hall
  const { name, cookie } = staff[index % staff.length] ?? { name: '', cookie: '' }
  const history: Sent[] = []
  while (history.length < acts) {
    const wish = nextWish(hall)
    const body = JSON.stringify({ id: newId(), type: wish.type, device: 'faults', input: inputOf(wish) })
    const invoked = monotonicMilliseconds()
    const outcome = outcomeOf(await sendUntilAnswered(server, cookie, body))
    const sent = { ...wish, by: name, invoked, returned: monotonicMilliseconds(), outcome }
    history.push(sent)
    seeOnWall(hall, sent)
  }
  return history
}

function judge(hall: Hall, history: readonly Sent[], since: number, tally: Tally): void {
  const ledger = Ledger.open(hall.server)
  const atOf = ledger.timesSince(since)
  const known: Known = { people: hall.people, needs: hall.needs, headcount, atOf }
  const done = history.filter(isDone)
  tally.acked(done.length)
  // Where nearly all are refused, nothing was contended.
  tally.aim('assigned', done.length, Math.ceil(history.length / 10))
  for (const { outcome } of done) tally.fault('lost', `act ${outcome.seq}`, atOf.has(outcome.seq) ? 0 : 1)
  tally.fault('duplicated', 'more acts than were done', Math.max(0, ledger.linesFrom('faults', since) - done.length))
  const teamOf = judgeHistory(history, known, tally)
  for (const id of hall.people.keys())
    tally.fault('violations', 'somebody stands elsewhere at the end', ledger.teamOf(id) === teamOf(id) ? 0 : 1)
  ledger.close()
}

interface Wishes {
  acts: number
  /** How long the server lives each time. */
  lifeMs: number
}

async function contended(name: string, main: string, { acts, lifeMs }: Wishes): Promise<FaultResult> {
  const tally = new Tally(name)
  const random = new SeededRandom(acts)
  const server = new FaultServer(main)
  try {
    await server.start()
    const hall = await fillHall(server, random)
    const since = lastSeqOf(server)
    const histories = await whileItDies(server, { tally, lifeMs }, () =>
      Promise.all(Array.from({ length: desks }, (_, index) => useDesk(hall, index, acts))),
    )
    await server.kill()
    judge(hall, histories.flat(), since, tally)
    tally.count('desks', desks)
    tally.aim('answered', histories.flat().length, desks * acts)
  } finally {
    await server.remove()
  }
  return tally.result()
}

/** Fifty desks want the same few people and needs, and the server dies under them. */
export const row: FaultRow = {
  name: 'contention',
  needs: [],
  alone: false,
  run: (budget) =>
    contended('contention', soundBuild(), { acts: part(400, budget, 8), lifeMs: budget.share < 1 ? 1000 : 2000 }),
  async control() {
    const main = await brokenBuild('blind-rules', {
      module: '#shared/teams/rules.ts',
      file: 'blind-rules.ts',
      names: { joinProblem: 'nothingAgainst', assignProblem: 'nothingAgainst' },
    })
    return [await contended('contention/does-not-look-at-what-is-so', main, { acts: 8, lifeMs: 2000 })]
  },
}
