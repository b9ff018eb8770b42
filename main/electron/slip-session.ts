import { BrowserWindow, session, type Session, type WebPreferences } from 'electron';
import { blockNetwork } from './network.ts';
import { refuseFiles } from './protocol.ts';

/** A scheme of its own for what is printed, so that no slip shares an origin with the page. */
export const slipScheme = 'slip';

const slipPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What one hidden window shows: `slip://document/N` answers with these bytes while that window is there. */
interface Shown {
  readonly bytes: Uint8Array<ArrayBuffer> | string;
  readonly kind: 'html' | 'pdf';
}

const documents = new Map<string, Shown>();
const ready = new Set<Session>();
let count = 0;

/**
 * Shows one document in a hidden window and gives the window to `work`. HTML has a session with scripts off. A PDF
 * needs Chromium's viewer, a page with scripts of Chromium's own, and so a session apart. Both are in memory only.
 */
export async function withHiddenWindow<T>(shown: Shown, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  count += 1;
  const url = `${slipScheme}://document/${count}`;
  documents.set(url, shown);
  const window = new BrowserWindow({ show: false, webPreferences: preferences(shown.kind) });
  let status = 0;
  window.webContents.on('did-navigate', (_event, _url, code) => {
    status = code;
  });
  try {
    await window.loadURL(url);
    // Chromium is content with an empty page that says 404; a blank slip would go into the ledger.
    if (status !== 200) throw new Error(`the slip's window got ${status}`);
    return await work(window);
  } finally {
    window.destroy();
    documents.delete(url);
  }
}

function preferences(kind: Shown['kind']): WebPreferences {
  return {
    session: slipSession(kind),
    javascript: kind === 'pdf',
    plugins: kind === 'pdf',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  };
}

function slipSession(kind: Shown['kind']): Session {
  const own = session.fromPartition(`slip-${kind}`, { cache: false });
  if (ready.has(own)) return own;
  ready.add(own);
  own.protocol.handle(slipScheme, answer);
  refuseFiles(own);
  const others = kind === 'pdf' ? ['chrome-extension:', 'blob:'] : ['data:'];
  blockNetwork(own, { schemes: [`${slipScheme}:`, ...others], development: false });
  return own;
}

function answer(request: Request): Response {
  const shown = documents.get(request.url);
  if (shown === undefined || request.method !== 'GET') return new Response(null, { status: 404 });
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
  return shown.kind === 'pdf'
    ? new Response(shown.bytes, { headers: { ...headers, 'Content-Type': 'application/pdf' } })
    : new Response(shown.bytes, {
        headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': slipPolicy },
      });
}
