/** The tables of the center's own desks and of its changes of form; a part of the first migration. */
export const deskTables: Record<string, readonly string[]> = {
  desk_list: ['id text primary key not null', 'desks text not null'],
  profile_change: [
    'id text primary key not null',
    'from_profile text not null',
    'to_profile text not null',
    'at text not null',
    'changed_by text not null',
    'seq integer not null',
    'before text not null',
    'undone_at text',
    'undone_by text',
  ],
  hand_over: [
    'id text primary key not null',
    'day_id text',
    'desk_name text not null',
    'from_staff_id text',
    'from_name text not null',
    'to_staff_id text not null',
    'to_name text not null',
    'note text not null',
    'at text not null',
    'read_at text',
  ],
}
