import { foundKept, readFile, type ScenarioWork, workRefused } from '#web/practice/scenario-work.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

interface NoticesProps {
  work: ScenarioWork
  /** The person wants another name than this one, which is taken. */
  onOtherName: (name: string) => void
  onRead: () => void
}

/** Somebody else saved under this name: nothing was written over, and there are two ways on. */
function SavedMeanwhile({
  name,
  sentence,
  onOtherName,
  onRead,
}: Omit<NoticesProps, 'work'> & { name: string; sentence: string }) {
  return (
    <NoticeBanner
      tone="warning"
      title={sentence}
      live
      action={
        <span class="toolbar">
          <Button onPress={() => onOtherName(name)}>{words.saveAs}</Button>
          <Button
            onPress={async () => {
              await readFile(name)
              onRead()
            }}
          >
            {words.readTheOther}
          </Button>
        </span>
      }
    >
      {words.readTheOtherWords}
    </NoticeBanner>
  )
}

function Refused(props: NoticesProps) {
  const problem = workRefused.value
  if (!problem) return null
  const sentence = problemSentence(problem, 'ja')
  const { name } = problem.details
  if (problem.code === 'practice.scenarioSavedMeanwhile' && typeof name === 'string')
    return <SavedMeanwhile {...props} name={name} sentence={sentence} />
  return <NoticeBanner tone="warning" title={sentence} live onClose={() => (workRefused.value = null)} />
}

/** What was refused last, and that work was found which lies in no file yet. */
export function EditorNotices(props: NoticesProps) {
  const { opened } = props.work
  return (
    <>
      <Refused {...props} />
      {foundKept.value ? (
        <NoticeBanner
          tone="information"
          title={words.foundKept}
          onClose={() => (foundKept.value = false)}
          action={<Button onPress={() => readFile(opened)}>{words.readFile}</Button>}
        />
      ) : null}
    </>
  )
}
