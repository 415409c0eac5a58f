import { clockOf, timeZone } from '#shared/core/time.ts'
import { deskTitleNamed } from '#web/center/desks.ts'
import { send } from '#web/core/send.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { deskTexts } from '#web/texts/form.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** What was handed to the person who sits here, until they say that they have read it. */
export function HandOverBanners() {
  const me = session.value?.staff?.staffId
  const mine = store.all('handOver').filter(({ toStaffId, readAt }) => toStaffId === me && readAt === null)
  return (
    <>
      {mine.map(({ id, deskName, fromName, at, note }) => (
        <NoticeBanner
          key={id}
          tone="information"
          live
          title={deskTexts.banner(deskTitleNamed(deskName), fromName, clockOf(at, timeZone))}
          action={
            <Button onPress={() => send('center.acknowledgeHandOver', { handOverId: id })}>{deskTexts.read}</Button>
          }
        >
          {note === '' ? deskTexts.noNote : note}
        </NoticeBanner>
      ))}
    </>
  )
}
