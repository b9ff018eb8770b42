import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { hallOffice, type HallDesk, type HallOffice } from '../../harness/hall-office.ts';
import { sharedNow, type Answer, type Order, type Seen } from './watchers-wire.ts';

/** Child of the hall's bench: desks or displays, each a machine of its own, and phones, each with an address of its own. */
let office: HallOffice | null = null;
const machines: HallDesk[] = [];
let phones: (() => void)[] = [];
let pages: (() => void)[] = [];
const atPhone: Seen[] = [];
const atDisplay: Seen[] = [];

// Without its parent nobody would ever end it.
process.on('disconnect', () => process.exit(1));
process.on('message', (order: Order) => {
  done(order).then(
    (answer) => process.send?.(answer, () => order.do === 'end' && process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function done(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'machines': {
      office = hallOffice({ before: order.before, beyond: true, shift: order.shift, checkOutput: false });
      for (let n = 0; n < order.count; n++) machines.push(await office.desk('tam', order.kind));
      return { devices: office.devices() };
    }
    case 'introduce':
      office?.introduce(order.devices);
      return {};
    case 'pair': {
      const { nth, port, code } = order;
      const machine = machines[nth];
      await machine?.user.call('hall.join', { address: `127.0.0.1:${port}`, code });
      await machine?.user.until('hall.status', {}, ({ state }) => state === 'linked');
      return {};
    }
    case 'displays':
      pages = machines.map(watchDisplay);
      return {};
    case 'phones':
      phones = await Promise.all(
        order.pages.map(({ ticket, url }, n) =>
          phone(url, `127.0.1.${(n % 250) + 1}`, () => atPhone.push({ what: ticket, at: sharedNow() })),
        ),
      );
      return {};
    case 'leave':
      phones.forEach((end) => end());
      pages.forEach((end) => end());
      for (const machine of machines) await machine.stop();
      return { phones: atPhone, displays: atDisplay };
    case 'end':
      await office?.close();
      return {};
  }
}

/** A phone with an address of its own. @returns ends it */
function phone(url: string, from: string, called: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { localAddress: from, agent: false }, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`${url}: ${reply.statusCode}`));
      let rest = '';
      let isCalled = false;
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          if (isCalled || !part.includes('"stands":"called"')) continue;
          isCalled = true;
          called();
        }
      });
      reply.on('error', () => undefined);
      resolve(() => asking.destroy());
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** A display's page: it asks when it is told of a change, and every second. @returns ends it */
function watchDisplay(desk: HallDesk): () => void {
  let ended = false;
  const known = new Set<string>();
  const every = async (): Promise<void> => {
    while (!ended) {
      // Heard from before it asks: what comes while it does is asked for next.
      const changed = desk.changed();
      const { calls } = await desk.user.call('display.view', {});
      for (const { id, number } of calls) if (!known.has(id)) atDisplay.push({ what: number, at: sharedNow() });
      calls.forEach(({ id }) => known.add(id));
      await Promise.race([setTimeout(1000), changed]);
    }
  };
  every().catch((error: unknown) => {
    if (!ended) throw error;
  });
  return () => {
    ended = true;
  };
}
