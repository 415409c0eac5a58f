/** The tables of groups as they come on a day; a part of the first migration. */
export const groupTables: Record<string, readonly string[]> = {
  group_visit: [
    'id text primary key not null',
    'day_id text not null',
    'number integer not null',
    'group_id text',
    'name text not null',
    'headcount_expected integer not null',
    'leader_attendance_id text not null',
    'vehicles text not null',
    'tools text not null',
    'may_be_mixed integer not null',
    'wishes text not null',
    'status text not null',
    'arrived_at text not null',
    'left_at text',
  ],
  group_visit_contact: [
    'id text primary key not null',
    'day_id text not null',
    'leader_phone text not null',
    'on_day_contact text not null',
  ],
}
