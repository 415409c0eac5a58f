/** What the center asks of the world beyond its own network; a test puts its own in the place. */
export interface Outside {
  /** Where map tiles come from, up to `/{z}/{x}/{y}.png`. */
  readonly tiles: string
  /** How long one answer may take, in milliseconds. */
  readonly patienceMs: number
}

/** A drill asks nothing of the world: port 9 of this machine, where nothing listens. */
export const silentOutside: Outside = { tiles: 'http://127.0.0.1:9', patienceMs: 1000 }

/** 地理院タイル 淡色地図 (国土地理院): free to use with its name; asked only where a desk has switched it on. */
export const theOutside: Outside = {
  tiles: 'https://cyberjapandata.gsi.go.jp/xyz/pale',
  // A dead line must not hold a connection; the map is whole without the picture.
  patienceMs: 4000,
}
