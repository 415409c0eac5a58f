import type { TroubleCardName } from '#shared/texts/trouble-cards.ts'
import { showCard } from '#web/keeping/shown-card.ts'
import { healthPageTexts } from '#web/texts/keeping-health.ts'
import { Button } from '#web/ui/button.tsx'

/** Beside an error: the card that says what people do about it. */
export function CardLink({ name }: { name: TroubleCardName }) {
  return <Button onPress={() => showCard(name)}>{healthPageTexts.whatToDo}</Button>
}
