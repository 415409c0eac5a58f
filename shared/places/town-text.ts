/** The kanji numbers that stand before 丁目 in the ward; none goes beyond nine. */
const kanjiDigits = '一二三四五六七八九'

/** Postal code, prefecture, city and ward, any of them, as they stand before the town. */
const beforeTown = /^(?:\s|〒|\d{3}-?\d{4}|神奈川県|横浜市|金沢区)*/u

/**
 * An address as it is compared: width and dashes made one (NFKC), 釡 written 釜 (the city writes both), ヶ written ケ, the
 * number before 丁目 in figures. What follows the town is left as it was typed.
 */
export function tidyAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('釡', '釜')
    .replaceAll('ヶ', 'ケ')
    .replace(/(?<=\d)\s*[‐‑‒–—―−ーｰのノ]\s*(?=\d)/gu, '-')
    .replace(new RegExp(`([${kanjiDigits}])(?=\\s*丁目)`, 'gu'), (digit) => String(kanjiDigits.indexOf(digit) + 1))
    .trim()
}

/** The same without postal code, prefecture, city and ward. 金沢区 goes, 金沢町 stays. */
export function withoutWard(tidy: string): string {
  return tidy.replace(beforeTown, '')
}

/**
 * Letters made alike for searching: katakana as hiragana, small kana large (おっとも and おつとも are one), no spaces, a
 * long-vowel mark kept. Only for comparing, never for showing.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[\u30a1-\u30f6]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1))
}
