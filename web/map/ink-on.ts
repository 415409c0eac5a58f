const channel = (hex: string) => {
  const part = Number.parseInt(hex, 16) / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Black or white, whichever reads better on a `#rrggbb` colour (contrast by WCAG 2). */
export function inkOn(colour: string): '#1b1b1b' | '#ffffff' {
  const [, red = '00', green = '00', blue = '00'] = /^#(..)(..)(..)$/u.exec(colour) ?? []
  const luminance = 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.06 ? '#ffffff' : '#1b1b1b'
}
