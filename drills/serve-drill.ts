import type { Drill } from '#drills/core/drill.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playLive, playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillOnFile } from '#drills/open-drill.ts'
import { lanAddresses } from '#server/transport/doors.ts'
import { type Served, serveCenter } from '#server/transport/serve.ts'

interface Wishes {
  speed: number
  port: number
  /** Where the day begins for whoever looks, `HH:MM`; what was before it is played in a moment. */
  at: string | undefined
}

/** A drill that browsers can reach. `over` is fulfilled when the players are done; the center stays open. */
export interface ServedDrill {
  drill: Drill
  served: Served
  over: Promise<void>
}

/** Opens a drill, plays up to the wished time, and lets it run before people. */
export async function serveDrill(data: unknown, { speed, port, at }: Wishes): Promise<ServedDrill> {
  const drill = await openDrillOnFile(readScenario(data))
  await prepareDrill(drill, speed)
  await playUntil(drill, at ?? drill.scenario.servedFrom)
  const served = await serveCenter(drill.center, port)
  return { drill, served, over: playLive(drill) }
}

/** Where to look, and as whom; a drill's names and PINs are no secret. */
export function welcomeText({ drill, served }: ServedDrill): string {
  const { title, staff } = drill.scenario
  const here = `http://localhost:${served.port}`
  const lan = lanAddresses().map((address) => `  スマートフォン        http://${address}:${served.port}/reception`)
  return [
    `【訓練】 ${title}  いま ${drill.clockNow}、${drill.clock.speed}倍の速さ`,
    '',
    `  班の机（このパソコン） ${here}/desk`,
    `  壁の掲示              ${here}/board`,
    `  当日受付              ${here}/reception`,
    ...lan,
    ...drill.personalPages(3).map((token) => `  ボランティアのページ  ${here}/me#${token}`),
    '',
    '  机に着く人（訓練だけの暗証番号）',
    ...staff.map(({ name, pin, desks }) => `    ${name}  ${pin}  ${desks.join('・')}`),
    '',
    '  人が先に操作すると、動いている人たちはそれに合わせて続けます。やめるときは Ctrl+C。',
  ].join('\n')
}
