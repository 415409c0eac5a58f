import type { Page } from 'playwright-core'
import { newId, newSecret } from '#shared/core/ids.ts'
import { participantRoles } from '#shared/practice/roles.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { HostileDay, pin } from '#tests/faults/inject-day.ts'
import type { ExportReader } from '#tests/faults/inject-exports.ts'
import type { Looker } from '#tests/faults/inject-looking.ts'
import { hostileScenario, scenarioName, staffNameOf } from '#tests/faults/inject-scenario.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'

interface Parts {
  main: string
  tally: Tally
  payloads: readonly string[]
  isWhole: boolean
  looker: Looker
  reader: ExportReader
  /** What is printed and saved, by the addresses without an id. */
  papers: readonly string[]
}

type Role = (typeof participantRoles)[number]

interface Inject {
  id: string
  recipient: { kind: string; role?: Role }
}

async function answered(answer: Response, what: string): Promise<Response> {
  if (!answer.ok) throw new Error(`${what} is answered ${answer.status} ${await answer.text()}`)
  return answer
}

/** A drill whose scenario, people, notes and answers are all hostile texts, on every screen and paper of it. */
class HostileDrill {
  readonly there: HostileDay
  readonly address: string
  /** By which a phone is known as somebody who takes part; of each part the first. */
  private readonly tokens = new Map<Role, string>()
  private readonly parts: Parts

  constructor(parts: Parts, server: FaultServer, port: number) {
    this.parts = parts
    this.address = `http://127.0.0.1:${port}`
    this.there = new HostileDay({ address: this.address, file: server.file, key: '' }, parts.tally)
  }

  private from(start: number): readonly string[] {
    const { payloads } = this.parts
    const at = start % payloads.length
    return [...payloads.slice(at), ...payloads.slice(0, at)]
  }

  /** People of every part, each called by another payload. */
  private async join(): Promise<void> {
    const deskNames: Partial<Record<Role, string>> = { staff: 'reception', observer: 'needs' }
    for (let index = 0; index < Math.max(4, this.parts.payloads.length); index++) {
      const role = participantRoles[index % 4] ?? 'observer'
      const ownToken = newSecret()
      const own = role === 'staff' ? { pin } : {}
      const who = { participantId: newId(), role, name: 'x', deskName: deskNames[role] ?? null, ...own, ownToken }
      // The first text is what the staff of the file are called, and nobody is called the same twice.
      await this.there.send('practice.joinDrill', who, this.from(index + 1))
      if (!this.tokens.has(role)) this.tokens.set(role, ownToken)
    }
  }

  /** Everything happens; the first half of it is answered. */
  private async answer(): Promise<void> {
    const { there } = this
    const [need, leader] = [needForm(), receptionForm()]
    await there.must('needs.receiveNeed', need)
    await there.sendATeam(this.parts.payloads, need.needId, leader)
    const waiting = await answered(await there.ask('POST', '/api/reads/practice.findWaiting', {}), 'what waits')
    const { injects } = (await waiting.json()) as { injects: Inject[] }
    for (const [index, { id: injectId, recipient }] of injects.entries()) {
      await there.must('practice.fireInject', { injectId })
      if (index >= injects.length / 2) continue
      if (recipient.kind === 'team') {
        await there.send('practice.answerAsLeader', { injectId, answer: 'x' }, this.from(index), leader.linkToken)
        continue
      }
      const ownToken = recipient.role && this.tokens.get(recipient.role)
      if (ownToken)
        await there.send('practice.answerAsParticipant', { injectId, answer: 'x', ownToken }, this.from(index))
      else await there.send('practice.answerInject', { injectId, answer: 'x' }, this.from(index))
    }
  }

  private async note(): Promise<void> {
    const ownToken = this.tokens.get('observer')
    for (const index of this.parts.payloads.keys()) {
      const said = { mark: 'problem', text: 'x', checkKey: 'x', photoIds: [] }
      const seen = { observationId: newId(), deskName: 'needs', ...said, ownToken }
      await this.there.send('practice.observe', seen, this.from(index))
      const written = { observationId: newId(), deskName: null, ...said }
      await this.there.send('practice.writeObservation', written, this.from(index))
    }
  }

  async type(): Promise<void> {
    await this.there.sitDownAs(staffNameOf(this.parts.payloads))
    await this.join()
    await this.answer()
    await this.note()
  }

  /** The page of whoever takes part: of each part one, or the first of them alone. */
  private async lookAtPhones(most = this.tokens.size): Promise<void> {
    for (const token of [...this.tokens.values()].slice(0, most))
      await this.parts.looker.openRemembering(`${this.address}/drill`, { 'sasae.drill.part': token })
  }

  async look(): Promise<void> {
    const { looker, isWhole } = this.parts
    const { address, there } = this
    await looker.openAll(['/drill', '/board', '/reception'].map((page) => address + page))
    await this.lookAtPhones()
    await looker.sitDown(address, there.cookie)
    if (isWhole) await looker.lookAtDesk(`${address}/desk`, false)
    else await looker.lookAtPart(`${address}/desk`, '訓練', false)
    await looker.lookAtPart(`${address}/desk`, '振り返り', false, openReplay)
    await this.lookAtPapers()
    await there.must('practice.startDevicesOff', {})
    await this.lookAtPhones(isWhole ? this.tokens.size : 1)
    await looker.openAll(['/board', '/reception', '/desk'].map((page) => address + page))
    await there.must('practice.endDevicesOff', {})
    await there.must('practice.endDrill', {})
    await this.lookAtPhones(isWhole ? this.tokens.size : 1)
  }

  /** The poster, the cards and the report, and whatever else is printed or saved without an id. */
  private async lookAtPapers(): Promise<void> {
    const { looker, reader, papers } = this.parts
    const sheets: string[] = []
    for (const path of papers) {
      const answer = await this.there.get(path)
      if (!answer.ok) continue
      if (path.startsWith('/sheets/')) {
        await looker.readSheets([await answer.text()])
        sheets.push(this.address + path)
      } else reader.read(`${path} of a drill`, 'csv', Buffer.from(await answer.arrayBuffer()))
    }
    this.parts.tally.aim('papersOfDrill', sheets.length, 4)
    await looker.openAll(sheets)
  }
}

/** The drill once more from its log, and its end. */
async function openReplay(page: Page): Promise<void> {
  await page.getByRole('button', { name: '訓練をひらく' }).click()
  const slider = page.getByRole('slider', { name: '時刻' })
  await slider.waitFor()
  await slider.press('End')
}

/** The scenario in its editor. */
async function openEditor(page: Page): Promise<void> {
  await page.locator(`input[type=radio][value="${scenarioName}"]`).check({ force: true })
  await page.getByRole('button', { name: 'シナリオを作る・直す' }).click()
  await page.getByRole('heading', { name: /状況付与 \d+件/ }).waitFor()
}

/** A center keeps a hostile scenario and holds a drill of it; answers which texts of acts were taken. */
export async function lookAtDrill(parts: Parts): Promise<string[]> {
  const server = new FaultServer(parts.main)
  const { looker, payloads, tally } = parts
  try {
    await server.start()
    looker.lookAt('drill')
    const live = new HostileDay(server, tally)
    await live.setUp(payloads)
    const text = JSON.stringify(hostileScenario(payloads), null, 2)
    await answered(await live.ask('PUT', '/api/drills/scenarios', { text, over: null }), 'the scenario')
    await looker.sitDown(server.address, live.cookie)
    const desk = `${server.address}/desk`
    await looker.lookAtPart(desk, '訓練', true, openEditor)
    await live.prove()
    const begun = await answered(
      await live.ask('POST', '/api/drills/start', { name: scenarioName, speed: 1 }),
      'a start',
    )
    const { port } = (await begun.json()) as { port: number }
    const drill = new HostileDrill(parts, server, port)
    await drill.type()
    await looker.sitDown(server.address, live.cookie)
    await looker.lookAtPart(desk, '訓練', false)
    await drill.look()
    await answered(await live.ask('POST', '/api/drills/end', { how: 'keep' }), 'the end')
    await looker.sitDown(server.address, live.cookie)
    await looker.lookAtPart(desk, '訓練', false)
    looker.judge('drill')
    return [...drill.there.fields.keys()]
  } finally {
    await server.remove()
  }
}
