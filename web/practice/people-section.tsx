import { participantRoles } from '#shared/practice/roles.ts'
import { addresses } from '#web/center/addresses.ts'
import { deskTitleNamed } from '#web/center/desks.ts'
import { store } from '#web/core/store.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'

const papers = [
  ['/sheets/drill-poster', words.poster],
  ['/sheets/role-cards', words.roleCards],
  ['/sheets/inject-cards', words.injectCards],
] as const

/** Who has joined, under which address others join, and what is printed for those without a phone. */
export function PeopleSection() {
  const here = store.all('participant').filter(({ leftAt }) => leftAt === null)
  const origin = addresses.value?.[0]
  return (
    <section class="form-part" aria-labelledby="drill-people">
      <h3 id="drill-people">{words.participants}</h3>
      {here.length === 0 ? <p>{words.nobodyJoined}</p> : null}
      {participantRoles
        .map((role) => ({ role, people: here.filter((one) => one.role === role) }))
        .filter(({ people }) => people.length > 0)
        .map(({ role, people }) => (
          <p key={role}>
            <strong>{words.people(role, people.length)}</strong>{' '}
            {people
              .map(({ name, deskName }) => (deskName ? `${name}（${deskTitleNamed(deskName)}）` : name))
              .join('、')}
          </p>
        ))}
      <p>
        {words.joinAt}: {origin ? <strong>{`${origin}/drill`}</strong> : words.noAddress}
      </p>
      <p class="toolbar">
        {papers.map(([address, label]) => (
          <a key={address} class="button" href={address} target="_blank" rel="noreferrer">
            {label}
          </a>
        ))}
      </p>
    </section>
  )
}
