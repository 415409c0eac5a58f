/** Asks as a page does until history is told: a busy machine takes longer for it than a page waits for one answer. */
export async function whenTold(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 202) return answer
    await answer.arrayBuffer()
  }
}
