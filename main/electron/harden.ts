import inspector from 'node:inspector';
import type { App } from 'electron';
import { restrainNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';

/** Before the app is ready: what holds for every window, session and process, whoever makes it. */
export function harden(app: App): void {
  app.enableSandbox();
  restrainNavigation(app);
  app.on('session-created', (session) => denyPermissions(session));
  // A crash dump is a picture of memory, citizens' data and all. None is written, none is sent.
  app.commandLine.appendSwitch('disable-crash-reporter');
  app.commandLine.appendSwitch('disable-breakpad');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

/**
 * A debugging port gives the page, and with it the signed-in session, to any program of this machine. The installed
 * program refuses to start with one. Its inspect fuse is off, so `inspector.url()` tells the build the tests drive
 * (only that fuse on) from the one in the offices.
 */
export function isDebuggingForbidden(app: App): boolean {
  if (!app.isPackaged || inspector.url() !== undefined) return false;
  return ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name));
}
