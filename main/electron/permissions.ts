import type { Session } from 'electron';
import { isOwnUrl, origin } from './origin.ts';

/** Putting text on the clipboard on a key press (copying a dossier code) is all the page needs without a device. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Who asks, as Electron says it of a request and of a query. */
export interface Asking {
  readonly isMainFrame: boolean;
  readonly requestingUrl?: string | undefined;
  /** Of a request. */
  readonly mediaTypes?: readonly string[] | undefined;
  /** Of a query. */
  readonly mediaType?: string | undefined;
}

/**
 * One device: the camera, for photographing a paper (số hóa), picture alone, asked for by our own page's top frame.
 * With sound, or by anybody else: refused.
 */
export function isAllowed(permission: string, asking?: Asking): boolean {
  if (permission !== 'media') return allowed.has(permission);
  if (asking === undefined || !asking.isMainFrame || !isOwnUrl(asking.requestingUrl ?? '')) return false;
  const wanted = asking.mediaTypes ?? (asking.mediaType === undefined ? [] : [asking.mediaType]);
  return wanted.length > 0 && wanted.every((kind) => kind === 'video');
}

interface FileKind {
  readonly name: string;
  readonly extensions: string[];
}

/** What the page may give a person as a file: a slip or a print, a list as a workbook. */
const fileKinds: Readonly<Record<string, FileKind>> = {
  'application/pdf': { name: 'PDF', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { name: 'Excel', extensions: ['xlsx'] },
};

/** A file that our own page makes: a person says where to. Null: nothing else is ever written. */
export function savedFileKind(url: string, mimeType: string): FileKind | null {
  return url.startsWith(`blob:${origin}/`) ? (fileKinds[mimeType] ?? null) : null;
}

/** Everything else a page can ask for is refused: by request, by query, by device chooser, by pairing, by screen capture. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, asking) => decide(isAllowed(permission, asking)));
  session.setPermissionCheckHandler((_contents, permission, _origin, asking) => isAllowed(permission, asking));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event, item) => {
    const kind = savedFileKind(item.getURL(), item.getMimeType());
    if (kind === null) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: item.getFilename(), filters: [kind] });
  });
  for (const chooser of ['select-hid-device', 'select-usb-device', 'select-serial-port'] as const) {
    // One signature for all three: Electron types them as separate overloads, each ending in a callback.
    session.on(chooser as 'select-usb-device', (event, _details, choose) => {
      event.preventDefault();
      choose();
    });
  }
  session.setSpellCheckerEnabled(false);
}
