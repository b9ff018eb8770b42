import { enrolRequestSchema, type EnrolReply } from '../../contract/sync.ts';
import { verifyText } from '../../contract/signing.ts';
import { codeHash } from '../enrolment-code.ts';
import { Refusal } from '../problem.ts';
import { enrol } from '../store/enrolment.ts';
import { inTransaction } from '../store/transaction.ts';
import { parsedBody, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

/** POST /v1/enrol: turns a one-time code and a device key into a place in the province. The same again answers the same. */
export function enrolRoute({ app, db, clock, random, config, hints, guessingAnywhere }: RouteContext): void {
  app.post('/v1/enrol', { preHandler: guessingAnywhere }, async (request): Promise<EnrolReply> => {
    const body = parsedBody(request, enrolRequestSchema);
    if (body.demo !== (config.demo !== null)) throw new Refusal(409, 'DK-02');
    const key = body.devicePublicKey;
    if (Buffer.from(key, 'base64url').length !== 32 || Buffer.from(key, 'base64url').toString('base64url') !== key) {
      throw new Refusal(400, 'GN-02', { params: { where: 'devicePublicKey' } });
    }
    if (!provesKey(body)) throw new Refusal(403, 'DT-03');
    const province = await knownProvince(db);
    const place = await inTransaction(db, (tx) =>
      enrol(tx, {
        codeHash: codeHash(body.code),
        publicKey: key,
        name: body.deviceName,
        now: clock.now(),
        newIds: { device: random.id(), log: random.id() },
      }),
    );
    if (place === null) throw new Refusal(403, 'DK-01');
    request.log.info({ device: place.device, office: place.office }, 'enrolled');
    // The office's other desks know it in the hall from now on.
    hints.publish('reference', [place.office]);
    return {
      server: province.server,
      serverPublicKey: province.public_key,
      epoch: province.epoch,
      ...place,
      demo: config.demo !== null,
    };
  });
}

function provesKey(body: { readonly code: string; readonly devicePublicKey: string; readonly proof: string }): boolean {
  try {
    return verifyText(body.devicePublicKey, `enrol\n${body.code}\n${body.devicePublicKey}`, body.proof);
  } catch {
    return false;
  }
}
