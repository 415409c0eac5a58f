import { bankData } from '#drills/scenarios/bank.ts'
import { serveDrill } from '#drills/serve-drill.ts'

/**
 * A drill at real speed in a process of its own: 110 people come within ten minutes, the last of them while it is measured,
 * and everybody is simulated.
 */
const { volunteers, ...day } = bankData('first-day')
const kinds = volunteers.kinds.map(({ people = 1, ...kind }) => ({ ...kind, share: people }))
const arrivals = [{ from: '08:30', to: '08:40', people: 110 }]
const data = { ...day, volunteers: { ...volunteers, kinds, arrivals }, servedFrom: '08:30' }
const { served } = await serveDrill(data, { speed: 1, port: 0, at: '08:38' })
process.send?.({ port: served.port })
