/** Runs the work of one name one after the other: a second press finds what the first has made. */
export function inTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const making = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begin = (): Promise<T> => Promise.resolve().then(work);
    const turn = (making.get(name) ?? Promise.resolve()).then(begin, begin);
    const over: Promise<unknown> = turn.then(
      () => making.get(name) === over && making.delete(name),
      () => making.get(name) === over && making.delete(name),
    );
    making.set(name, over);
    return turn;
  };
}
