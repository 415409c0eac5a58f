import type * as problems from '#shared/photos/problems.ts'
import type { ProblemTexts } from '#shared/texts/text.ts'

export const photosProblemTexts: ProblemTexts<typeof problems> = {
  'photos.noPicture': {
    ja: () => '写真として読めないファイルです。撮り直すか、別の写真を選んでください。',
    easy: () => 'しゃしんが よめません。もういちど とってください。',
    en: () => 'This file cannot be read as a photo. Please take it again or choose another one.',
  },
  'photos.heicPicture': {
    ja: () => 'この形式（HEIC）の写真は受け取れません。カメラの設定を「互換性優先（JPEG）」にして撮り直してください。',
    easy: () => 'この しゃしん（HEIC）は おくれません。このページの ボタンで とってください。',
    en: () => 'HEIC photos cannot be taken in. Please take it from this page, or set the camera to JPEG.',
  },
  'photos.pictureTooLarge': {
    ja: ({ megabytes }) => `写真が大きすぎます（${megabytes}MBまで）。小さくするか、撮り直してください。`,
    easy: ({ megabytes }) => `しゃしんが おおきすぎます（${megabytes}MBまで）。`,
    en: ({ megabytes }) => `The photo is too large (up to ${megabytes} MB).`,
  },
  'photos.tooManyPixels': {
    ja: ({ megapixels }) => `写真の画素が多すぎます（約${megapixels * 100}万画素）。4,000万画素までにしてください。`,
    easy: () => 'しゃしんが おおきすぎます。ちいさく してください。',
    en: ({ megapixels }) => `The photo has too many pixels (about ${megapixels} million; up to 40 million).`,
  },
  'photos.pictureMissing': {
    ja: () => '写真が届いていません。もう一度選んで送ってください。',
    easy: () => 'しゃしんが とどいていません。もういちど おくってください。',
    en: () => 'The photo has not arrived. Please choose it again and send it.',
  },
  'photos.enoughPhotos': {
    ja: ({ need, most }) =>
      `N-${String(need).padStart(3, '0')} の写真は${most}枚までです。要らない写真を消してから加えてください。`,
    easy: ({ most }) => `しゃしんは ${most}まいまでです。`,
    en: ({ most }) => `There are ${most} photos already. Please remove some first.`,
  },
  'photos.busy': {
    ja: () => 'たくさんの写真が届いています。少したつと、自動で送り直します。',
    easy: () => 'すこし まってください。じどうで おくります。',
    en: () => 'Many photos are arriving. Yours is sent again by itself in a moment.',
  },
  'photos.removed': {
    ja: ({ need }) => `N-${String(need).padStart(3, '0')} のこの写真は、ほかの人が消しました。`,
    easy: () => 'この しゃしんは けされました。',
    en: () => 'Somebody has removed this photo.',
  },
  'photos.erased': {
    ja: ({ need }) => `N-${String(need).padStart(3, '0')} のこの写真はもう消えています。元には戻せません。`,
    easy: () => 'この しゃしんは もう ありません。',
    en: () => 'This photo has been erased and cannot be brought back.',
  },
}
