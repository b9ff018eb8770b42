import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { rawOf } from '../receipt/scan-state.ts';
import { useScanner } from '../receipt/use-scanner.ts';
import { Button } from '../ui/Button.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { useKey } from '../ui/keyboard.tsx';
import { InRows, OutRows } from './BatchRows.tsx';
import { standing, targetOf, type Choice, type Day } from './choice.ts';
import { DayList } from './DayList.tsx';
import { GivenPanel } from './GivenPanel.tsx';
import styles from './Handover.module.css';
import { InPanel } from './InPanel.tsx';
import { OtherPlace } from './OtherPlace.tsx';
import { OutPanel } from './OutPanel.tsx';
import { JustScanned, ScanZone, type Scanned } from './ScanWords.tsx';

/** Handover (bàn giao), both sides: today's places on top, the open batch below; a scan anywhere goes into it. */
export function HandoverScreen(): ReactNode {
  const t = useTranslations('handover');
  const say = useSay();
  const now = useNow();
  const { data: day, error } = useDesk('handover.today', {}, ['dossiers', 'status', 'reference'], { every: 60_000 });
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [row, setRow] = useState<string | null>(null);
  const [scanned, setScanned] = useState<Scanned | null>(null);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const current = day === undefined ? null : standing(day, chosen);
  const out = useDesk('handover.out', { key: current?.side === 'out' ? current.key : 'unit|-|-' }, ['dossiers'], {
    when: current?.side === 'out',
    every: 60_000,
  });
  const id = current?.side === 'in' || current?.side === 'given' ? current.id : null;
  const into = useDesk('handover.in', { id: id ?? NO_BATCH }, ['dossiers'], { when: id !== null });
  const printed = useMutation({ mutationFn: (batchId: string) => desk('handover.printList', { batchId }) });
  useParts(sheet, day !== undefined);

  const choose = (choice: Choice): void => {
    setChosen(choice);
    setRow(null);
    setScanned(null);
    setProblem(null);
  };
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  const scan = (raw: string, target = targetOf(current), anyway = false): Promise<void> =>
    attempt(async () => {
      const reply = await desk('handover.scan', { raw, target, anyway });
      const isIn = reply.kind === 'added' || reply.kind === 'already' || reply.kind === 'list';
      let number: number | null = null;
      if (isIn) {
        setChosen(reply.target);
        setRow(reply.kind === 'list' ? null : reply.dossier.dossierId);
        if (reply.target.side === 'out') number = (await desk('handover.out', { key: reply.target.key })).number;
      }
      setScanned({ raw, reply, at: now, number });
    });
  const close = (key: string, shortBecause: string): Promise<void> =>
    attempt(async () => {
      const { batchId } = await desk('handover.close', { key, shortBecause });
      choose({ side: 'given', id: batchId });
      printed.mutate(batchId);
    });
  const drop = (dossierId: string): void => {
    const target = targetOf(current);
    if (target === null) return;
    setScanned(null);
    void attempt(() => desk('handover.drop', { target, dossierId }));
  };
  useScanner((read) => void scan(rawOf(read)));

  const zone = (side: 'out' | 'in'): ReactNode => (
    <>
      <ScanZone
        side={side}
        scanned={scanned}
        onTyped={(raw) => void scan(raw)}
        onGo={({ raw, reply }) => void scan(raw, 'target' in reply ? reply.target : null)}
        onAnyway={({ raw }) => void scan(raw, targetOf(current), true)}
        onDismiss={() => setScanned(null)}
      />
      <JustScanned scanned={scanned} onDrop={drop} />
    </>
  );
  const said = problem === null ? null : <ProblemNotice problem={problem} className={styles.notice} />;
  const other = (
    <Button size="small" wide action="otherPlace" onPress={() => setElsewhere(true)}>
      {t('otherPlace')}
    </Button>
  );
  const panel = (): ReactNode => {
    if (current?.side === 'out' && out.data !== undefined) {
      const { key } = current;
      return (
        <OutPanel
          detail={out.data}
          scan={zone('out')}
          problem={said}
          chosen={row === justIn(scanned) ? null : row}
          onDrop={drop}
          onClose={(because) => void close(key, because)}
          onElsewhere={() => setElsewhere(true)}
        />
      );
    }
    if (current?.side === 'in' && into.data !== undefined) {
      const batch = current.id;
      return (
        <InPanel
          detail={into.data}
          scan={zone('in')}
          problem={said}
          chosen={row}
          onDrop={drop}
          onTick={(dossierId, missing) => void attempt(() => desk('handover.tick', { id: batch, dossierId, missing }))}
          onAccept={() =>
            void attempt(async () => {
              await desk('handover.accept', { id: batch });
              setScanned(null);
            })
          }
          other={other}
        />
      );
    }
    if (current?.side === 'given' && into.data !== undefined) {
      const batch = current.id;
      const isThis = printed.variables === batch;
      return (
        <GivenPanel
          detail={into.data}
          list={{
            isPending: isThis && printed.isPending,
            reply: isThis ? (printed.data ?? null) : null,
            error: isThis ? printed.error : null,
            print: () => printed.mutate(batch),
          }}
          onNext={() => {
            setChosen(null);
            setScanned(null);
          }}
        />
      );
    }
    return (
      <Outcome second={other}>
        {said}
        {zone('in')}
      </Outcome>
    );
  };

  return (
    <DeskFrame outcome={panel()}>
      <SheetHead
        title={day?.side === 'unit' ? t('todayUnit') : t('todayCounter')}
        fact={day === undefined || day.notice === null || day.side === 'unit' ? undefined : say(day.notice)}
      />
      {error !== null && <ProblemNotice problem={error} />}
      <div ref={sheet} className={styles.sheet}>
        {day !== undefined && (
          <div className={styles.day} data-part="day">
            <DayList day={day} current={current} onChoose={choose} />
          </div>
        )}
        {current?.side === 'out' && out.data !== undefined && (
          <>
            <div className={styles.batchHead}>
              <h2 className={styles.batchTitle}>{t('batch', { number: out.data.number, place: out.data.place })}</h2>
              {out.data.receivers.length > 0 && (
                <span className={styles.batchFact}>{t('receivers', { names: out.data.receivers.join(', ') })}</span>
              )}
            </div>
            <div className={styles.rows} data-part="rows">
              {out.data.rows.length === 0 ? (
                <p className={styles.none}>{t('rowsNone')}</p>
              ) : (
                <OutRows rows={out.data.rows} current={row} onCurrent={setRow} />
              )}
            </div>
          </>
        )}
        {id !== null && into.data !== undefined && (
          <>
            <div className={styles.batchHead}>
              <h2 className={styles.batchTitle}>
                {into.data.number === null
                  ? into.data.place === ''
                    ? t('noList')
                    : t('from', { place: into.data.place })
                  : t('batch', {
                      number: into.data.number,
                      place: current?.side === 'given' ? into.data.to : into.data.place,
                    })}
              </h2>
              {into.data.giver !== '' && (
                <span className={styles.batchFact}>{t('giver', { name: into.data.giver })}</span>
              )}
            </div>
            <div className={styles.rows} data-part="rows">
              {into.data.rows.length === 0 ? (
                <p className={styles.none}>{t('rowsNoneIn')}</p>
              ) : (
                <InRows
                  rows={into.data.rows}
                  current={row}
                  onCurrent={setRow}
                  onOpen={() => document.querySelector<HTMLInputElement>('[data-part="papers"] input')?.focus()}
                  signed={current?.side === 'given'}
                />
              )}
            </div>
          </>
        )}
        {day !== undefined && day.unheard.length > 0 && <Unheard rows={day.unheard} />}
      </div>
      {elsewhere && (
        <OtherPlace
          onLeave={() => setElsewhere(false)}
          onOpen={(key) => {
            setElsewhere(false);
            choose({ side: 'out', key });
          }}
        />
      )}
    </DeskFrame>
  );
}

/** The dossier that went in with the last scan. */
function justIn(scanned: Scanned | null): string | null {
  const reply = scanned?.reply;
  return reply?.kind === 'added' || reply?.kind === 'already' ? reply.dossier.dossierId : null;
}

/** Asked for by no batch. */
const NO_BATCH = '00000000-0000-0000-0000-000000000000';

/** Ctrl 1 the places, Ctrl 2 the dossiers of the batch; the cursor begins at the places. */
function useParts(sheet: React.RefObject<HTMLDivElement | null>, isThere: boolean): void {
  const t = useTranslations('handover');
  const go = (part: string): void =>
    sheet.current?.querySelector<HTMLElement>(`[data-part="${part}"] [role=grid] [tabindex="0"]`)?.focus();
  useKey('part1', () => go('day'), { name: t('places') });
  useKey('part2', () => go('rows'), { name: t('rows') });
  useEffect(() => {
    if (isThere) sheet.current?.querySelector<HTMLElement>('[data-part="day"] [role=grid] [tabindex="0"]')?.focus();
  }, [sheet, isThere]);
}

/** Taken by the slip alone; what the dossier says is still on its way. */
function Unheard({ rows }: { readonly rows: Day['unheard'] }): ReactNode {
  const t = useTranslations('handover');
  return (
    <section className={styles.unheard} aria-label={t('unheardHead', { n: rows.length })}>
      <OutcomePart label={t('unheardHead', { n: rows.length })}>
        <p className={styles.small}>{t('unheardText')}</p>
        <ul>
          {rows.map((row) => (
            <li key={row.dossierId} className={styles.unheardRow}>
              <b>{row.code}</b>
              <span>{row.procedure}</span>
              <span className={styles.small}>{`${dayMonth(row.at)} ${clock(row.at)}`}</span>
            </li>
          ))}
        </ul>
      </OutcomePart>
    </section>
  );
}
