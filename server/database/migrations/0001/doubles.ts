/** The tables of merged records; a part of the first migration. */
export const doublesTables: Record<string, readonly string[]> = {
  merge: [
    'id text primary key not null',
    'day_id text',
    'kind text not null',
    'kept_id text not null',
    'merged_id text not null',
    'kept_label text not null',
    'merged_label text not null',
    'standing_attendance_id text',
    'cancelled_attendance_id text',
    'by_name text not null',
    'at text not null',
    'undone_at text',
    'undone_by text not null',
  ],
  not_double: [
    'id text primary key not null',
    'kind text not null',
    'one_id text not null',
    'other_id text not null',
    'by_name text not null',
    'at text not null',
    'undone_at text',
  ],
}

// What an act changed, field by field, so that it can be taken back; it holds personal data, and no device holds it.
export const doublesOtherTables = ['create table way_back (id text primary key not null, changes text not null)']

export const doublesIndexes = [
  'create index merge_day on merge (day_id)',
  'create index merge_kept on merge (kept_id)',
  'create index not_double_kind on not_double (kind)',
  'create index person_merged on person (merged_into) where merged_into is not null',
  'create index need_merged on need (merged_into) where merged_into is not null',
  'create index household_merged on household (merged_into) where merged_into is not null',
  'create index report_need on report (need_id)',
  'create index report_observation_need on report_observation (need_id)',
  'create index work_order_need on work_order (need_id)',
]
