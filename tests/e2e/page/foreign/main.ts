/** A page of somebody else: what it can try against the loopback host. */
Object.assign(window, { tryEverything, addFrames, submitForm, openWindow });

/** @returns each attempt that was answered, by name */
async function tryEverything(target: string): Promise<string[]> {
  const answered: string[] = [];
  const note = (name: string) => (): void => void answered.push(name);
  const attempt = async (name: string, made: () => Promise<unknown>): Promise<void> => {
    await made().then(note(name), () => {});
  };
  const element = (name: string, tag: string, attributes: Record<string, string>): Promise<void> =>
    new Promise((resolve) => {
      const made = Object.assign(document.createElement(tag), attributes);
      made.addEventListener('load', () => {
        note(name)();
        resolve();
      });
      made.addEventListener('error', () => resolve());
      document.body.append(made);
    });
  const json = { 'content-type': 'application/json' };
  const call = `${target}/call/status.get`;

  await attempt('fetch the page', () => fetch(`${target}/`));
  await attempt('fetch topics', () => fetch(`${target}/topics`));
  await attempt('fetch a call', () => fetch(call, { method: 'POST', headers: json, body: '{}' }));
  await attempt('fetch a call with a bearer', () =>
    fetch(call, { method: 'POST', headers: { ...json, authorization: `Bearer ${'A'.repeat(43)}` }, body: '{}' }),
  );
  await attempt('fetch a call as text', () => fetch(call, { method: 'POST', body: '{}' }));
  await attempt('exchange a token', () =>
    fetch(`${target}/tab`, { method: 'POST', headers: json, body: '{"token":""}' }),
  );
  // Opaque either way; what reached the desk is counted at the host.
  await fetch(call, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).catch(() => {});
  navigator.sendBeacon(call, new Blob(['{}'], { type: 'text/plain' }));

  await element('image', 'img', { src: `${target}/` });
  await element('script', 'script', { src: `${target}/assets/index.js` });
  await element('module', 'script', { type: 'module', src: `${target}/assets/index.js` });
  await element('style', 'link', { rel: 'stylesheet', href: `${target}/assets/index.css` });
  await new Promise<void>((resolve) => {
    const socket = new WebSocket(`${target.replace('http', 'ws')}/topics`);
    socket.addEventListener('open', note('socket'));
    socket.addEventListener('close', () => resolve());
  });
  await new Promise<void>((resolve) => {
    const source = new EventSource(`${target}/topics`);
    source.addEventListener('open', note('event source'));
    source.addEventListener('error', () => {
      source.close();
      resolve();
    });
  });
  return answered;
}

/** The browser has to show its own error page in each. */
function addFrames(target: string): void {
  for (const tag of ['iframe', 'embed', 'object']) {
    const made = document.createElement(tag);
    made.setAttribute(tag === 'object' ? 'data' : 'src', `${target}/`);
    document.body.append(made);
  }
}

function submitForm(target: string): void {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: `${target}/call/status.get`, enctype: 'text/plain' });
  document.body.append(form);
  form.submit();
}

function openWindow(target: string): void {
  const opened = window.open(`${target}/`);
  Object.assign(window, { lost: () => opened === null || opened.closed });
}
