import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'
import type { OutlinedInject, ScenarioFault } from '#shared/practice/scenario-desk.ts'
import { recipientWords } from '#shared/texts/drill-sheets.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'

interface Acts {
  onMove: (inject: OutlinedInject, clock: string) => unknown
  onChange: (inject: OutlinedInject) => void
  onRemove: (inject: OutlinedInject) => unknown
}

/** By their times; those that wait for something, or for a hand, come after. */
export function inTheirOrder(injects: readonly OutlinedInject[]): OutlinedInject[] {
  const rank = ({ timing }: OutlinedInject) =>
    timing.kind === 'at' ? minutesOf(timing.clock) : timing.kind === 'when' ? 1e6 : 2e6
  return injects.toSorted((one, other) => rank(one) - rank(other))
}

function whenWords({ timing, condition }: OutlinedInject): string {
  if (timing.kind === 'at') return timing.clock
  return timing.kind === 'when' ? condition : words.byHand
}

interface EntryFaultsProps {
  /** The list of the file, and the place in it. */
  list: string
  index: number
  problems: readonly ScenarioFault[]
}

/** What is to be mended in an entry of a list stands with it, with its line. */
export function EntryFaults({ list, index, problems }: EntryFaultsProps) {
  return (
    <>
      {problems
        .filter(({ path }) => `${path}.`.startsWith(`${list}.${index}.`))
        .map(({ line, path, sentence }) => (
          <p key={`${line} ${path} ${sentence}`} class="field-error">
            {words.faultAt(line, sentence)}
          </p>
        ))}
    </>
  )
}

function Moving({ inject, onMove }: { inject: OutlinedInject } & Pick<Acts, 'onMove'>) {
  const { timing, title } = inject
  if (timing.kind !== 'at') return null
  const to = (minutes: number) => onMove(inject, clockAt(Math.max(0, minutesOf(timing.clock) + minutes)))
  return (
    <>
      <Button label={words.earlier(title)} onPress={() => to(-5)}>
        {words.minusFive}
      </Button>
      <Button label={words.later(title)} onPress={() => to(5)}>
        {words.plusFive}
      </Button>
    </>
  )
}

function Row({ inject, problems, ...acts }: { inject: OutlinedInject; problems: readonly ScenarioFault[] } & Acts) {
  const { title, text, script, recipient, answerWithin, timing, key } = inject
  return (
    <li class="inject-row">
      <p class={timing.kind === 'at' ? 'inject-row-when number' : 'inject-row-when'}>{whenWords(inject)}</p>
      <div class="inject-row-what">
        <p>
          <strong>{title || words.untitled}</strong>{' '}
          <span class="quiet">
            {recipient ? recipientWords(recipient) : ''}
            {answerWithin === null ? '' : words.within(answerWithin)}
          </span>
        </p>
        {text === '' ? null : <p>{text}</p>}
        {script === '' ? null : <p class="say">{script}</p>}
        <EntryFaults list="injects" index={inject.index} problems={problems} />
      </div>
      {key === '' ? null : (
        <div class="inject-row-acts">
          <Moving inject={inject} onMove={acts.onMove} />
          <Button label={`${words.change} ${title}`} onPress={() => acts.onChange(inject)}>
            {words.change}
          </Button>
          <Button label={`${words.remove} ${title}`} onPress={() => acts.onRemove(inject)}>
            {words.remove}
          </Button>
        </div>
      )}
    </li>
  )
}

interface RowsProps extends Acts {
  injects: readonly OutlinedInject[]
  problems: readonly ScenarioFault[]
}

/** Every inject of the day, to be read as the controller will give them. */
export function InjectRows({ injects, problems, ...acts }: RowsProps) {
  return (
    <ul class="inject-rows">
      {inTheirOrder(injects).map((inject) => (
        <Row key={inject.index} inject={inject} problems={problems} {...acts} />
      ))}
    </ul>
  )
}
