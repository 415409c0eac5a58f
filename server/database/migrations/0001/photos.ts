/** What is known of photos, and apart from it the pictures themselves; a part of the first migration. */
export const photoTables: Record<string, readonly string[]> = {
  photo: [
    'id text primary key not null',
    'need_id text not null',
    'need_number integer not null',
    'taken_for text not null',
    'kind text not null',
    'site_survey_id text',
    'work_order_id text',
    'team_id text',
    'team_number integer',
    'sent_by text',
    'taken_by text not null',
    'at text not null',
    'width integer not null',
    'height integer not null',
    'removed_at text',
    'removed_by text not null',
  ],
}

export const photoOtherTables = [
  // The picture itself last: whoever reads a preview does not read past it.
  `create table photo_blob (
    id text primary key, source_hash text not null, sent_by text not null, stored_at text not null,
    claimed integer not null, width integer not null, height integer not null, preview blob not null,
    image blob not null)`,
]

export const photoIndexes = [
  'create index photo_need on photo (need_id)',
  'create index photo_sent_by on photo (sent_by) where sent_by is not null',
  'create index photo_removed on photo (removed_at) where removed_at is not null',
  'create index photo_blob_unclaimed on photo_blob (stored_at) where claimed = 0',
]
