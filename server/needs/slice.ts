import { feed, type Slice } from '#server/core/slice.ts'
import { households } from '#server/households/households.ts'
import { addNeedPhotoHandler } from '#server/needs/add-photo.ts'
import { answerConsentHandler, withholdRefused } from '#server/needs/answer-consent.ts'
import { addToNeedHandler, changeNeedHandler } from '#server/needs/change-need.ts'
import { findCallersReader } from '#server/needs/find-callers.ts'
import { findNeedsReader } from '#server/needs/find-needs.ts'
import { needsFollowProfile } from '#server/needs/follow-profile.ts'
import { closeGateHandler, openGateHandler } from '#server/needs/gate.ts'
import {
  heldHouseholdIds,
  heldNeedIds,
  needConsents,
  needContactsForDesks,
  needReasons,
  needsForDesks,
} from '#server/needs/needs.ts'
import { receiveNeedHandler } from '#server/needs/receive-need.ts'
import { revealedNotesReader, revealNotesHandler } from '#server/needs/reveal-notes.ts'
import { revealedPhoneReader, revealPhoneHandler } from '#server/needs/reveal-phone.ts'
import { revealedPlaceReader, revealPlaceHandler } from '#server/needs/reveal-place.ts'
import { siteSurveys } from '#server/needs/site-surveys.ts'
import {
  decideSurveyHandler,
  recordNotMetHandler,
  recordSurveyHandler,
  scheduleSurveyHandler,
} from '#server/needs/survey-steps.ts'
import {
  answerRequesterHandler,
  cancelNeedHandler,
  declineNeedHandler,
  putOnHoldHandler,
  referNeedHandler,
  reopenNeedHandler,
  takeBackStepHandler,
} from '#server/needs/ways-out.ts'
import { withholdAddresses } from '#server/needs/withhold.ts'

export const needsSlice: Slice = {
  name: 'needs',
  handlers: [
    receiveNeedHandler,
    changeNeedHandler,
    addToNeedHandler,
    answerConsentHandler,
    revealPhoneHandler,
    revealNotesHandler,
    revealPlaceHandler,
    decideSurveyHandler,
    scheduleSurveyHandler,
    recordNotMetHandler,
    recordSurveyHandler,
    putOnHoldHandler,
    declineNeedHandler,
    referNeedHandler,
    answerRequesterHandler,
    cancelNeedHandler,
    reopenNeedHandler,
    takeBackStepHandler,
    openGateHandler,
    closeGateHandler,
    addNeedPhotoHandler,
  ],
  followProfile: needsFollowProfile,
  follow: async (work, changes) => {
    await withholdRefused(work, changes)
    await withholdAddresses(work, [...work.changes])
  },
  feeds: [
    // Households last for years; a desk holds those whose needs it holds, and whatever changes while it listens.
    feed({
      kind: 'household',
      changedSince: async (tx, seq) =>
        seq > 0 ? households.changedSince(tx, seq) : households.where(tx, { id: await heldHouseholdIds(tx) }),
    }),
    feed({ kind: 'need', changedSince: needsForDesks }),
    feed({ kind: 'needContact', changedSince: needContactsForDesks }),
    feed({
      kind: 'needReason',
      changedSince: async (tx, seq) =>
        seq > 0 ? needReasons.changedSince(tx, seq) : needReasons.where(tx, { id: await heldNeedIds(tx) }),
    }),
    feed({
      kind: 'needConsent',
      changedSince: async (tx, seq) =>
        seq > 0 ? needConsents.changedSince(tx, seq) : needConsents.where(tx, { id: await heldNeedIds(tx) }),
    }),
    feed({
      kind: 'siteSurvey',
      changedSince: async (tx, seq) =>
        seq > 0 ? siteSurveys.changedSince(tx, seq) : siteSurveys.where(tx, { needId: await heldNeedIds(tx) }),
    }),
  ],
  reads: [findNeedsReader, findCallersReader, revealedPhoneReader, revealedNotesReader, revealedPlaceReader],
}
