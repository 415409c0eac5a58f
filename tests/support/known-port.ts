import { RunningCenter } from '#server/running-center.ts'

type Parts = Parameters<typeof RunningCenter.start>[0]

/** Starts a center under a port that was asked for by its number, as who sits at a desk is kept under that one. */
export async function startOnKnownPort(parts: Omit<Parts, 'port'>): Promise<RunningCenter> {
  const found = await RunningCenter.start({ ...parts, port: 0 })
  const { port } = found.served
  await found.close()
  return RunningCenter.start({ ...parts, port })
}
