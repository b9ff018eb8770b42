/**
 * Asks about the latest state only: while an answer is on its way, newer questions wait as one, and an answer that a
 * newer question has overtaken is still shown (what stands there is older), but never after a newer answer.
 */
export function createLatest<Q, A>(parts: {
  readonly ask: (question: Q) => Promise<A>;
  readonly onAnswer: (question: Q, answer: A) => void;
  readonly onProblem: (thrown: unknown) => void;
}): { ask(question: Q): void; settled(): Promise<void> } {
  let running: Promise<void> | null = null;
  let waiting: { question: Q } | null = null;

  const run = async (first: Q): Promise<void> => {
    let question = first;
    for (;;) {
      try {
        const answer = await parts.ask(question);
        parts.onAnswer(question, answer);
      } catch (thrown) {
        parts.onProblem(thrown);
      }
      if (waiting === null) break;
      question = waiting.question;
      waiting = null;
    }
    running = null;
  };
  return {
    ask(question) {
      if (running === null) running = run(question);
      else waiting = { question };
    },
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
