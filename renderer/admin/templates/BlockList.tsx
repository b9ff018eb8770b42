import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SlipBlock, SlipTemplate } from '../../../domain/form/template.ts';
import { moved, placesOf } from '../../../domain/form/template-edit.ts';
import { Button } from '../../ui/Button.tsx';
import { BlockMeasures } from './BlockMeasures.tsx';
import { BlockWords } from './BlockWords.tsx';
import styles from './TemplateEditor.module.css';

/** The blocks of a slip in the order of the paper. One is open; each can be moved. */
export function BlockList(props: {
  readonly template: SlipTemplate;
  readonly open: number | null;
  readonly onOpen: (at: number | null) => void;
  readonly onChange: (template: SlipTemplate) => void;
}): ReactNode {
  const { template, open, onOpen, onChange } = props;
  const t = useTranslations('template');
  const move = (at: number, by: -1 | 1): void => {
    onChange(moved(template, at, by));
    if (open === at || open === at + by) onOpen(open === at ? at + by : at);
    // The cursor goes with the block, so that pressing again moves it on.
    requestAnimationFrame(() => {
      const buttons = document.querySelectorAll<HTMLElement>(`[data-block="${at + by}"] [data-moves] button`);
      buttons[by === -1 ? 0 : buttons.length - 1]?.focus();
    });
  };
  const put = (at: number, block: SlipBlock): void =>
    onChange({ ...template, blocks: template.blocks.map((each, index) => (index === at ? block : each)) });
  return (
    <ol className={styles.blocks}>
      {template.blocks.map((block, at) => (
        // A block is its place: nothing else tells two lines of one kind apart.
        <li key={at} className={styles.block} data-block={at}>
          <div className={styles.blockHead}>
            <button
              type="button"
              className={styles.opener}
              aria-expanded={open === at}
              onClick={() => onOpen(open === at ? null : at)}
            >
              <span className={styles.blockNumber}>{at + 1}</span>
              <span className={styles.blockKind}>{t(`block.${block.kind}`)}</span>
              <span className={styles.blockWords}>{wordsOf(block)}</span>
            </button>
            <span className={styles.moves} data-moves="">
              {at > 0 && (
                <Button size="small" onPress={() => move(at, -1)}>
                  {t('up')}
                </Button>
              )}
              {at < template.blocks.length - 1 && (
                <Button size="small" onPress={() => move(at, 1)}>
                  {t('down')}
                </Button>
              )}
            </span>
          </div>
          {open === at && (
            <div className={styles.blockBody}>
              <BlockWords form={template.form} block={block} onChange={(next) => put(at, next)} />
              <BlockMeasures block={block} onChange={(next) => put(at, next)} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The first words of a block, to know it by. */
function wordsOf(block: SlipBlock): string {
  return placesOf(block)
    .flatMap((place) =>
      'words' in place ? [place.words] : place.parts.flatMap((part) => ('text' in part ? [part.text] : [])),
    )
    .join(' ')
    .trim();
}
