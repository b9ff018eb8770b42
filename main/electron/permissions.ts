import type { Session } from 'electron';
import { origin } from './origin.ts';

/** Putting text on the clipboard on a key press (copying a dossier code) is all the page ever needs. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function isAllowed(permission: string): boolean {
  return allowed.has(permission);
}

/** A kept slip that our own page makes into a file, where no printer takes it: a person says where to. Nothing else is written. */
export function isSlipFile(url: string, mimeType: string): boolean {
  return url.startsWith(`blob:${origin}/`) && mimeType === 'application/pdf';
}

/** Everything a page can ask for is refused: by request, by query, by device chooser, by pairing, by screen capture. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event, item) => {
    if (!isSlipFile(item.getURL(), item.getMimeType())) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: item.getFilename(), filters: [{ name: 'PDF', extensions: ['pdf'] }] });
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
