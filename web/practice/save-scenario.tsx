import { useState } from 'preact/hooks'
import { drills } from '#web/practice/drill-room.ts'
import { save } from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** A name that no scenario has yet, made of one that may be taken. */
export function freeName(name: string): string {
  const taken = new Set(drills.value?.scenarios.map((one) => one.name))
  if (name !== '' && !taken.has(name)) return name
  const stem = name.replace(/-\d+$/, '') || 'scenario'
  let number = 2
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}

interface SaveProps {
  name: string
  title: string
  onClose: () => void
  onSaved: (title: string) => void
}

/** Under which name of its own a scenario is kept. */
export function SaveScenario({ onClose, onSaved, ...proposed }: SaveProps) {
  const [name, setName] = useState(proposed.name)
  const [title, setTitle] = useState(proposed.title)
  const head = drills.value?.scenarios.find((one) => one.name === name)
  const unfit = /^[a-z0-9-]+$/.test(name) ? (head?.from === 'bank' ? words.nameOfBank : null) : words.nameUnfit
  const press = async () => {
    // A refusal is told on the page, with what can be done about it.
    const isSaved = await save(name, title.trim())
    onClose()
    if (isSaved) onSaved(title.trim())
  }
  return (
    <Dialog
      open
      title={words.save}
      closeLabel={words.cancel}
      onClose={onClose}
      actions={
        <Button
          variant="next"
          disabledBecause={unfit ?? (title.trim() === '' ? words.scenarioTitleMissing : null)}
          onPress={press}
        >
          {words.saveIt}
        </Button>
      }
    >
      <TextField
        id="scenario-title"
        label={words.scenarioTitle}
        hint={words.scenarioTitleHint}
        maxLength={80}
        value={title}
        onInput={setTitle}
      />
      <TextField
        id="scenario-name"
        label={words.name}
        hint={words.nameHint}
        value={name}
        onInput={setName}
        error={unfit}
      />
    </Dialog>
  )
}
