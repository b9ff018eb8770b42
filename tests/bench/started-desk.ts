import { systemClock } from '../../main/clock.ts';
import { openTestDesk } from '../harness/test-desk.ts';

/** Child of the start bench: opens the folder, answers one search, says so, ends. */
const desk = await openTestDesk(process.argv[2] ?? '', { clock: systemClock, checkOutput: false });
await desk.signIn('ngan');
await desk.call('search.all', { text: 'nhung', limit: 10 });
process.send?.('answered');
await desk.desk.close();
process.disconnect();
