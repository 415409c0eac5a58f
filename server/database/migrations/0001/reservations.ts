const tables: Record<string, readonly string[]> = {
  reservation_day: [
    'id text primary key not null',
    'date text not null',
    'opens_at text not null',
    'status text not null',
    'caps text not null',
    'keeps_places integer not null',
  ],
  reservation: [
    'id text primary key not null',
    'reservation_day_id text not null',
    'date text not null',
    'number integer not null',
    'status text not null',
    'halves text not null',
    'kind text not null',
    'headcount integer not null',
    'name text not null',
    'name_kana text not null',
    'group_name text not null',
    'language text not null',
    'turn integer not null',
    'reserved_at text not null',
    'status_at text not null',
    'keyed_by text',
    'attendance_id text',
  ],
  reservation_contact: [
    'id text primary key not null',
    'reservation_day_id text not null',
    'phone text not null',
    'birth_date text not null',
    'email text not null',
    'address text not null',
  ],
}

/** Only the hash of a page's token is kept. */
const others = ['create table reservation_link (token_hash text primary key, reservation_id text not null)']

const indexes = [
  'create unique index reservation_day_date on reservation_day (date)',
  'create unique index reservation_number on reservation (reservation_day_id, number)',
  'create index reservation_turn on reservation (reservation_day_id, status, kind, turn)',
  'create index reservation_attendance on reservation (attendance_id)',
  'create index reservation_contact_phone on reservation_contact (phone, birth_date)',
]

/** The tables of 活動予約. */
export const ofReservations = { tables, others, indexes }
