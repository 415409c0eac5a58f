import { useState } from 'preact/hooks'
import type { ScenarioLook } from '#shared/practice/scenario-desk.ts'
import {
  discard,
  isUnsaved,
  openInEditor,
  redo,
  type ScenarioWork,
  save,
  undo,
  workRefused,
} from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { saveFile } from '#web/ui/save-file.ts'

interface BarProps {
  work: ScenarioWork
  look: ScenarioLook
  /** What was done last, in words. */
  said: string
  say: (words: string) => void
  onSaveAs: () => void
}

/** The file as it stands here, saved or not. */
function download(text: string, name: string): void {
  saveFile(text, `${name || 'scenario'}.yaml`, 'application/yaml')
}

/** Back to the list; what lies in no file is kept here or thrown away, as the person says. */
function Leaving({ unsaved }: { unsaved: boolean }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onPress={() => (unsaved ? setAsking(true) : openInEditor(null))}>{words.back}</Button>
      <Dialog
        open={asking}
        title={words.leaveTitle}
        closeLabel={words.stay}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="next" onPress={() => openInEditor(null)}>
              {words.leaveKept}
            </Button>
            <Button variant="danger" onPress={discard}>
              {words.leaveDiscarded}
            </Button>
          </>
        }
      >
        <p>{words.leaveWords}</p>
      </Dialog>
    </>
  )
}

function Saving({ work, look, say, onSaveAs }: Omit<BarProps, 'said'>) {
  const { outline, problems } = look
  const { base } = work
  const unfit = outline === null || problems.length > 0 ? words.fixFirst : null
  const press = async () => {
    if (base === null || outline === null) return onSaveAs()
    // A name that was typed into the text is another file: it is asked for.
    if (outline.name !== base.name) return onSaveAs()
    if (await save(base.name, outline.title)) say(words.saved(outline.title))
  }
  return (
    <>
      <Button variant="next" shortcut="Ctrl+S" disabledBecause={unfit} onPress={press}>
        {base ? words.saveIt : words.save}
      </Button>
      {base ? (
        <Button disabledBecause={unfit} onPress={onSaveAs}>
          {words.saveAs}
        </Button>
      ) : null}
    </>
  )
}

/** What can be done with the whole: taken back, done again, saved, downloaded, left. */
export function EditorBar(props: BarProps) {
  const { work, look, said, say } = props
  const { past, future, now } = work.steps
  const unsaved = isUnsaved(work)
  const takeBack = () => {
    undo()
    say(words.undone)
  }
  const doAgain = () => {
    redo()
    say(words.redone)
  }
  return (
    <header class="editor-bar">
      <Leaving unsaved={unsaved} />
      <h3 class="editor-title">
        {look.outline?.title ?? work.opened} <small class="quiet">{unsaved ? words.unsaved : words.unchanged}</small>
      </h3>
      <Button shortcut="Ctrl+Z" disabledBecause={past.length === 0 ? words.nothingToUndo : null} onPress={takeBack}>
        {words.undo}
      </Button>
      <Button shortcut="Ctrl+Y" disabledBecause={future.length === 0 ? words.nothingToRedo : null} onPress={doAgain}>
        {words.redo}
      </Button>
      <Saving {...props} />
      <Button onPress={() => download(now.text, look.outline?.name ?? '')}>{words.download}</Button>
      <p class="editor-said" role="status">
        {workRefused.value ? '' : said}
      </p>
    </header>
  )
}
