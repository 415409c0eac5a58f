import { signal } from '@preact/signals'
import { deviceMemory } from './device-memory.ts'

/** Whether this device may ring and vibrate; its owner decides. */
export const alarmIsOn = signal(deviceMemory.read('alarm') !== 'off')

export function switchAlarm(on: boolean): void {
  alarmIsOn.value = on
  deviceMemory.write('alarm', on ? 'on' : 'off')
}

let audio: AudioContext | undefined

/** Browsers let a page sound only after somebody has touched it. */
export function prepareAlarm(): void {
  addEventListener(
    'pointerdown',
    () => {
      try {
        audio ??= new AudioContext()
        void audio.resume()
      } catch {
        // Without sound there is still the screen.
      }
    },
    { once: true },
  )
}

function tone(context: AudioContext, hertz: number, from: number, seconds: number): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = hertz
  gain.gain.value = 0.2
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(context.currentTime + from)
  oscillator.stop(context.currentTime + from + seconds)
}

/** Two low tones and a long shake for a stop; one tone and a short shake for what is good to know. */
export function ring(kind: 'stop' | 'news'): void {
  if (!alarmIsOn.value) return
  // Some browsers have no vibration, others allow it only after a touch; neither is an error.
  if ('vibrate' in navigator) navigator.vibrate(kind === 'stop' ? [400, 150, 400, 150, 400] : [200])
  if (audio?.state !== 'running') return
  const tones = kind === 'news' ? [[880, 0, 0.3] as const] : [[440, 0, 0.5] as const, [440, 0.7, 0.5] as const]
  for (const [hertz, from, seconds] of tones) tone(audio, hertz, from, seconds)
}
