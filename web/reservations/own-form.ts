export const formById = (id: string) => document.querySelector<HTMLFormElement>(`form#${id}`)

/** A token leads to the own page; it stands in a fragment or travels in a body, never in an address. */
export function openOwn(token: string): boolean {
  const form = formById('open-own') ?? formById('own')
  const field = form?.querySelector('input')
  if (!form || !field || !/^[0-9a-f]{32}$/.test(token)) return false
  field.value = token
  form.submit()
  return true
}
