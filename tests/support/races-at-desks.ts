import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { press, type Race, same } from '#tests/support/race.ts'

const added = () => press('center.addDesk', { deskName: newId(), label: '電話2', work: ['needs'], lanes: 1 } as const)

/** What two leads do at once to the desks of their center, and to what holds for all of them. */
export const racesAtDesks: Partial<Record<CommandName, Race>> = {
  'center.addDesk': async () => ({ first: added(), second: added() }),
  'center.mergeDesks': async () => same('center.mergeDesks', { from: 'survey', into: 'needs', label: '' }),
  'center.splitDesk': async ({ lead }) => {
    await lead.send('center.mergeDesks', { from: 'survey', into: 'needs', label: '' })
    const split = (label: string) =>
      press('center.splitDesk', {
        deskName: newId(),
        from: 'needs',
        label,
        work: ['survey'],
        lanes: 1,
        staffIds: [],
      })
    return { first: split('調査'), second: split('調査2') }
  },
  'center.handOverDesk': async ({ lead }) => {
    const [from, to, other] = [newId(), newId(), newId()]
    const staff = { 電: from, 替: to, 代: other }
    for (const [name, staffId] of Object.entries(staff))
      await lead.send('access.addStaff', { staffId, name, pin: '222222', deskNames: ['needs'] })
    const handed = (toStaffId: string) =>
      press('center.handOverDesk', {
        handOverId: newId(),
        deskName: 'needs',
        fromStaffId: from,
        toStaffId,
        note: '',
      })
    return { first: handed(to), second: handed(other) }
  },
  'access.setLookRule': async () => same('access.setLookRule', { manyLooks: 30, basedOnSeq: 0 }),
  'access.countPapers': async ({ lead }) => {
    await lead.send('access.openSheet', { sheet: 'workOrder', recordId: newId(), people: 3 })
    return same('access.countPapers', { date: '2026-11-23', back: 1, missing: [], basedOnSeq: 0 })
  },
}
