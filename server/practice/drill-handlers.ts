import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { drillOutcomes, drillSeats, drillStates, findDrill, injects, roleCards } from '#server/practice/drill-tables.ts'
import { requireDrill } from '#server/practice/require-drill.ts'
import { notAllowed } from '#shared/core/problems.ts'
import {
  endDevicesOff,
  endDrill,
  finishRound,
  handSeat,
  jumpClock,
  reachJump,
  setClock,
  startDevicesOff,
  startDrill,
} from '#shared/practice/commands.ts'
import type { DrillState } from '#shared/practice/drill-state.ts'
import { untouchedInject } from '#shared/practice/inject.ts'
import {
  alreadyDevicesOff,
  drillAlreadyStarted,
  noDevicesOff,
  seatHanded,
  timeGoesOn,
} from '#shared/practice/problems.ts'

const startDrillHandler = handle(startDrill, async (work, { state, seats, injects: given, cards, outcomes }) => {
  const { tx, now } = work
  await requireDrill(work, 'beforeStart')
  const before = await findDrill(tx)
  if (before) throw drillAlreadyStarted({ title: before.title })
  const untold = { jumpTo: null, devicesOff: null, phase: 'running', toldPhones: 0, again: false } as const
  const fresh = { startedAt: now, ...untold } as const
  await drillStates.add(work, { id: work.newId(), ...state, ...fresh })
  for (const seat of seats) await drillSeats.add(work, { ...seat, since: now, byName: '' })
  for (const one of given) await injects.add(work, { ...one, ...untouchedInject })
  for (const card of cards) await roleCards.add(work, card)
  for (const one of outcomes) await drillOutcomes.add(work, { ...one, state: 'waiting', at: null, why: '', seqs: [] })
  work.describe({ title: state.title })
})

const change = async (work: UnitOfWork, changed: Partial<DrillState>) =>
  drillStates.save(work, { ...(await requireDrill(work)), ...changed })

const setClockHandler = handle(setClock, async (work, { speed }) => {
  await change(work, { speed })
  work.describe({ speed })
})

const jumpClockHandler = handle(jumpClock, async (work, { to }) => {
  if (to <= work.now) throw timeGoesOn({ now: work.now })
  await change(work, { jumpTo: to })
  work.describe({ to })
})

const reachJumpHandler = handle(reachJump, async (work, { to }) => {
  const drill = await requireDrill(work)
  // Another jump was asked for meanwhile: that one still lies ahead.
  if (drill.jumpTo !== null && drill.jumpTo <= to) await drillStates.save(work, { ...drill, jumpTo: null })
})

const handSeatHandler = handle(handSeat, async (work, { deskName, player }) => {
  await requireDrill(work)
  const [before] = await drillSeats.where(work.tx, { deskName })
  work.describe({ desk: deskName, player })
  if (before?.player === player) {
    // Pressed twice by the same person, or so from the start: nothing is left to do.
    if (before.byName === '' || before.byName === work.actorName) return
    throw seatHanded({ desk: deskName, player, by: before.byName, at: before.since })
  }
  const id = before?.id ?? work.newId()
  await drillSeats.save(work, { id, deskName, player, since: work.now, byName: work.actorName })
})

const startDevicesOffHandler = handle(startDevicesOff, async (work) => {
  const { devicesOff } = await requireDrill(work)
  if (devicesOff && devicesOff.until === null) throw alreadyDevicesOff({ from: devicesOff.from })
  await change(work, { devicesOff: { from: work.now, until: null } })
})

const endDevicesOffHandler = handle(endDevicesOff, async (work) => {
  const { devicesOff } = await requireDrill(work)
  if (!devicesOff || devicesOff.until !== null) throw noDevicesOff({})
  await change(work, { devicesOff: { ...devicesOff, until: work.now } })
})

/** Whoever ends it, once it is over it stays over. */
const endDrillHandler = handle(endDrill, async (work) => {
  await change(work, { phase: 'over', speed: 0, jumpTo: null })
})

const finishRoundHandler = handle(finishRound, async (work, { again }) => {
  const drill = await requireDrill(work, 'anyTime')
  if (drill.soloDesk === '') throw notAllowed({})
  await drillStates.save(work, { ...drill, phase: 'over', speed: 0, jumpTo: null, again: drill.again || again })
  work.describe({ again: again ? 'yes' : '' })
})

export const drillHandlers = [
  startDrillHandler,
  setClockHandler,
  jumpClockHandler,
  reachJumpHandler,
  handSeatHandler,
  startDevicesOffHandler,
  endDevicesOffHandler,
  endDrillHandler,
  finishRoundHandler,
]
