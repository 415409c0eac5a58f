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
  afterInject: ({ inject, minutes }, titleOf) => `「${titleOf(inject)}」から${minutes}分たったとき`,
}

/** A condition as the controller reads it; another inject is named by its title. */
export function conditionWords(condition: Condition, titleOf: TitleOf): string {
  // The table has one row for each condition, typed by it; the compiler cannot follow the name through the union.
  return (words[condition.that] as (one: Condition, titles: TitleOf) => string)(condition, titleOf)
}
