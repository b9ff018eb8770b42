import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallInput, CallOutput } from '../../contract/desk.ts';
import type { HallStatus } from '../../contract/desk/hall.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Dialog, QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Hall.module.css';
import { JoinForm } from './JoinForm.tsx';
import { PaperTroubles } from './PaperTroubles.tsx';
import { PhonePages } from './PhonePages.tsx';
import { useStakeWords, useTakeOver } from './take-over.ts';
import { TestPrint } from './TestPrint.tsx';
import { TicketPrinters } from './TicketPrinters.tsx';

type Machine = HallStatus['members'][number];

/**
 * The hall's machines (sảnh): open it here, pair with it, hand it over, let a machine go.
 * @param onClose null: it is all that this machine shows
 */
export function HallDialog({ onClose }: { readonly onClose: (() => void) | null }): ReactNode {
  const t = useTranslations('hall');
  const { data: status } = useDesk('hall.status', {}, ['hall'], { every: 5000 });
  const open = useMutation({ mutationFn: () => desk('hall.open', {}) });
  const join = useMutation({ mutationFn: (input: CallInput<'hall.join'>) => desk('hall.join', input) });
  const leave = useMutation({ mutationFn: (device: string) => desk('hall.forget', { device }) });
  const signOff = useMutation({ mutationFn: (to: string | null) => desk('hall.signOff', { to }) });
  const code = useMutation({ mutationFn: () => desk('hall.newCode', {}) });
  const [asked, setAsked] = useState<Machine | null>(null);
  const [isClosing, setClosing] = useState(false);
  const failed = [open, join, leave, signOff, code].find(({ isError }) => isError);
  if (status === undefined) return null;
  const roles = { desk: t('roleDesk'), kiosk: t('roleKiosk'), display: t('roleDisplay') };
  const isOutside = status.state === 'none' || status.state === 'closed';
  return (
    <Dialog title={t('title')} onClose={() => onClose?.()} wide>
      <div className={styles.parts}>
        <p className={styles.rule}>{t(status.role === 'desk' ? 'rule' : 'ruleWaitingRoom')}</p>
        <StateFact status={status} />
        {status.stake !== null && <TakeOver stake={status.stake} />}
        <Facts facts={[{ label: t('role'), value: roles[status.role] }]} />
        {isOutside && status.role === 'desk' && (
          <Button first wide onPress={() => !open.isPending && open.mutate()}>
            {t('openHere')}
          </Button>
        )}
        {status.state === 'none' && <JoinForm onJoin={(input) => !join.isPending && join.mutate(input)} />}
        {status.state === 'hosting' && (
          <Hosting status={status} code={code.data} onCode={() => !code.isPending && code.mutate()} />
        )}
        <Machines
          status={status}
          onForget={setAsked}
          onHand={(to) => !signOff.isPending && signOff.mutate(to)}
          onCloseHall={() => setClosing(true)}
        />
        <PaperTroubles papers={status.papers} />
        {status.role !== 'display' && <TestPrint>{status.role === 'desk' && <TicketPrinters />}</TestPrint>}
        {failed !== undefined && <ProblemNotice problem={problemOf(failed.error)} />}
        {onClose !== null && (
          <Button action="back" onPress={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
      {isClosing && status.atClose !== null && (
        <CloseHall
          atClose={status.atClose}
          onKeep={() => setClosing(false)}
          onClose={() => {
            if (!signOff.isPending) signOff.mutate(null);
            setClosing(false);
          }}
        />
      )}
      {asked !== null && (
        <QuestionBox
          title={t('forgetTitle', { name: asked.name })}
          rule={t('forgetRule')}
          safe={{ label: t('forgetSafe'), onPress: () => setAsked(null) }}
          act={{
            label: t('forget'),
            onPress: () => {
              leave.mutate(asked.device);
              setAsked(null);
            },
          }}
        />
      )}
    </Dialog>
  );
}

/** Before the hall is closed: who still waits, and what becomes of them. */
function CloseHall(props: {
  readonly atClose: NonNullable<HallStatus['atClose']>;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('hall');
  const { waiting, serving } = props.atClose;
  const rule = [
    waiting === 0 ? t('closeNobody') : t('closeWaiting', { n: waiting }),
    ...(serving === 0 ? [] : [t('closeServing', { n: serving })]),
    t('closeThen'),
  ].join(' ');
  return (
    <QuestionBox
      title={t('closeTitle')}
      rule={rule}
      safe={{ label: t('closeSafe'), onPress: props.onKeep }}
      act={{ label: t('closeHall'), onPress: props.onClose }}
    />
  );
}

/** The same as over the status bar, which a dialog covers with its keys. */
function TakeOver({ stake }: { readonly stake: NonNullable<HallStatus['stake']> }): ReactNode {
  const t = useTranslations('hall');
  const words = useStakeWords(stake);
  const take = useTakeOver();
  return (
    <>
      <Notice
        tone="soon"
        title={t('lostTitle', { host: stake.host })}
        actions={
          <Button size="small" action="takeOverHall" onPress={take.press}>
            {t('takeOver')}
          </Button>
        }
      >
        {words}
      </Notice>
      {take.error !== null && <ProblemNotice problem={problemOf(take.error)} />}
    </>
  );
}

function StateFact({ status: { state, host, term } }: { readonly status: HallStatus }): ReactNode {
  const t = useTranslations('hall');
  const words = (): string => {
    switch (state) {
      case 'none':
        return t('stateNone');
      case 'hosting':
        return t('stateHosting', { term: term ?? 1 });
      case 'linked':
        return t('stateLinked', { host: host ?? '', term: term ?? 1 });
      case 'seeking':
        return t('stateSeeking');
      case 'closed':
        return t('stateClosed');
      case 'lost':
        return t('stateLost');
    }
  };
  return <Facts facts={[{ label: t('state'), value: words() }]} />;
}

/** Where other machines find this one, and the code that lets one of them in. */
function Hosting({
  status,
  code,
  onCode,
}: {
  readonly status: HallStatus;
  readonly code: CallOutput<'hall.newCode'> | undefined;
  readonly onCode: () => void;
}): ReactNode {
  const t = useTranslations('hall');
  const where = status.addresses.length === 0 ? t('noAddress') : status.addresses.join(', ');
  return (
    <>
      <Facts facts={[{ label: t('addresses'), value: where }]} />
      {code !== undefined && (
        <p className={styles.code} role="status">
          {t('codeFor', { code: code.code, minutes: code.minutes })}
        </p>
      )}
      <Button onPress={onCode}>{t('newCode')}</Button>
      <PhonePages at={status.phones} />
    </>
  );
}

function Machines({
  status,
  onForget,
  onHand,
  onCloseHall,
}: {
  readonly status: HallStatus;
  readonly onForget: (machine: Machine) => void;
  readonly onHand: (device: string) => void;
  readonly onCloseHall: () => void;
}): ReactNode {
  const t = useTranslations('hall');
  const isHost = status.state === 'hosting';
  const roles = { desk: t('roleDesk'), kiosk: t('roleKiosk'), display: t('roleDisplay') };
  const linked = new Map(status.connected.map((machine) => [machine.device, machine.behind]));
  const standing = (device: string): string => {
    const behind = linked.get(device);
    if (behind === undefined) return t('away');
    return behind === 0 ? t('connected') : t('behind', { n: behind });
  };
  if (status.members.length === 0 && !isHost) return null;
  return (
    <section aria-label={t('machines', { n: status.members.length })}>
      <h3 className={styles.head}>{t('machines', { n: status.members.length })}</h3>
      <ul className={styles.machines}>
        {status.members.map((machine) => (
          <li key={machine.device} className={styles.machine}>
            <span className={styles.name}>
              {machine.name}, {roles[machine.role]}
            </span>
            <span className={styles.aside}>{standing(machine.device)}</span>
            {isHost && machine.role === 'desk' && linked.get(machine.device) === 0 && (
              <Button size="small" onPress={() => onHand(machine.device)}>
                {t('handTo', { name: machine.name })}
              </Button>
            )}
            {isHost && (
              <Button size="small" onPress={() => onForget(machine)}>
                {t('forget')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isHost && (
        <Button size="small" onPress={onCloseHall}>
          {t('closeHall')}
        </Button>
      )}
    </section>
  );
}
