import { takeFolder } from '../../main/store/folder.ts';

/** Takes a folder, says so, and holds it until killed. */
takeFolder(process.argv[2] ?? '');
process.send?.('taken');
setInterval(() => undefined, 60_000);
