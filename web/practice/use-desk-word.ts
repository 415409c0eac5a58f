import { deskPhone } from '#shared/texts/desk-phone.ts'
import type { DrillDesks } from '#web/practice/own-part.ts'
import { usePhoneWords } from '#web/ui/phone-words.tsx'

const isKnown = (name: string): name is keyof typeof deskPhone => Object.hasOwn(deskPhone, name)

/** A desk in the page's language; one that the center calls otherwise is called as it calls it. */
export function useDeskWord(): (desk: DrillDesks[number]) => string {
  const { plain } = usePhoneWords(deskPhone)
  return ({ name, title }) => (isKnown(name) && deskPhone[name].ja === title ? plain(name) : title)
}
