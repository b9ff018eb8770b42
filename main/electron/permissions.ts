import type { Session } from 'electron';

/** Putting text on the clipboard on a key press (copying a dossier code) is all the page ever needs. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function isAllowed(permission: string): boolean {
  return allowed.has(permission);
}

/** Everything a page can ask for is refused: by request, by query, by device chooser, by pairing, by screen capture. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
  for (const chooser of ['select-hid-device', 'select-usb-device', 'select-serial-port'] as const) {
    // One signature for all three: Electron types them as separate overloads, each ending in a callback.
    session.on(chooser as 'select-usb-device', (event, _details, choose) => {
      event.preventDefault();
      choose();
    });
  }
  session.setSpellCheckerEnabled(false);
}
