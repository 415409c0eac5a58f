import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { normalisePhone } from '#shared/core/phone-number.ts'
import { ask } from '#web/core/ask.ts'

const nobody: ReadonlySet<string> = new Set()

/** The households of the numbers that were typed last, as the server knows them: no desk holds numbers. */
const callers = signal<{ asked: string; households: ReadonlySet<string> }>({ asked: '', households: nobody })

/** Whose numbers these are, as soon as one of them is whole. */
export function useCallers(phones: readonly string[]): ReadonlySet<string> {
  const whole = [...new Set(phones.map(normalisePhone).filter((phone) => phone !== null))]
  const asked = whole.join(' ')
  useEffect(() => {
    if (asked === '' || asked === callers.value.asked) return
    const look = async () => {
      const reply = await ask('needs.findCallers', { phones: asked.split(' ') })
      if (reply.kind === 'done') callers.value = { asked, households: new Set(reply.body.householdIds) }
    }
    void look()
  }, [asked])
  return asked === callers.value.asked ? callers.value.households : nobody
}
