import { useEffect, useState } from 'preact/hooks'
import { tagCode } from '#shared/core/check-digit.ts'
import { mePhone } from '#shared/texts/me-phone.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { linkState } from '#web/core/link.ts'
import { request } from '#web/core/request.ts'
import { store } from '#web/core/store.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

/** The number, large, and the name tag's code for the desks' readers. */
export function MyNumber({ mine }: { mine: Attendance }) {
  const { t } = usePhoneWords(mePhone)
  const day = store.get('day', mine.dayId)
  return (
    <section class="phone-number">
      <h2>{t('number')}</h2>
      <p class="big-number">{mine.number}</p>
      <p class="now centered">{t('sir', { name: mine.name })}</p>
      {day ? <Tag key={mine.number} code={tagCode(day.number, mine.number)} /> : null}
    </section>
  )
}

/** Drawn by the center, for a maker of codes would weigh more than the page; the letters stand there meanwhile. */
function Tag({ code }: { code: string }) {
  const { t, plain } = usePhoneWords(mePhone)
  const [drawing, setDrawing] = useState<{ side: number; path: string } | null>(null)
  const live = linkState.value === 'live'
  useEffect(() => {
    if (drawing) return
    void request<{ side: number; path: string }>('GET', `/api/tag-code/${code}`).then((reply) => {
      if (reply.kind === 'done') setDrawing(reply.body)
    })
  }, [code, live])
  return (
    <figure class="phone-tag">
      <div class="phone-tag-place">
        {drawing ? (
          <svg
            viewBox={`0 0 ${drawing.side} ${drawing.side}`}
            role="img"
            aria-label={plain('showTag')}
            shape-rendering="crispEdges"
          >
            <rect width={drawing.side} height={drawing.side} fill="#fff" />
            <path d={drawing.path} fill="#000" />
          </svg>
        ) : null}
      </div>
      <p class="qr-code number">{code}</p>
      <figcaption class="quiet">{t('showTag')}</figcaption>
    </figure>
  )
}
