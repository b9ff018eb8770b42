import { type App, shell, type WebContents } from 'electron';
import { externalUrl, isOwnUrl } from './origin.ts';

/** Every web contents of the program, whoever made it: it stays where it is, opens nothing, embeds nothing. */
export function restrainNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => restrain(contents));
}

function restrain(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnUrl(details.url)) details.preventDefault();
  });
  // No address of ours ever redirects.
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const external = externalUrl(url);
    if (external !== null) void shell.openExternal(external);
    return { action: 'deny' };
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
