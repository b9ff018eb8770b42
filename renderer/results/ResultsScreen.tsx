import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { ResultRow } from '../../contract/desk/results.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { rawOf } from '../receipt/scan-state.ts';
import { useScanner } from '../receipt/use-scanner.ts';
import { useResults } from '../stores/results.ts';
import { Button } from '../ui/Button.tsx';
import { ArchiveBox } from './ArchiveBox.tsx';
import { beginReturn, cardOf } from './begin.ts';
import { withCard, type CameBy, type ScanReply } from './form.ts';
import { GivenSide, type Given } from './GivenSide.tsx';
import { groupsOf, type Order } from './groups.ts';
import { ListSide } from './ListSide.tsx';
import { fits, ResultsList } from './ResultsList.tsx';
import { ReturnScreen } from './ReturnScreen.tsx';
import styles from './Results.module.css';
import { ScanSays } from './ScanSays.tsx';
import { ShelveDialog } from './ShelveDialog.tsx';
import { TellDialog } from './TellDialog.tsx';
import { ToldNotice } from './ToldNotice.tsx';

type Told = CallOutput<'results.shelve'>;

/** Returning results (trả kết quả): the shelves of this office, and one result going out. */
export function ResultsScreen(): ReactNode {
  const t = useTranslations('results');
  const today = useNow().slice(0, 10);
  const { data, error } = useDesk('results.list', {}, ['dossiers', 'reference']);
  const { open, change, leave, clear } = useResults();
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>('age');
  const [current, setCurrent] = useState<string | null>(null);
  const [scanned, setScanned] = useState<ScanReply | null>(null);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [box, setBox] = useState<'shelve' | 'tell' | 'archive' | null>(null);

  const all = data?.rows ?? [];
  /** Those of a card with several results, until something else is looked for. */
  const ofCard = scanned?.kind === 'person' && scanned.rows.length > 1 ? scanned.rows : null;
  const groups = groupsOf(
    (ofCard ?? all).filter((row) => fits(row, typed)),
    order,
    today,
  );
  const shown = groups.flatMap((group) => group.rows);
  const chosen = shown.find((row) => row.dossierId === current) ?? shown[0] ?? null;
  const arrived = all.filter((each) => each.at === 'counter');
  const toRemind = all.filter((each) => each.isDue && each.next.kind === 'reminder' && each.canMessage);

  const start = async (dossierId: string, cameBy: CameBy): Promise<void> => {
    setProblem(null);
    try {
      await beginReturn(dossierId, cameBy);
      setGiven(null);
      setTold(null);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  const onScan = async (raw: string): Promise<void> => {
    setProblem(null);
    try {
      const reply = await desk('results.scan', { raw });
      const card = cardOf(reply);
      const work = useResults.getState().open;
      if (work !== null && card !== null) {
        // Somebody stands there with a result before them: the card says who.
        setScanned(null);
        change(withCard(work.form, work.page, card.person, card.certain));
        return;
      }
      setScanned(reply);
      if (reply.kind === 'dossier' && reply.row !== null) {
        await start(reply.dossierId, { slip: isSlip(raw) && reply.voidSlip === null, card: null });
      }
      const only = reply.kind === 'person' && reply.rows.length === 1 ? reply.rows[0] : undefined;
      if (only !== undefined) await start(only.dossierId, { slip: false, card });
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  useScanner((scan) => void onScan(rawOf(scan)));
  const remind = useMutation({
    mutationFn: () => desk('results.remind', { dossierIds: toRemind.map((each) => each.dossierId) }),
    onSuccess: setTold,
    onError: (thrown) => setProblem(problemOf(thrown)),
  });

  const says =
    problem !== null ? (
      <ProblemNotice problem={problem} />
    ) : scanned !== null ? (
      <ScanSays reply={scanned} onDismiss={() => setScanned(null)} />
    ) : null;
  const said = saysNothing(problem, scanned) ? null : says;

  if (open !== null) {
    return (
      <ReturnScreen
        key={open.page.row.dossierId}
        page={open.page}
        form={open.form}
        onChange={change}
        said={said}
        onBack={() => {
          setScanned(null);
          setProblem(null);
          setGiven(null);
          leave();
        }}
        onGiven={(done) => {
          setScanned(null);
          setGiven(done);
          clear();
        }}
      />
    );
  }
  const openRow = (each: ResultRow): void => {
    if (each.at !== 'unit' && each.at !== 'way') {
      void start(each.dossierId, { slip: false, card: scanned === null ? null : cardOf(scanned) });
    }
  };
  return (
    <DeskFrame
      outcome={
        given === null ? (
          <ListSide
            row={chosen}
            rule={data?.rule ?? null}
            said={said}
            onOpen={openRow}
            onShelve={() => setBox('shelve')}
            onTell={() => setBox('tell')}
            onArchive={() => setBox('archive')}
          />
        ) : (
          <GivenSide given={given} onNext={() => setGiven(null)} />
        )
      }
    >
      <SheetHead
        title={t('title')}
        fact={
          data === undefined
            ? undefined
            : t('fact', {
                today: all.filter((each) => each.readyAt?.startsWith(today) === true).length,
                waiting: all.filter((each) => each.readyAt !== null).length,
              })
        }
        aside={
          toRemind.length > 0 ? (
            <Button size="small" action="remindAll" onPress={() => remind.mutate()}>
              {t('remindAll', { n: toRemind.length })}
            </Button>
          ) : undefined
        }
      />
      {error !== null && <ProblemNotice problem={error} />}
      {told !== null && <ToldNotice told={told} onDone={() => setTold(null)} />}
      <div className={styles.sheet}>
        {data !== undefined && (
          <ResultsList
            groups={groups}
            typed={typed}
            onTyped={(text) => {
              setTyped(text);
              setGiven(null);
            }}
            order={order}
            onOrder={setOrder}
            current={chosen?.dossierId ?? null}
            onCurrent={(id) => {
              setCurrent(id);
              setGiven(null);
            }}
            onOpen={openRow}
          />
        )}
      </div>
      {box === 'shelve' && chosen !== null && data !== undefined && (
        <ShelveDialog
          row={chosen}
          arrived={arrived}
          places={data.places}
          lastPlace={data.lastPlace}
          onLeave={() => setBox(null)}
          onDone={(done) => {
            setBox(null);
            setTold(done);
          }}
        />
      )}
      {box === 'tell' && chosen !== null && (
        <TellDialog row={chosen} onLeave={() => setBox(null)} onDone={() => setBox(null)} />
      )}
      {box === 'archive' && chosen !== null && data !== undefined && data.rule !== null && (
        <ArchiveBox row={chosen} rule={data.rule} onLeave={() => setBox(null)} onDone={() => setBox(null)} />
      )}
    </DeskFrame>
  );
}

/** A slip's QR; the bars and a typed code are on every slip alike. */
function isSlip(raw: string): boolean {
  return raw.includes('#QMC1/');
}

/** A scan that opened its dossier by itself leaves nothing to be said. */
function saysNothing(problem: DeskProblem | null, scanned: ScanReply | null): boolean {
  if (problem !== null) return false;
  if (scanned === null) return true;
  if (scanned.kind === 'dossier') return scanned.other === null && scanned.voidSlip === null;
  return scanned.kind === 'person' && scanned.rows.length === 1;
}
