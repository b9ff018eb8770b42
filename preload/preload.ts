import { contextBridge, ipcRenderer } from 'electron';
import { callNames, topicNames } from '../contract/desk-names.ts';

/**
 * The bridge, and all of it: `window.desk.call` and `window.desk.subscribe`. Names only, no schemas: the desk parses
 * and judges every call again, this list just keeps foreign names from leaving the page.
 */

type Listener = () => void;

const calls: ReadonlySet<unknown> = new Set<unknown>(callNames);
const listeners = new Map<string, Set<Listener>>(topicNames.map((topic) => [topic, new Set()]));

// One listener for all topics, so that a page that subscribes often does not pile up listeners here.
// The event object stays on this side: through it a page would reach ipcRenderer.
ipcRenderer.on('desk.topic', (_event, topic: unknown) => {
  for (const listener of listeners.get(String(topic)) ?? []) listener();
});

function call(name: unknown, input: unknown): Promise<unknown> {
  if (!calls.has(name)) {
    return Promise.resolve({
      ok: false,
      error: { code: 'GN-04', params: { name: String(name).slice(0, 60) }, correlationId: '' },
    });
  }
  return ipcRenderer.invoke('desk.call', name, input);
}

/** @returns ends the subscription; an unknown topic is one that never comes. */
function subscribe(topic: unknown, listener: unknown): () => void {
  const of = listeners.get(String(topic));
  if (of === undefined || typeof listener !== 'function') return () => {};
  const notify: Listener = () => {
    listener();
  };
  of.add(notify);
  return () => {
    of.delete(notify);
  };
}

contextBridge.exposeInMainWorld('desk', { call, subscribe });
