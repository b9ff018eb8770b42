import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * No menu, so none of its keys either (reload, zoom, development tools). macOS needs one for copy and paste to work at
 * all; while developing there is the view menu for its keys.
 */
export function setMenu(platform: NodeJS.Platform, development: boolean): void {
  const view: MenuItemConstructorOptions[] = development ? [{ role: 'viewMenu' }] : [];
  const mac: MenuItemConstructorOptions[] =
    platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] : [];
  const items = [...mac, ...view];
  Menu.setApplicationMenu(items.length === 0 ? null : Menu.buildFromTemplate(items));
}
