import { useEffect, useState } from 'preact/hooks'
import { movingPhone } from '#shared/texts/moving-phone.ts'
import { type Offered, onHandedOver, placeAfter, takeOver } from '#web/core/moving.ts'
import { myLanguage } from '#web/shell/me-language.ts'
import { Button } from '#web/ui/button.tsx'
import { PhoneLanguage, usePhoneWords } from '#web/ui/phone-words.tsx'

/** As long as a page over a crowded line may take to say its first word. */
const patienceMs = 20_000

/** The page at the new address, opened by the one at the old: it takes nothing before its owner says so. */
export function TakingOver({ nonce }: { nonce: string }) {
  return (
    <PhoneLanguage.Provider value={myLanguage()}>
      <main class="phone-column">
        <Offer nonce={nonce} />
      </main>
    </PhoneLanguage.Provider>
  )
}

function Offer({ nonce }: { nonce: string }) {
  const { t, plain } = usePhoneWords(movingPhone)
  const [offered, setOffered] = useState<Offered | null>(null)
  const [said, setSaid] = useState<'oldGone' | 'oldCenter' | 'notTaken' | null>(null)
  useEffect(() => {
    const stop = onHandedOver(nonce, setOffered)
    const ending = setTimeout(() => setSaid('oldGone'), patienceMs)
    return () => {
      stop()
      clearTimeout(ending)
    }
  }, [nonce])
  if (!offered)
    return (
      <section class="form-part" role="status">
        <p>{said === null ? t('waitsForOld') : t(said)}</p>
      </section>
    )
  const { from, belongings, confirm } = offered
  const take = async () => {
    const taken = await takeOver(offered).catch(() => null)
    if (!taken) return setSaid(taken === null ? 'notTaken' : 'oldCenter')
    confirm()
    // A page with another fragment is not loaded anew by itself.
    history.replaceState(null, '', placeAfter(belongings))
    location.reload()
  }
  const counts = { unsent: belongings.unsent.length, copies: belongings.copies.length }
  return (
    <section class="form-part">
      <h1>{t('takeTitle')}</h1>
      <p>{t('takeFrom', { origin: from, ...counts })}</p>
      {belongings.form?.draft && counts.unsent === 0 ? <p>{t('draft')}</p> : null}
      {said === 'oldCenter' || said === 'notTaken' ? (
        <div class="notice notice-warning" role="alert">
          <p>{t(said)}</p>
        </div>
      ) : null}
      {said === 'oldCenter' ? null : (
        <Button variant="next" large wide onPress={take}>
          {plain('take')}
        </Button>
      )}
    </section>
  )
}
