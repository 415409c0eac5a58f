import { useRef } from 'preact/hooks'
import type { ScenarioFault } from '#shared/practice/scenario-desk.ts'
import { typeText } from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/text-area.tsx'

const areaId = 'scenario-text'
const rows = 24

/** Puts the hands into a line of the text. */
function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  // A field of text does not go to what is selected by itself; in its middle, no bar lies over the line.
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - rows / 2)
}

interface WholeTextProps {
  text: string
  problems: readonly ScenarioFault[]
}

/** What is to be mended, each with its line, and the file itself for those who want it. */
export function WholeText({ text, problems }: WholeTextProps) {
  const whole = useRef<HTMLDetailsElement>(null)
  const show = (line: number) => {
    if (whole.current) whole.current.open = true
    const area = document.getElementById(areaId)
    if (area instanceof HTMLTextAreaElement) goToLine(area, line)
  }
  return (
    <section class="form-part" aria-labelledby="scenario-problems">
      <h3 id="scenario-problems">{words.problems}</h3>
      {problems.length === 0 ? <p role="status">{words.noProblems}</p> : null}
      <ul class="controller-list">
        {problems.map(({ line, path, sentence }) => (
          <li key={`${line} ${path} ${sentence}`} class="controller-given">
            <Button label={words.goToLine(line)} onPress={() => show(line)}>
              <span class="number">{words.line(line)}</span>
            </Button>{' '}
            {sentence} <span class="quiet">{path}</span>
          </li>
        ))}
      </ul>
      <details ref={whole}>
        <summary>{words.whole}</summary>
        <TextArea
          id={areaId}
          label={words.whole}
          hideLabel
          hint={words.wholeHint}
          rows={rows}
          value={text}
          onInput={typeText}
        />
      </details>
    </section>
  )
}
