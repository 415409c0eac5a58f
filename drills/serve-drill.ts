import { createServer } from 'node:net'
import { copyAside } from '#drills/core/copy-aside.ts'
import type { Drill } from '#drills/core/drill.ts'
import { DrillClock } from '#drills/core/drill-clock.ts'
import type { DrillFolder, DrillNote } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playLive, playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillOnFile } from '#drills/open-drill.ts'
import { decideOutcomes, endPractice } from '#drills/summary/outcomes.ts'
import { comparedInThread } from '#drills/summary/score-thread.ts'
import { Witness } from '#drills/summary/witness.ts'
import { openCenterOnFile } from '#server/app.ts'
import { logBug } from '#server/core/bug.ts'
import { silentOutside } from '#server/core/outside.ts'
import { issuesOfCenter } from '#server/practice/drill-room.ts'
import { lanAddresses } from '#server/transport/doors.ts'
import { type Served, serveCenter } from '#server/transport/serve.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

interface Wishes {
  speed: number
  port: number
  /** Where the day begins for whoever looks, `HH:MM`; what was before it is played in a moment. */
  at: string | undefined
  /** Where its file lies; in a folder that goes with the process, where none is said. */
  folder?: Pick<DrillFolder, 'file' | 'key'>
  /** What it begins with from the center that holds it; one that goes on has it already. */
  brought?: BroughtAlong | undefined
}

/** A drill that browsers can reach. `over` is fulfilled when the players are done; the center stays open. */
export interface ServedDrill {
  drill: Drill
  served: Served
  over: Promise<void>
}

/** A drill, or what is left of one, on a port. */
export interface Going {
  port: number
  startedAt: string
  /** What its set-up room has on the list of issues just now. */
  issues(): Promise<OpenIssue[]>
  /** Fulfilled once whoever practises alone wants the round once more. */
  again: Promise<void>
  /** Ends it in good order: what is left is written down and decided. */
  end(): Promise<void>
  /** Leaves it as it stands. */
  close(): Promise<void>
}

/**
 * Opens a drill, plays up to the wished time, and lets it run before people. One that was broken off goes on where it
 * was.
 */
export async function serveDrill(data: unknown, { speed, port, at, folder, brought }: Wishes): Promise<ServedDrill> {
  const scenario = readScenario(data)
  const drill = await openDrillOnFile(scenario, folder, { comparedWith: comparedInThread(scenario, folder?.file) })
  const witness = await Witness.of(drill.center)
  await prepareDrill(drill, speed, brought)
  decideOutcomes(drill, witness)
  if (!drill.isResumed) await playUntil(drill, at ?? drill.scenario.servedFrom)
  const served = await serveCenter(drill.center, port, silentOutside)
  const play = async () => {
    await playLive(drill)
    if (!drill.control.isStopped) await endPractice(drill, witness)
  }
  return { drill, served, over: play() }
}

/** Ends a drill in good order: what is left is written down and decided, and its file is closed. */
export async function endServed({ drill, served, over }: ServedDrill): Promise<void> {
  await drill.send({ kind: 'system' }, 'practice.endDrill', {})
  // What went wrong on the way is logged; it is closed all the same.
  await over.catch(() => undefined)
  await served.close()
}

/** The first free port from a number on; so many are tried. */
const portsTried = 20

async function freePort(firstPort: number): Promise<number> {
  for (let port = firstPort; port < firstPort + portsTried; port++) if (await isFree(port)) return port
  throw new Error(`no port is free from ${firstPort} on`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, '0.0.0.0', () => probe.close(() => answer(true)))
  })
}

/** A drill of a folder of its own, from its beginning or from where it was broken off. */
export async function takeUpDrill(folder: DrillFolder, note: DrillNote, firstPort: number): Promise<Going> {
  const { speed, scenario, brought } = note
  const { startsAt, solo } = readScenario(scenario)
  // Whoever practises alone sits down just before the first people come.
  const at = solo ? undefined : startsAt
  const port = await freePort(firstPort)
  const { drill, served, over } = await serveDrill(scenario, { speed, port, at, folder, brought })
  const startedAt = drill.control.startedAt ?? drill.clock.now()
  over.catch((error: unknown) => logBug('a drill', error))
  return {
    port: served.port,
    startedAt,
    issues: () => issuesOfCenter(drill.center),
    again: drill.control.again,
    end: () => endServed({ drill, served, over }),
    async close() {
      drill.control.stop()
      await over.catch(() => undefined)
      await served.close()
    },
  }
}

/** A drill's folder, and what stands in its note. */
export interface Held {
  folder: DrillFolder
  note: DrillNote
}

/** A kept drill to look around in: of a copy, for whoever signs in writes, and time stands as it did at the end. */
export async function lookAtKept({ folder, note }: Held, firstPort: number): Promise<Going> {
  const { copy: file, erase } = copyAside(folder.file)
  const clock = new DrillClock(new Date(0).toISOString())
  const comparedWith = comparedInThread(readScenario(note.scenario), folder.file)
  const center = await openCenterOnFile({ file, key: folder.key, clock, kind: 'drill', comparedWith })
  const served = await serveCenter(center, await freePort(firstPort), silentOutside)
  const close = async () => {
    await served.close()
    erase()
  }
  const issues = () => issuesOfCenter(center)
  const again = new Promise<void>(() => undefined)
  return { port: served.port, startedAt: clock.now(), issues, again, end: close, close }
}

const leftWords = {
  keep: '記録は残ります。',
  seal: '記録は、名前や電話を消して残ります。',
  erase: '記録は消えます（残すには --end keep、名前を消して残すには --end seal をつけて始めます）。',
} as const

/** Where to look, and as whom; a drill's names and PINs are no secret. */
export function welcomeText({ drill, served }: ServedDrill, end: keyof typeof leftWords): string {
  const { title, staff, solo } = drill.scenario
  const here = `http://localhost:${served.port}`
  const lan = lanAddresses().map((address) => `  スマートフォン        http://${address}:${served.port}/reception`)
  return [
    `【訓練】 ${title}  いま ${drill.clockNow}、${drill.clock.speed}倍の速さ`,
    '',
    ...(solo ? [`  ひとりで練習          ${here}/drill`] : []),
    `  班の机（このパソコン） ${here}/desk`,
    `  壁の掲示              ${here}/board`,
    `  当日受付              ${here}/reception`,
    ...lan,
    ...drill.personalPages(3).map((token) => `  ボランティアのページ  ${here}/me#${token}`),
    '',
    '  机に着く人（訓練だけの暗証番号）',
    ...staff.map(({ name, pin, desks }) => `    ${name}  ${pin}  ${desks.join('・')}`),
    '',
    '  人が先に操作すると、動いている人たちはそれに合わせて続けます。',
    `  やめるときは Ctrl+C。${leftWords[end]}`,
  ].join('\n')
}
