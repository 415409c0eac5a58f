import type { RouteContext } from '#server/core/slice.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import { healthFacts } from '#server/keeping/health.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import { noFile } from '#shared/keeping/copy-problems.ts'

/** What the terminal asks of the center that runs, and how the lead ends the day. */
export const healthRoutes =
  (archive: Archive | undefined, vitals: Vitals) =>
  ({ center, routes, keeper }: RouteContext): void => {
    // Numbers only, and for this very laptop: `npx sasae doctor` has no seat.
    routes.open({ method: 'get', path: '/api/keeping/health', may: ['setUp'] }, async (context, actor) =>
      context.json(
        await center.read((tx, profile) =>
          healthFacts({ tx, now: center.clock.now(), actor, profile, mayHold: () => false }, archive, vitals),
        ),
      ),
    )

    routes.open({ method: 'post', path: '/api/keeping/end', may: ['center.lead'] }, async (context) => {
      if (!archive || !keeper) throw noFile({})
      const { secondFolder } = await center.read(readEpochState)
      center.keeping.say({ ending: true })
      try {
        const { path, second, facts } = await archive.makeBackup('close', { secondFolder, emptierIsMeant: true })
        keeper.end()
        return context.json({ path, second, seq: facts.seq, at: center.clock.now() })
      } catch (error) {
        // Without a copy the day does not end; whoever presses again, or pulls the plug, loses nothing.
        center.keeping.say({ ending: false })
        throw error
      }
    })
  }
