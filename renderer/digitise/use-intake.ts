import { useCallback, useRef, useState } from 'react';
import { movePage, turnRight, withoutPage } from '../../domain/digitise/pages.ts';
import { fileKind } from '../../domain/digitise/file-kind.ts';
import { PAGE_BYTES } from '../../domain/digitise/page-size.ts';
import { desk, DeskProblem, problemOf } from '../app/desk-client.ts';
import { leftOver, type Brought, type PanelPage } from './panel-pages.ts';
import { smallPicture } from './picture.ts';
import { pagesOfScan, pictureBlob, sendFile, type MadeFrom } from './send.ts';

/** A scan of the waiting list. */
interface Scan {
  readonly fileId: string;
  readonly name: string;
  readonly madeFrom: MadeFrom;
}

/** Something the desk or the browser said no to, kept until another file is brought in. */
export interface Refusal {
  readonly name: string;
  readonly problem: DeskProblem;
}

/** The pages of the panel and the way they come in: one file after the other, whatever is dropped meanwhile. */
export function useIntake() {
  const [pages, setPages] = useState<readonly PanelPage[]>([]);
  const [brought, setBrought] = useState<readonly Brought[]>([]);
  const [reading, setReading] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const keys = useRef(0);

  const inTurn = useCallback((name: string, work: () => Promise<void>): void => {
    setReading((before) => [...before, name]);
    queue.current = queue.current
      .then(work)
      .catch((error: unknown) => {
        setRefusals((before) => [...before, { name, problem: problemOf(error) }]);
      })
      .then(() => setReading((before) => before.slice(1)));
  }, []);

  const taken = useCallback((file: Brought, added: readonly Omit<PanelPage, 'key' | 'from'>[]): void => {
    setBrought((before) => [...before, file]);
    const named = added.map((page) => {
      keys.current += 1;
      return { ...page, key: String(keys.current), from: file.fileId };
    });
    // The same picture brought in twice is one page.
    setPages((before) => [
      ...before,
      ...named.filter(({ fileId, page }) => !before.some((each) => each.fileId === fileId && each.page === page)),
    ]);
  }, []);

  /** Takes over the pages of a kept file; what is larger than it need be is made smaller first. */
  const takePages = useCallback(
    async ({ fileId, name, madeFrom }: Scan, grey: boolean): Promise<void> => {
      const added: Omit<PanelPage, 'key' | 'from'>[] = [];
      const made: string[] = [];
      for (const [page, shown] of (await pagesOfScan(fileId)).entries()) {
        const picture = pictureBlob(shown);
        if (picture === null || (picture.type === 'image/jpeg' && picture.size <= PAGE_BYTES && !grey)) {
          added.push({ fileId, page, base: shown.turn, turn: 0, picture });
          continue;
        }
        const small = await smallPicture(picture, grey).catch(() => {
          throw damaged(name);
        });
        const part = await sendFile(small, name, madeFrom);
        made.push(part.fileId);
        added.push({ fileId: part.fileId, page: 0, base: 0, turn: shown.turn, picture: small });
      }
      const scanner = madeFrom === 'scanner';
      taken({ fileId, pages: added.length, scanner, made }, added);
    },
    [taken],
  );

  const addScan = useCallback(
    (scan: Scan, grey: boolean): void => {
      setRefusals([]);
      inTurn(scan.name, () => takePages(scan, grey));
    },
    [inTurn, takePages],
  );

  const addPicture = useCallback(
    async (source: ImageBitmapSource, name: string, madeFrom: MadeFrom, grey: boolean): Promise<void> => {
      const small = await smallPicture(source, grey).catch(() => {
        throw damaged(name);
      });
      const part = await sendFile(small, name, madeFrom);
      taken({ fileId: part.fileId, pages: 1, scanner: false, made: [] }, [
        { fileId: part.fileId, page: 0, base: 0, turn: 0, picture: small },
      ]);
    },
    [taken],
  );

  const addFiles = useCallback(
    (files: readonly File[], grey: boolean): void => {
      setRefusals([]);
      for (const file of files) {
        inTurn(file.name, async () => {
          const kind = fileKind(new Uint8Array(await file.slice(0, 2048).arrayBuffer()));
          if (kind === 'pdf') {
            const scan = await sendFile(file, file.name, 'file');
            await takePages({ ...scan, name: file.name }, grey);
          } else if (kind === null || kind === 'tiff' || kind === 'heic') {
            throw new DeskProblem({ code: 'SH-01', params: { name: file.name }, correlationId: '' });
          } else await addPicture(file, file.name, 'file', grey);
        });
      }
    },
    [addPicture, inTurn, takePages],
  );

  const addShot = useCallback(
    (shot: ImageBitmap, name: string, grey: boolean): void => {
      setRefusals([]);
      inTurn(name, () => addPicture(shot, name, 'camera', grey));
    },
    [addPicture, inTurn],
  );

  /** Nothing was kept: what was only made for showing goes, the rest waits on. */
  const leave = useCallback((): void => {
    for (const fileId of leftOver(brought)) {
      // One that is gone already is what is wanted; the desk sweeps what stays.
      desk('digitise.discard', { fileId }).catch(() => undefined);
    }
  }, [brought]);

  return {
    pages,
    brought,
    reading,
    refusals,
    addScan,
    addFiles,
    addShot,
    leave,
    turn: (at: number): void =>
      setPages((before) => before.map((page, n) => (n === at ? { ...page, turn: turnRight(page.turn) } : page))),
    move: (from: number, to: number): void => setPages((before) => movePage(before, from, to)),
    take: (at: number): void => setPages((before) => withoutPage(before, at)),
  };
}

export type PanelIntake = ReturnType<typeof useIntake>;

function damaged(name: string): DeskProblem {
  return new DeskProblem({ code: 'SH-05', params: { name }, correlationId: '' });
}
