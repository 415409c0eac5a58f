/** The tables of registered people and groups; a part of the first migration. */
export const rosterTables: Record<string, readonly string[]> = {
  registration: [
    'id text primary key not null',
    'number integer not null',
    'status text not null',
    'channel text not null',
    'areas text not null',
    'days text not null',
    'tools text not null',
    'languages text not null',
    'insurance text not null',
    'consent_version text not null',
    'consent_at text not null',
    'registered_at text not null',
    'renewed_for integer not null',
    'note text not null',
    'changed_by text not null',
    'changed_at text not null',
  ],
  registered_group: [
    'id text primary key not null',
    'number integer not null',
    'status text not null',
    'channel text not null',
    'name text not null',
    'name_kana text not null',
    'kind text not null',
    'usual_headcount integer not null',
    'skills text not null',
    'vehicles text not null',
    'areas text not null',
    'days text not null',
    'tools text not null',
    'insurance text not null',
    'consent_version text not null',
    'consent_at text not null',
    'registered_at text not null',
    'renewed_for integer not null',
    'note text not null',
    'changed_by text not null',
    'changed_at text not null',
  ],
  group_contact: [
    'id text primary key not null',
    'leader_name text not null',
    'leader_kana text not null',
    'phone text not null',
    'email text not null',
    'address text not null',
  ],
}

export const rosterOtherTables = [
  // By what people are found: names folded for comparison, and phones; one narrow row each, so that a search reads little.
  'create table person_key (id text primary key not null, key text not null, phone text not null)',
  'create table group_key (id text primary key not null, key text not null, phone text not null)',
  `create table registration_link (
    token_hash text primary key, registration_id text not null, created_at text not null,
    revoked_at text)`,
]

export const rosterIndexes = [
  'create index person_key_phone on person_key (phone)',
  'create unique index registration_number on registration (number)',
  'create unique index registered_group_number on registered_group (number)',
  'create index registration_renewed on registration (status, renewed_for)',
  'create index registration_link_registration on registration_link (registration_id)',
]
