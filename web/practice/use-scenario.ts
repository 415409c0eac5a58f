import { useEffect, useState } from 'preact/hooks'
import type { ScenarioCheck, ScenarioHead } from '#shared/practice/drill-room.ts'
import { type Reply, request } from '#web/core/request.ts'
import { lookAtDrills } from '#web/practice/drill-room.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { tabMemory } from '#web/ui/device-memory.ts'

/** A pause in the typing after which the server is asked what it thinks. */
const pauseMs = 400

const sentenceOf = (reply: Reply<unknown>): string =>
  reply.kind === 'refused'
    ? problemSentence(reply.problem, 'ja')
    : reply.kind === 'noLine'
      ? problemSentence({ code: 'web.noLine', details: {} }, 'ja')
      : ''

/** The text of a scenario under work, kept through a reload, with what the server says of it. */
export function useScenario(name: string) {
  const key = `scenario.${name}`
  const [text, setText] = useState(tabMemory.read(key))
  const [check, setCheck] = useState<ScenarioCheck | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (text !== null) return
    void request<{ text: string }>('GET', `/api/drills/scenarios/${name}`).then((reply) => {
      if (reply.kind === 'done') setText(reply.body.text)
      else setSaid(sentenceOf(reply))
    })
  }, [name])
  useEffect(() => {
    if (text === null) return
    const look = async () => {
      const reply = await request<ScenarioCheck>('PUT', '/api/drills/check', { text })
      if (reply.kind === 'done') setCheck(reply.body)
      setSaid(sentenceOf(reply))
    }
    const timer = setTimeout(() => void look(), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const change = (changed: string) => {
    tabMemory.write(key, changed)
    setText(changed)
  }
  /** Saves what is given; the title where that went well. */
  const save = async (named: string): Promise<string | null> => {
    const reply = await request<ScenarioHead>('PUT', '/api/drills/scenarios', { text: named })
    setSaid(sentenceOf(reply))
    if (reply.kind !== 'done') return null
    tabMemory.forget(key)
    await lookAtDrills()
    return reply.body.title
  }
  return { text, check, said, change, save }
}
