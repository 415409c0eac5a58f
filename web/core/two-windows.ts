/** One page hands over to the page that it opened at another address: to that origin, and to nobody else. */
export interface Talk {
  opened: Window
  origin: string
  /** A word that only these two windows know. */
  nonce: string
  /** Said over and over, for the other page may not be listening yet. */
  repeated: object
  /** What is said to an answer of the other page; null where it deserves none. */
  reply?: (said: unknown) => Promise<object | null>
  patienceMs: number
}

const askEveryMs = 500

/** False where the other page never said that it has everything. */
export function talk({ opened, origin, nonce, repeated, reply, patienceMs }: Talk): Promise<boolean> {
  const say = (words: object) => opened.postMessage({ nonce, ...words }, origin)
  return new Promise((resolve) => {
    const stop = (taken: boolean) => {
      clearInterval(asking)
      clearTimeout(ending)
      removeEventListener('message', hear)
      resolve(taken)
    }
    const hear = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source !== opened || from !== origin) return
      if (data === `taken ${nonce}`) stop(true)
      else void reply?.(data).then((words) => words && say(words))
    }
    addEventListener('message', hear)
    const asking = setInterval(() => {
      // Closed by hand, or cut off by the browser.
      if (opened.closed) stop(false)
      else say(repeated)
    }, askEveryMs)
    const ending = setTimeout(() => stop(false), patienceMs)
  })
}

/**
 * The word of the page that opened this one in order to hand over; null where this page was opened otherwise. The wall of
 * a desk writes an address anew that is none of its own, with a sign at its end.
 */
export const movedNonce = (): string | null => /^#moved-\d+-([0-9a-f]{32})=?$/.exec(location.hash)?.[1] ?? null

/** What the page that opened this one says, and the way to answer it. */
export interface Heard<T> {
  from: string
  said: T
  answer: (words: unknown) => void
}

/** Hears the page that opened this one, and no other. */
export function onOpener<T extends object>(nonce: string, listener: (heard: Heard<T>) => void): () => void {
  const hear = ({ source, origin, data }: MessageEvent<(T & { nonce?: unknown }) | null>) => {
    if (source === null || source !== window.opener || data?.nonce !== nonce) return
    listener({ from: origin, said: data, answer: (words) => source.postMessage(words, { targetOrigin: origin }) })
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}

/** The origin that somebody typed from a poster, or read from its code; null where it is none, or this very one. */
export function originIn(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  try {
    const { protocol, origin } = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`)
    return /^https?:$/.test(protocol) && text !== '' && origin !== location.origin ? origin : null
  } catch {
    return null
  }
}
