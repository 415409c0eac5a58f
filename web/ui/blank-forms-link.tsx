import { blankFormTexts } from '#shared/texts/blank-forms.ts'

/** To the blank forms on paper; how many of each is chosen where they are printed. */
export function BlankFormsLink() {
  return (
    <a class="button" href="/sheets/blank-forms" target="_blank" rel="noopener">
      {blankFormTexts.print}
    </a>
  )
}
