import { useEffect, useState } from 'react';

/** Seconds that were `then` when the answer came, counted on each second by the page's own clock. */
export function useSeconds(then: number, answeredAt: number): number {
  const [now, setNow] = useState(answeredAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [then, answeredAt]);
  return then + Math.max(0, Math.round((now - answeredAt) / 1000));
}
