/** A railway station that volunteers arrive at or find their way by. */
export interface Station {
  id: string
  name: string
  lines: readonly string[]
  /** The number on the station's sign, as far as one is shown there. */
  number: string
  lat: number
  lng: number
}

/**
 * The 17 stations of the ward and the two next to it (新杉田 in 磯子区, 追浜 in 横須賀市). Points to about 100 m.
 * Source: 駅データ station_database (Seo-4d696b75), order of stations checked against the lines.
 */
export const stations: readonly Station[] = [
  {
    id: 'station-keikyu-tomioka',
    name: '京急富岡',
    lines: ['京急本線'],
    number: 'KK47',
    lat: 35.366743,
    lng: 139.629772,
  },
  { id: 'station-nokendai', name: '能見台', lines: ['京急本線'], number: 'KK48', lat: 35.360528, lng: 139.629233 },
  {
    id: 'station-kanazawa-bunko',
    name: '金沢文庫',
    lines: ['京急本線'],
    number: 'KK49',
    lat: 35.342966,
    lng: 139.621606,
  },
  {
    id: 'station-kanazawa-hakkei',
    name: '金沢八景',
    lines: ['京急本線', '京急逗子線', '金沢シーサイドライン'],
    number: 'KK50/14',
    lat: 35.331223,
    lng: 139.62018,
  },
  { id: 'station-mutsuura', name: '六浦', lines: ['京急逗子線'], number: 'KK51', lat: 35.32269, lng: 139.611532 },
  {
    id: 'station-nambu-shijo',
    name: '南部市場',
    lines: ['金沢シーサイドライン'],
    number: '02',
    lat: 35.380192,
    lng: 139.633163,
  },
  {
    id: 'station-torihama',
    name: '鳥浜',
    lines: ['金沢シーサイドライン'],
    number: '03',
    lat: 35.377187,
    lng: 139.641704,
  },
  {
    id: 'station-namiki-kita',
    name: '並木北',
    lines: ['金沢シーサイドライン'],
    number: '04',
    lat: 35.372015,
    lng: 139.642743,
  },
  {
    id: 'station-namiki-chuo',
    name: '並木中央',
    lines: ['金沢シーサイドライン'],
    number: '05',
    lat: 35.365505,
    lng: 139.642945,
  },
  {
    id: 'station-sachiura',
    name: '幸浦',
    lines: ['金沢シーサイドライン'],
    number: '06',
    lat: 35.358406,
    lng: 139.643706,
  },
  {
    id: 'station-sangyo-shinko-center',
    name: '産業振興センター',
    lines: ['金沢シーサイドライン'],
    number: '07',
    lat: 35.35339,
    lng: 139.646326,
  },
  {
    id: 'station-fukuura',
    name: '福浦',
    lines: ['金沢シーサイドライン'],
    number: '08',
    lat: 35.349627,
    lng: 139.648517,
  },
  {
    id: 'station-shidai-igakubu',
    name: '市大医学部',
    lines: ['金沢シーサイドライン'],
    number: '09',
    lat: 35.343966,
    lng: 139.650156,
  },
  {
    id: 'station-hakkeijima',
    name: '八景島',
    lines: ['金沢シーサイドライン'],
    number: '10',
    lat: 35.340914,
    lng: 139.64079,
  },
  {
    id: 'station-umi-no-koen-shibaguchi',
    name: '海の公園柴口',
    lines: ['金沢シーサイドライン'],
    number: '11',
    lat: 35.342086,
    lng: 139.635846,
  },
  {
    id: 'station-umi-no-koen-minamiguchi',
    name: '海の公園南口',
    lines: ['金沢シーサイドライン'],
    number: '12',
    lat: 35.337225,
    lng: 139.632096,
  },
  {
    id: 'station-nojima-koen',
    name: '野島公園',
    lines: ['金沢シーサイドライン'],
    number: '13',
    lat: 35.330559,
    lng: 139.631524,
  },
  {
    id: 'station-shin-sugita',
    name: '新杉田',
    lines: ['金沢シーサイドライン', 'JR根岸線'],
    number: '01',
    lat: 35.386863,
    lng: 139.619483,
  },
  { id: 'station-oppama', name: '追浜', lines: ['京急本線'], number: 'KK54', lat: 35.315461, lng: 139.624905 },
]

/** A line as the order of its stations; drawn as straight pieces between them, which shows the way but not the track. */
export interface Railway {
  name: string
  stationIds: readonly string[]
}

export const railways: readonly Railway[] = [
  {
    name: '京急本線',
    stationIds: [
      'station-keikyu-tomioka',
      'station-nokendai',
      'station-kanazawa-bunko',
      'station-kanazawa-hakkei',
      'station-oppama',
    ],
  },
  { name: '京急逗子線', stationIds: ['station-kanazawa-hakkei', 'station-mutsuura'] },
  {
    name: '金沢シーサイドライン',
    stationIds: [
      'station-shin-sugita',
      'station-nambu-shijo',
      'station-torihama',
      'station-namiki-kita',
      'station-namiki-chuo',
      'station-sachiura',
      'station-sangyo-shinko-center',
      'station-fukuura',
      'station-shidai-igakubu',
      'station-hakkeijima',
      'station-umi-no-koen-shibaguchi',
      'station-umi-no-koen-minamiguchi',
      'station-nojima-koen',
      'station-kanazawa-hakkei',
    ],
  },
]
