import type { PinCost } from '#server/access/credentials.ts'
import { withHashedPin } from '#server/access/handlers.ts'
import { savePinHash } from '#server/access/sessions.ts'
import { staff } from '#server/access/staff.ts'
import { centers, days, findCenter, findOpenDay, getCenter } from '#server/center/centers.ts'
import { journalEntries } from '#server/center/journal.ts'
import { posters } from '#server/center/posters.ts'
import { wifi } from '#server/center/wifi.ts'
import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged, refuseIfWritten } from '#server/core/refuse-if-written.ts'
import {
  changeDay,
  openDay,
  recordPosterPrinted,
  setPublicReception,
  setUpCenter,
  setWifi,
  writeJournalEntry,
} from '#shared/center/commands.ts'
import { alreadySetUp, dayAlreadyOpen, dayChangedMeanwhile, dayExists } from '#shared/center/problems.ts'
import { profileNamed } from '#shared/center/profiles.ts'
import { dayChangeProblem, hoursProblem, wifiProblem } from '#shared/center/rules.ts'

/** `kind` decides for ever whether the center's records are real or a drill's. */
function setUpHandler(kind: 'live' | 'drill', pinCost: PinCost) {
  return handle(
    setUpCenter,
    async (work, input) => {
      const existing = await findCenter(work.tx)
      if (existing) throw alreadySetUp({ name: existing.name })
      const { centerId, leadId, leadName, pin, ...fields } = input
      await centers.add(work, { id: centerId, kind, openedAt: work.now, ...fields })
      const desks = profileNamed(fields.profileName).desks
      const lead = desks.find(({ capabilities }) => capabilities.includes('center.lead'))
      await staff.add(work, { id: leadId, name: leadName, deskNames: lead ? [lead.name] : [], status: 'active' })
      await savePinHash(work.tx, work.commandId, leadId, pin, work.now)
      work.describe({ name: fields.name, disaster: fields.disasterName })
    },
    { prepare: withHashedPin(pinCost) },
  )
}

const openDayHandler = handle(openDay, async (work, { dayId, ...fields }) => {
  const problem = hoursProblem(fields)
  if (problem) throw problem
  const center = await getCenter(work.tx)
  const open = await findOpenDay(work.tx)
  if (open) throw dayAlreadyOpen({ date: open.date }, ['day', open.id])
  const earlier = await days.where(work.tx, { activationId: center.activationId })
  if (earlier.some(({ date }) => date === fields.date)) throw dayExists({ date: fields.date })
  const number = earlier.length + 1
  await days.add(work, {
    id: dayId,
    activationId: center.activationId,
    number,
    ...fields,
    status: 'open',
    publicReception: work.profile.reception.opensWithDay,
    openedAt: work.now,
    closedAt: null,
  })
  work.describe({ date: fields.date, day: number })
})

const changeDayHandler = handle(changeDay, async (work, { dayId, basedOnSeq, ...fields }) => {
  const day = await days.get(work.tx, dayId)
  const problem = dayChangeProblem(day) ?? hoursProblem(fields)
  if (problem) throw problem
  const seq = await days.changedSeqOf(work.tx, dayId)
  await refuseIfWritten(work, { seq, basedOnSeq }, dayChangedMeanwhile)
  await days.save(work, { ...day, ...fields })
  work.describe({ capacity: fields.capacity, returnBy: fields.returnBy })
})

const setPublicReceptionHandler = handle(setPublicReception, async (work, { dayId, open }) => {
  const day = await days.get(work.tx, dayId)
  const problem = dayChangeProblem(day)
  if (problem) throw problem
  await days.save(work, { ...day, publicReception: open })
  work.describe({ open: open ? 1 : 0 })
})

const setWifiHandler = handle(setWifi, async (work, { ssid, password, basedOnSeq }) => {
  const problem = wifiProblem({ password })
  if (problem) throw problem
  const { id } = await getCenter(work.tx)
  await refuseIfChanged(work, wifi, id, basedOnSeq)
  await wifi.save(work, { id, ssid, password })
})

const recordPosterPrintedHandler = handle(recordPosterPrinted, async (work, { origin }) => {
  const { id } = await getCenter(work.tx)
  await posters.save(work, { id, origin, printedAt: work.now, printedBy: work.actorName })
  work.describe({ address: origin })
})

const writeJournalEntryHandler = handle(writeJournalEntry, async (work, { entryId, ...fields }) => {
  const day = await findOpenDay(work.tx)
  const written = { writtenBy: work.actorName, writtenAt: work.now }
  const dayId = day?.id ?? null
  await journalEntries.add(work, { id: entryId, dayId, happenedAt: work.happenedAt, ...fields, ...written })
})

export const centerHandlers = (kind: 'live' | 'drill', pinCost: PinCost) => [
  setUpHandler(kind, pinCost),
  openDayHandler,
  changeDayHandler,
  setPublicReceptionHandler,
  setWifiHandler,
  recordPosterPrintedHandler,
  writeJournalEntryHandler,
]
