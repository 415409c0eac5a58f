import type { CenterProfile } from '#shared/center/profile.ts'
import type { ProfilePreview } from '#shared/center/reads.ts'
import { formTexts } from '#web/texts/form.ts'

function needSentences({ openNeeds, undecidedSurveys, livelihoodNeeds }: ProfilePreview, { needs }: CenterProfile) {
  return [
    openNeeds > 0 ? (needs.form === 'full' ? formTexts.formFull : formTexts.formShort)(openNeeds) : '',
    undecidedSurveys > 0 ? (needs.surveyRequired ? formTexts.surveyDuty : formTexts.surveyFree)(undecidedSurveys) : '',
    livelihoodNeeds > 0
      ? (needs.livelihood === 'decline' ? formTexts.livelihoodDecline : formTexts.livelihoodAccept)(livelihoodNeeds)
      : '',
  ]
}

function teamSentences({ teamsForming, teamsTooSmall, teamsUnbriefed }: ProfilePreview, { dispatch }: CenterProfile) {
  if (teamsForming === 0) return []
  if (teamsTooSmall + teamsUnbriefed === 0) return [formTexts.teamsAsBefore(teamsForming)]
  return [
    teamsTooSmall > 0 ? formTexts.teamsTooSmall(teamsTooSmall, dispatch.minTeamSize) : '',
    teamsUnbriefed > 0 ? formTexts.teamsUnbriefed(teamsUnbriefed) : '',
  ]
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section class="form-part">
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** What happens to the needs and teams that are open now, and who hears of it. */
export function ProfileConsequencesList({ preview, profile }: { preview: ProfilePreview; profile: CenterProfile }) {
  const open = [...needSentences(preview, profile), ...teamSentences(preview, profile)].filter((words) => words !== '')
  return (
    <>
      <Sentences title={formTexts.consequences} sentences={open.length > 0 ? open : [formTexts.nothing]} />
      <Sentences
        title={formTexts.told}
        sentences={[formTexts.toldDesks(preview.sessions), formTexts.toldPhones(preview.phones)]}
      />
    </>
  )
}
