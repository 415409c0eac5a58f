import { signal } from '@preact/signals'
import type { KeepingState, Recovery, StopReason } from '#shared/keeping/keeping-state.ts'
import { keepingState } from '#web/core/link.ts'
import { type Refusal, request } from '#web/core/request.ts'
import { CardLink } from '#web/keeping/card-link.tsx'
import { ClockBanner, SleepBanner } from '#web/keeping/laptop-banners.tsx'
import { MoveDesk } from '#web/keeping/move-desk.tsx'
import { keepingTroubleTexts, roomTexts, stoppedTexts } from '#web/texts/keeping-trouble.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

/** What came of the press on the restart: under way, or why not. */
const restarting = signal<'no' | 'yes' | Refusal>('no')

async function restart(): Promise<void> {
  restarting.value = 'yes'
  const reply = await request('POST', '/api/keeping/restart')
  // Without an answer the center is already going down, which is what was asked for.
  if (reply.kind === 'refused') restarting.value = reply.problem
}

const cardOfStop = {
  ioError: 'writingStopped',
  damaged: 'damaged',
  folderGone: 'writingStopped',
  handedOver: 'otherLaptop',
} as const

function Stopped({ reason }: { reason: StopReason }) {
  const { title, words } = stoppedTexts[reason]
  const asked = restarting.value
  const card = cardOfStop[reason]
  const button = (
    <>
      {reason === 'handedOver' ? <MoveDesk /> : null}
      {asked === 'yes' || reason === 'handedOver' ? null : (
        <Button onPress={restart}>{keepingTroubleTexts.restart}</Button>
      )}
      <CardLink name={card} />
    </>
  )
  return (
    <NoticeBanner tone="stop" title={title} action={button}>
      {asked === 'yes' ? keepingTroubleTexts.restarting : words}
      {typeof asked === 'object' ? ` ${problemSentence(asked, 'ja')}` : ''}
    </NoticeBanner>
  )
}

function Room({ room, reserve }: KeepingState) {
  if (room === 'enough') return null
  const { title, words } = roomTexts[room]
  const release = () => request('POST', '/api/keeping/release-reserve')
  return (
    <NoticeBanner
      tone={room === 'full' ? 'stop' : 'warning'}
      live
      title={title}
      action={
        <>
          {room === 'full' && reserve ? <Button onPress={release}>{keepingTroubleTexts.release}</Button> : null}
          <CardLink name="noRoom" />
        </>
      }
    >
      {words}
    </NoticeBanner>
  )
}

const seenRecovery = signal(deviceMemory.read('seen-recovery') ?? '')

function Recovered({ recovery }: { recovery: Recovery }) {
  if (seenRecovery.value === recovery.at) return null
  const close = () => {
    deviceMemory.write('seen-recovery', recovery.at)
    seenRecovery.value = recovery.at
  }
  return (
    <NoticeBanner
      tone={recovery.lost > 0 ? 'warning' : 'information'}
      live
      title={keepingTroubleTexts.recovered(recovery)}
      action={
        <>
          <Button onPress={close}>{keepingTroubleTexts.seen}</Button>
          <CardLink name="powerCut" />
        </>
      }
    >
      {recovery.lost > 0 ? keepingTroubleTexts.lostWords : keepingTroubleTexts.recoveredWords}
    </NoticeBanner>
  )
}

/** Across every desk: that nothing is written any more, that the disk is full, how the center came back. */
export function KeepingBanner() {
  const state = keepingState.value
  if (state.reason === null && restarting.peek() !== 'no') restarting.value = 'no'
  return (
    <>
      {state.reason === null ? <Room {...state} /> : <Stopped reason={state.reason} />}
      {state.recovery ? <Recovered recovery={state.recovery} /> : null}
      {state.clock ? <ClockBanner doubt={state.clock} /> : null}
      {state.slept ? <SleepBanner slept={state.slept} /> : null}
    </>
  )
}
