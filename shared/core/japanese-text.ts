// Text as people in Japan type it: tidied for storage, folded for search. Phones load this file, so no big tables.

/** Invisible characters that only do harm: controls, zero-width spaces, direction marks, halves of broken pairs. */
const harmful =
  /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/** Joiners hold emoji and the letters of Persian, Indic and Khmer names together; anywhere else they are litter. */
const joiner =
  /((?:\ufe0f|[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e80-\u109f\u1780-\u17ff\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d])|[\u200c\u200d]/gu

/** Name characters such as 神 (U+FA19) that NFC would replace by their everyday form. */
const outsideCompatibilityIdeographs = /[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu

function cleaned(text: string): string {
  return text
    .replace(harmful, '')
    .replace(joiner, '$1')
    .replace(outsideCompatibilityIdeographs, (part) => part.normalize('NFC'))
}

/**
 * One line as it is stored: trimmed, runs of spaces (full-width ones too) made one, invisible characters gone.
 * The characters of a name are never replaced: 髙, 﨑, ①, 𠮷 and variant selectors stay as they were typed.
 */
export function tidyText(text: string): string {
  return cleaned(text).replace(/\s+/g, ' ').trim()
}

/** Several lines as they are stored: each line tidied, at most one empty line between two, none at the ends. */
export function tidyLines(text: string): string {
  const lines = cleaned(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')).split('\n')
  return lines
    .map(tidyText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Full-width digits become ordinary ones; nothing else changes. */
export function toHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** Every dash a keyboard, an input method or a copied page can give, the long vowel mark ー included. */
const dashes =
  /[-\u02d7\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u2796\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d\uff70]/g

/** Replaces every kind of dash, long vowel marks included: `１ー２−３` and `1-2-3` are one address. */
export function unifyDashes(text: string, dash: string): string {
  return text.replace(dashes, dash)
}

function katakanaToHiragana(katakana: string): string {
  return String.fromCharCode(katakana.charCodeAt(0) - 0x60)
}

/** Joins a kana and a voiced mark typed after it, where there is such a kana. */
function withItsMark(pair: string): string {
  const joined = (pair.charAt(0) + (pair.endsWith('゛') ? '\u3099' : '\u309a')).normalize('NFC')
  return joined.length === 1 ? joined : pair
}

/** Katakana and half-width kana become hiragana, voiced marks joined: ﾔﾏﾀﾞ → やまだ. Other text stays. */
export function toHiragana(text: string): string {
  return text
    .replace(/[\uff66-\uff9f]+/g, (run) => run.normalize('NFKC'))
    .replace(/[\u3041-\u30fe][゛゜]/g, withItsMark)
    .replace(/[\u3041-\u30ff]+/g, (run) => run.normalize('NFC'))
    .replace(/[ァ-ヶヽヾ]/g, katakanaToHiragana)
}

/** Whether a text can stand as ふりがな: kana of any width, with spaces, ー and ・ between. */
export function isKana(text: string): boolean {
  const hiragana = toHiragana(text)
  return /^[ぁ-ゖゝゞヷ-ヺー・･\s]+$/.test(hiragana) && /[ぁ-ゖ]/.test(hiragana)
}

/**
 * Characters that are one name to whoever searches: a space, the variant, then the form it is found under.
 * Kana that are confused in readings of names (ぢ and じ) stand here too. One string, so that bundles can leave it out.
 */
const variants =
  ' 髙高 﨑崎 嵜崎 碕崎 𠮷吉 濵浜 濱浜 邊辺 邉辺 齋斉 齊斉 斎斉 澤沢 廣広 國国 圀国 櫻桜 嶋島 嶌島 桒桑 眞真 惠恵 榮栄 德徳' +
  ' 龍竜 瀧滝 瀨瀬 渕淵 渊淵 冨富 峯峰 舘館 曾曽 條条 關関 學学 藏蔵 壽寿 實実 豐豊 靜静 淸清 來来 禮礼 彌弥 爲為 與与 戶戸 檜桧' +
  ' 增増 黑黒 巖巌 靑青 黃黄 緖緒 橫横 鐵鉄 籔薮 藪薮 薗園 萬万 穗穂 祿禄 緣縁 縣県 藝芸 螢蛍 豬猪 鄕郷 鷗鴎 鷄鶏 栁柳 彥彦' +
  ' ぢじ づず ゐい ゑえ をお đd øo łl'

function everydayForm(character: string): string {
  const at = variants.indexOf(` ${character}`)
  return at < 0 ? character : variants.charAt(at + 1 + character.length)
}

/** The large kana stands right after its small one in Unicode, except for ゕ and ゖ. */
function largeKana(small: string): string {
  if (small === 'ゕ') return 'か'
  if (small === 'ゖ') return 'け'
  return String.fromCharCode(small.charCodeAt(0) + 1)
}

/**
 * The form under which texts are compared, for search and for likely doubles; never shown or stored as a name.
 * Width, case, kana script, small kana, accents, old and new characters, spaces and punctuation make no difference;
 * dashes remain as one sign, because 1-23 and 12-3 are two addresses. A text of signs only has an empty key, and two
 * empty keys say nothing about each other.
 */
export function searchKey(text: string): string {
  const decomposed = text.replace(/゛/g, '\u3099').replace(/゜/g, '\u309a').normalize('NFKD').toLowerCase()
  return unifyDashes(decomposed, 'ー')
    .replace(/[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .replace(/[ァ-ヶヽ]/g, katakanaToHiragana)
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, largeKana)
    .normalize('NFC')
    .replace(/[ぢづゐゑを\u0111\u00f8\u0142\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{2ffff}]/gu, everydayForm)
}

const numberLike = /^[0-9ー]+$/

function hasWord(key: string, word: string): boolean {
  if (key.includes(word)) return true
  // Telephone numbers are stored as digits only and typed with hyphens.
  if (!numberLike.test(word) || !numberLike.test(key)) return false
  const digits = word.replaceAll('ー', '')
  return digits !== '' && key.replaceAll('ー', '').includes(digits)
}

/** Texts as a search compares them. Folding costs more than all searching: whoever is searched often keeps these. */
export function searchKeys(...fields: readonly (string | number | null | undefined)[]): readonly string[] {
  return fields.map((field) => searchKey(String(field ?? '')))
}

/**
 * Makes a search as one types, among texts folded by `searchKeys`: every word of the query must occur in one of them. An
 * empty query finds all. Half-typed romaji at the end (やまd, while the input method is still composing) is passed over.
 */
export function searcherOfKeys(query: string): (keys: readonly string[]) => boolean {
  const words = query
    .split(/\s+/)
    .map((word) => searchKey(word).replace(/([ぁ-ゖ])[a-z]{1,2}$/, '$1'))
    .filter((word) => word !== '')
  return (keys) => words.every((word) => keys.some((key) => hasWord(key, word)))
}

/** The same search, among texts as they are. */
export function searcher(query: string): (...fields: readonly (string | number | null | undefined)[]) => boolean {
  const fits = searcherOfKeys(query)
  return (...fields) => fits(searchKeys(...fields))
}

/** Whether one record's fields answer a query; for a long list make one `searcher` and ask it for each record. */
export function matches(query: string, ...fields: readonly (string | number | null | undefined)[]): boolean {
  return searcher(query)(...fields)
}
