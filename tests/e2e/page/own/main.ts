import { deskBridge } from '../../../../renderer/bridge/index.ts';

/** A page with nothing but the bridge, for the tests of the loopback host. */
const bridge = deskBridge();
Object.assign(window, { bridge, heard: [], breakOut, greeted: bridge.call('session.get', {}) });

/** Tries what an injected text would try. @returns what worked, by name */
async function breakOut(elsewhere: string): Promise<string[]> {
  const ran: string[] = [];
  Object.assign(window, { ran });
  // A task of the page's own: code run by the test itself is exempt from the policy.
  await new Promise((resolve) => setTimeout(resolve));
  const attempt = (made: () => void): void => {
    try {
      made();
    } catch {
      // Refused, as it should be.
    }
  };
  attempt(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran.push("inline script")';
    document.body.append(script);
  });
  attempt(() => void Reflect.construct(Function, ['window.ran.push("eval")'])());
  attempt(() => {
    document.body.innerHTML = '<p id="injected">x</p>';
    ran.push('innerHTML');
  });
  const style = document.createElement('style');
  style.textContent = 'body { color: rgb(1, 2, 3) }';
  document.head.append(style);
  if (getComputedStyle(document.body).color === 'rgb(1, 2, 3)') ran.push('style');
  const frame = document.createElement('iframe');
  frame.src = '/';
  document.body.append(frame);
  const image = new Image();
  await new Promise<void>((resolve) => {
    image.addEventListener('load', () => void ran.push('image'));
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => resolve());
    image.src = `${elsewhere}/image.svg`;
  });
  await fetch(elsewhere).then(
    () => void ran.push('fetch'),
    () => {},
  );
  return ran;
}
