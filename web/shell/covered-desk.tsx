import { helpIsOpen } from '#shared/dispatch/signal-rules.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { LockScreen } from '#web/access/lock-screen.tsx'
import { centerDesks } from '#web/center/desks.ts'
import type { StaffSession } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { CoverWithoutLine } from '#web/keeping/move-desk.tsx'
import { DayCounts } from '#web/shell/day-numbers-bar.tsx'
import { messagesTexts } from '#web/texts/messages.ts'
import { shellTexts } from '#web/texts/shell.ts'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** A desk that nobody touched for a while: its name, the numbers of the day, and which teams call for help. */
export function CoveredDesk({ seated }: { seated: StaffSession }) {
  const mine = store.get('staff', seated.staffId)?.deskNames ?? []
  const desks = centerDesks().filter(({ name }) => mine.includes(name))
  const desk = desks.find(({ name }) => name === deviceMemory.read('desk')) ?? desks[0]
  return (
    <LockScreen name={seated.name} desk={desk ? deskTitle(desk) : shellTexts.noDay}>
      {store
        .all('team')
        .filter(helpIsOpen)
        .map(({ id, number }) => (
          <NoticeBanner key={id} tone="stop" title={messagesTexts.helpTitle(number)}>
            {messagesTexts.helpOpenDesk}
          </NoticeBanner>
        ))}
      <DayCounts />
      <CoverWithoutLine />
    </LockScreen>
  )
}
