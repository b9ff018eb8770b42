import type { WebContents } from 'electron';

/** What Chromium writes to the console when the policy stopped something; only the rule is kept, never the content. */
const sentence =
  /violates the following Content Security Policy directive:? ["']([a-z-]+)|document requires '(Trusted[A-Za-z]+)'/;

/** @returns the rule that was broken; null: this line is about something else */
export function brokenRule(line: string): string | null {
  const found = sentence.exec(line);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Tells of everything the page's policy stopped: in our own page that is a fault of the build or an attack. */
export function watchPolicy(contents: WebContents, tell: (rule: string) => void): void {
  // Newer Electron puts the line into the event, older gives it as the third argument.
  contents.on('console-message', (event: object, ...older: unknown[]) => {
    const line: unknown = 'message' in event ? event.message : older[1];
    const rule = typeof line === 'string' ? brokenRule(line) : null;
    if (rule !== null) tell(rule);
  });
}
