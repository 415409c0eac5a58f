import type { Condition } from '#shared/practice/condition.ts'

type TitleOf = (key: string) => string

const words: {
  [T in Condition['that']]: (condition: Extract<Condition, { that: T }>, titleOf: TitleOf) => string
} = {
  teamsOut: ({ atLeast }) => `${atLeast}班が出ているとき`,
  peopleWaiting: ({ atLeast }) => `待機が${atLeast}人になったとき`,
  peopleReceived: ({ atLeast }) => `受付が${atLeast}人になったとき`,
  needsWaiting: ({ atLeast }) => `派遣を待つ依頼が${atLeast}件になったとき`,
  needsCompleted: ({ atLeast }) => `完了が${atLeast}件になったとき`,
  wbgt: ({ atLeast }) => `暑さ指数が${atLeast}になったとき`,
  rain: ({ atLeast }) => `雨が1時間に${atLeast}ミリになったとき`,
  standsAtDesk: ({ atLeast }) => `デスクに人が${atLeast}人来たとき`,
  cameAgain: ({ atLeast }) => `受付のすんだ人が${atLeast}人また来たとき`,
  talksWaiting: ({ atLeast }) => `相談を待つ人が${atLeast}人いるとき`,
  uninsuredHere: ({ atLeast }) => `保険のない人が${atLeast}人いるとき`,
  consentMissing: ({ atLeast }) => `同意書のない人が${atLeast}人いるとき`,
  afterInject: ({ inject, minutes }, titleOf) => `「${titleOf(inject)}」から${minutes}分たったとき`,
}

/** A condition as the controller reads it; another inject is named by its title. */
export function conditionWords(condition: Condition, titleOf: TitleOf): string {
  // The table has one row for each condition, typed by it; the compiler cannot follow the name through the union.
  return (words[condition.that] as (one: Condition, titles: TitleOf) => string)(condition, titleOf)
}
