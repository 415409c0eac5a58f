import { useContext } from 'preact/hooks'
import { type Language, languages } from '#shared/core/language.ts'
import { UiWords } from './ui-words.ts'

export interface LanguageSwitchProps {
  language: Language
  onChange?: ((language: Language) => void) | undefined
  /** With an address per language the switch is made of links, which work without JavaScript. */
  href?: ((language: Language) => string) | undefined
}

/** Each language in its own words, for someone who reads no other. */
const ownNames: Record<Language, { name: string; lang: string }> = {
  ja: { name: '日本語', lang: 'ja' },
  easy: { name: 'やさしい日本語', lang: 'ja' },
  en: { name: 'English', lang: 'en' },
}

/** 日本語 / やさしい日本語 / English. */
export function LanguageSwitch({ language, onChange, href }: LanguageSwitchProps) {
  const words = useContext(UiWords)
  return (
    <nav class="language-switch" aria-label={words.language}>
      {languages.map((offered) => {
        const { name, lang } = ownNames[offered]
        const current = offered === language ? 'true' : undefined
        return href ? (
          <a key={offered} href={href(offered)} lang={lang} aria-current={current}>
            {name}
          </a>
        ) : (
          <button
            key={offered}
            type="button"
            class="switch-choice"
            lang={lang}
            aria-current={current}
            onClick={() => onChange?.(offered)}
          >
            {name}
          </button>
        )
      })}
    </nav>
  )
}
