import { townBases } from '#shared/places/town-bases.ts'

/** A town (町丁目) of the ward: what an address begins with, and where its representative point lies. */
export interface Town {
  /** Stable: stored on households and needs. Never renamed, never used again. */
  id: string
  name: string
  base: string
  /** The number before 丁目; null where the town is undivided. */
  chome: number | null
  /** Reading of the base, without 丁目. */
  kana: string
  lat: number
  lng: number
}

type TownRow = readonly [id: string, name: string, base: string, chome: number | null, lat: number, lng: number]

/**
 * The 101 towns of 横浜市金沢区. The point is the town's representative point, not its middle: it may be several hundred
 * metres from a house. Degrees, JGD2011 (WGS 84 to within what matters here).
 * Source: 国土交通省 位置参照情報（大字・町丁目）as prepared in Geolonia 住所データ v1 (2023-11, CC BY 4.0).
 */
const townRows: readonly TownRow[] = [
  ['asahina-cho', '朝比奈町', '朝比奈町', null, 35.329056, 139.596045],
  ['umi-no-koen', '海の公園', '海の公園', null, 35.337523, 139.633474],
  ['okawa', '大川', '大川', null, 35.336874, 139.61544],
  ['otsutomo-cho', '乙舳町', '乙舳町', null, 35.328856, 139.632131],
  ['katabuki', '片吹', '片吹', null, 35.351333, 139.625402],
  ['kanazawa-cho', '金沢町', '金沢町', null, 35.343908, 139.628906],
  ['kamariya-cho', '釜利谷町', '釜利谷町', null, 35.348143, 139.59115],
  ['kamariya-nishi-1', '釜利谷西一丁目', '釜利谷西', 1, 35.344563, 139.604172],
  ['kamariya-nishi-2', '釜利谷西二丁目', '釜利谷西', 2, 35.341194, 139.597722],
  ['kamariya-nishi-3', '釜利谷西三丁目', '釜利谷西', 3, 35.34529, 139.598598],
  ['kamariya-nishi-4', '釜利谷西四丁目', '釜利谷西', 4, 35.345575, 139.594876],
  ['kamariya-nishi-5', '釜利谷西五丁目', '釜利谷西', 5, 35.341046, 139.593567],
  ['kamariya-nishi-6', '釜利谷西六丁目', '釜利谷西', 6, 35.33689, 139.593225],
  ['kamariya-higashi-1', '釜利谷東一丁目', '釜利谷東', 1, 35.341865, 139.615864],
  ['kamariya-higashi-2', '釜利谷東二丁目', '釜利谷東', 2, 35.342602, 139.619055],
  ['kamariya-higashi-3', '釜利谷東三丁目', '釜利谷東', 3, 35.346982, 139.616557],
  ['kamariya-higashi-4', '釜利谷東四丁目', '釜利谷東', 4, 35.348946, 139.611404],
  ['kamariya-higashi-5', '釜利谷東五丁目', '釜利谷東', 5, 35.35083, 139.601017],
  ['kamariya-higashi-6', '釜利谷東六丁目', '釜利谷東', 6, 35.344363, 139.610056],
  ['kamariya-higashi-7', '釜利谷東七丁目', '釜利谷東', 7, 35.340523, 139.604908],
  ['kamariya-higashi-8', '釜利谷東八丁目', '釜利谷東', 8, 35.340209, 139.599998],
  ['kamariya-minami-1', '釜利谷南一丁目', '釜利谷南', 1, 35.338887, 139.6115],
  ['kamariya-minami-2', '釜利谷南二丁目', '釜利谷南', 2, 35.336277, 139.604928],
  ['kamariya-minami-3', '釜利谷南三丁目', '釜利谷南', 3, 35.336139, 139.596819],
  ['kamariya-minami-4', '釜利谷南四丁目', '釜利谷南', 4, 35.339581, 139.607852],
  ['sachiura-1', '幸浦一丁目', '幸浦', 1, 35.372784, 139.649396],
  ['sachiura-2', '幸浦二丁目', '幸浦', 2, 35.360594, 139.646949],
  ['shiba-cho', '柴町', '柴町', null, 35.345669, 139.638679],
  ['showa-machi', '昭和町', '昭和町', null, 35.38081, 139.62856],
  ['shiraho', '白帆', '白帆', null, 35.381139, 139.646571],
  ['susaki-cho', '洲崎町', '洲崎町', null, 35.332646, 139.625846],
  ['seto', '瀬戸', '瀬戸', null, 35.33215, 139.618772],
  ['takafunedai-1', '高舟台一丁目', '高舟台', 1, 35.332536, 139.605062],
  ['takafunedai-2', '高舟台二丁目', '高舟台', 2, 35.332322, 139.600667],
  ['daido-1', '大道一丁目', '大道', 1, 35.329945, 139.606126],
  ['daido-2', '大道二丁目', '大道', 2, 35.326934, 139.608047],
  ['teramae-1', '寺前一丁目', '寺前', 1, 35.340108, 139.626613],
  ['teramae-2', '寺前二丁目', '寺前', 2, 35.339346, 139.630705],
  ['deiki-1', '泥亀一丁目', '泥亀', 1, 35.337428, 139.622072],
  ['deiki-2', '泥亀二丁目', '泥亀', 2, 35.337416, 139.624979],
  ['tomioka-nishi-1', '富岡西一丁目', '富岡西', 1, 35.372311, 139.622927],
  ['tomioka-nishi-2', '富岡西二丁目', '富岡西', 2, 35.370439, 139.627152],
  ['tomioka-nishi-3', '富岡西三丁目', '富岡西', 3, 35.368163, 139.623667],
  ['tomioka-nishi-4', '富岡西四丁目', '富岡西', 4, 35.366541, 139.618649],
  ['tomioka-nishi-5', '富岡西五丁目', '富岡西', 5, 35.361436, 139.615905],
  ['tomioka-nishi-6', '富岡西六丁目', '富岡西', 6, 35.362341, 139.620757],
  ['tomioka-nishi-7', '富岡西七丁目', '富岡西', 7, 35.365286, 139.625924],
  ['tomioka-higashi-1', '富岡東一丁目', '富岡東', 1, 35.377171, 139.624345],
  ['tomioka-higashi-2', '富岡東二丁目', '富岡東', 2, 35.376823, 139.633815],
  ['tomioka-higashi-3', '富岡東三丁目', '富岡東', 3, 35.373623, 139.631102],
  ['tomioka-higashi-4', '富岡東四丁目', '富岡東', 4, 35.369759, 139.636038],
  ['tomioka-higashi-5', '富岡東五丁目', '富岡東', 5, 35.370404, 139.631389],
  ['tomioka-higashi-6', '富岡東六丁目', '富岡東', 6, 35.363792, 139.631805],
  ['torihama-cho', '鳥浜町', '鳥浜町', null, 35.384095, 139.643055],
  ['nagahama', '長浜', '長浜', null, 35.356444, 139.637359],
  ['nagahama-1', '長浜一丁目', '長浜', 1, 35.357146, 139.631593],
  ['nagahama-2', '長浜二丁目', '長浜', 2, 35.354916, 139.632215],
  ['namiki-1', '並木一丁目', '並木', 1, 35.371911, 139.639225],
  ['namiki-2', '並木二丁目', '並木', 2, 35.364341, 139.639202],
  ['namiki-3', '並木三丁目', '並木', 3, 35.355535, 139.641356],
  ['nishishiba-1', '西柴一丁目', '西柴', 1, 35.3523, 139.629867],
  ['nishishiba-2', '西柴二丁目', '西柴', 2, 35.351262, 139.632005],
  ['nishishiba-3', '西柴三丁目', '西柴', 3, 35.348338, 139.627152],
  ['nishishiba-4', '西柴四丁目', '西柴', 4, 35.347692, 139.631561],
  ['nokendai-1', '能見台一丁目', '能見台', 1, 35.361784, 139.611662],
  ['nokendai-2', '能見台二丁目', '能見台', 2, 35.358128, 139.609836],
  ['nokendai-3', '能見台三丁目', '能見台', 3, 35.357735, 139.618221],
  ['nokendai-4', '能見台四丁目', '能見台', 4, 35.354596, 139.6173],
  ['nokendai-5', '能見台五丁目', '能見台', 5, 35.351733, 139.619915],
  ['nokendai-6', '能見台六丁目', '能見台', 6, 35.35335, 139.611575],
  ['nokendai-dori', '能見台通', '能見台通', null, 35.362001, 139.625965],
  ['nokendai-higashi', '能見台東', '能見台東', null, 35.356908, 139.625807],
  ['nokendai-mori', '能見台森', '能見台森', null, 35.352846, 139.61656],
  ['nojima-cho', '野島町', '野島町', null, 35.326259, 139.634785],
  ['hakkeijima', '八景島', '八景島', null, 35.33652, 139.644136],
  ['higashi-asahina-1', '東朝比奈一丁目', '東朝比奈', 1, 35.324542, 139.604032],
  ['higashi-asahina-2', '東朝比奈二丁目', '東朝比奈', 2, 35.3236, 139.597936],
  ['higashi-asahina-3', '東朝比奈三丁目', '東朝比奈', 3, 35.326724, 139.599438],
  ['hirakata-cho', '平潟町', '平潟町', null, 35.331792, 139.630818],
  ['fukuura-1', '福浦一丁目', '福浦', 1, 35.354376, 139.648885],
  ['fukuura-2', '福浦二丁目', '福浦', 2, 35.348409, 139.650266],
  ['fukuura-3', '福浦三丁目', '福浦', 3, 35.342628, 139.650475],
  ['horiguchi', '堀口', '堀口', null, 35.358264, 139.629936],
  ['machiya-cho', '町屋町', '町屋町', null, 35.336169, 139.628677],
  ['mizuki-cho', 'みず木町', 'みず木町', null, 35.338764, 139.589353],
  ['mutsuura-1', '六浦一丁目', '六浦', 1, 35.326256, 139.619768],
  ['mutsuura-2', '六浦二丁目', '六浦', 2, 35.331405, 139.614245],
  ['mutsuura-3', '六浦三丁目', '六浦', 3, 35.330896, 139.61027],
  ['mutsuura-4', '六浦四丁目', '六浦', 4, 35.326508, 139.615784],
  ['mutsuura-5', '六浦五丁目', '六浦', 5, 35.323829, 139.611067],
  ['mutsuura-cho', '六浦町', '六浦町', null, 35.318039, 139.60116],
  ['mutsuura-higashi-1', '六浦東一丁目', '六浦東', 1, 35.322218, 139.624503],
  ['mutsuura-higashi-2', '六浦東二丁目', '六浦東', 2, 35.321771, 139.618965],
  ['mutsuura-higashi-3', '六浦東三丁目', '六浦東', 3, 35.318626, 139.619494],
  ['mutsuura-minami-1', '六浦南一丁目', '六浦南', 1, 35.321548, 139.615732],
  ['mutsuura-minami-2', '六浦南二丁目', '六浦南', 2, 35.320664, 139.612265],
  ['mutsuura-minami-3', '六浦南三丁目', '六浦南', 3, 35.316384, 139.610794],
  ['mutsuura-minami-4', '六浦南四丁目', '六浦南', 4, 35.317014, 139.608551],
  ['mutsuura-minami-5', '六浦南五丁目', '六浦南', 5, 35.318085, 139.607386],
  ['yatsu-cho', '谷津町', '谷津町', null, 35.34523, 139.623384],
  ['yanagi-cho', '柳町', '柳町', null, 35.326149, 139.625005],
]

const kanaOfBase = new Map(townBases.map((base) => [base.name, base.kana]))

/** The 101 towns, in the order of their readings and 丁目. */
export const towns: readonly Town[] = townRows.map(([id, name, base, chome, lat, lng]) => ({
  id,
  name,
  base,
  chome,
  kana: kanaOfBase.get(base) ?? '',
  lat,
  lng,
}))

const townsById = new Map(towns.map((town) => [town.id, town]))

/** The town with this id, or undefined: an id may come from an older file or from outside. */
export function townById(id: string): Town | undefined {
  return townsById.get(id)
}
