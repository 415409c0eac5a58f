/** What a thread must be told: a Node before 22.18 reads TypeScript only when asked to. */
export function typeScriptFlags(): { execArgv?: string[] } {
  return Reflect.get(process.features, 'typescript')
    ? {}
    : { execArgv: ['--experimental-strip-types', '--no-warnings'] }
}
