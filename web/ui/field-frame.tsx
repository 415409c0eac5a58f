import type { ComponentChildren } from 'preact'
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

/** What every field takes. */
export interface FieldProps {
  label: string
  /** Also where an error summary leads; the name, or one made up, where it is not given. */
  id?: string | undefined
  name?: string | undefined
  hint?: string | null | undefined
  error?: string | null | undefined
  required?: boolean | undefined
  /** A sentence to read out to the caller or guest, above the field it belongs to. */
  say?: string | null | undefined
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  hideLabel?: boolean | undefined
}

export interface FieldIds {
  id: string
  hint: string
  error: string
  extra: string
  /** For aria-describedby; undefined when there is nothing to describe. */
  describedBy: string | undefined
}

export function useFieldIds(field: FieldProps, hasExtra = false): FieldIds {
  const made = useId()
  const id = field.id ?? field.name ?? made
  const ids = { id, hint: `${id}-hint`, error: `${id}-error`, extra: `${id}-extra` }
  const described = [field.hint && ids.hint, hasExtra && ids.extra, field.error && ids.error].filter(Boolean)
  return { ...ids, describedBy: described.length > 0 ? described.join(' ') : undefined }
}

/**
 * Puts the focus into a field that asks for it, once, when it appears. In a dialog it appears before the dialog is
 * shown, and nothing hidden takes the focus: the mark on it tells `showModal` where to put it.
 */
export function useFocusOnArrival<T extends HTMLElement>(wanted: boolean | undefined) {
  const element = useRef<T>(null)
  useLayoutEffect(() => {
    if (!wanted || !element.current) return
    element.current.autofocus = true
    element.current.focus()
  }, [])
  return element
}

export function RequiredMark({ when }: { when: boolean | undefined }) {
  const words = useContext(UiWords)
  return when ? <span class="field-required">{words.required}</span> : null
}

export function FieldNotes({ field, ids }: { field: FieldProps; ids: FieldIds }) {
  return field.hint ? (
    <p class="field-hint" id={ids.hint}>
      {field.hint}
    </p>
  ) : null
}

export function FieldError({ field, ids }: { field: FieldProps; ids: FieldIds }) {
  return field.error ? (
    <p class="field-error" id={ids.error}>
      {field.error}
    </p>
  ) : null
}

/** The frame of a field with one control: what to say, label, hint, the control, and the error right beside it. */
export function FieldFrame(props: { field: FieldProps; ids: FieldIds; children: ComponentChildren }) {
  const { field, ids, children } = props
  return (
    <div class="field">
      {field.say ? <p class="say">{field.say}</p> : null}
      <label class={field.hideLabel ? 'field-label visually-hidden' : 'field-label'} for={ids.id}>
        {field.label}
        <RequiredMark when={field.required} />
      </label>
      <FieldNotes field={field} ids={ids} />
      {children}
      <FieldError field={field} ids={ids} />
    </div>
  )
}

/** The frame of a field with several controls, such as radio chips; its legend is their common label. */
export function FieldGroup(props: { field: FieldProps; ids: FieldIds; children: ComponentChildren }) {
  const { field, ids, children } = props
  return (
    <fieldset class="field" id={ids.id} aria-describedby={ids.describedBy}>
      <legend class={field.hideLabel ? 'field-label visually-hidden' : 'field-label'}>
        {field.label}
        <RequiredMark when={field.required} />
      </legend>
      {field.say ? <p class="say">{field.say}</p> : null}
      <FieldNotes field={field} ids={ids} />
      {children}
      <FieldError field={field} ids={ids} />
    </fieldset>
  )
}
