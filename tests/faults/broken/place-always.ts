import * as sound from '#shared/access/audiences.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** A team's phones have the full place from the moment the sheet is printed, and keep it. */
export function audiencesOf<K extends RecordKind>(kind: K, record: RecordOf<K>): readonly sound.Audience[] {
  const phones = kind === 'workOrderPlace' && 'memberIds' in record ? record.memberIds : []
  return [...sound.audiencesOf(kind, record), ...phones.flatMap((id) => sound.audiencesOfVolunteer(id).slice(1))]
}
