import type { ComponentChildren } from 'preact'
import { askForProof } from '#web/access/step-up.ts'
import { Button, type ButtonProps } from '#web/ui/button.tsx'

interface Props extends Pick<ButtonProps, 'variant'> {
  href: string
  children: ComponentChildren
}

/** The way to a sheet for which the PIN is asked first: a plain link would only meet the refusal. */
export function ProvedLink({ href, variant, children }: Props) {
  const open = async () => {
    if (await askForProof()) location.assign(href)
  }
  return (
    <Button variant={variant} onPress={open}>
      {children}
    </Button>
  )
}
