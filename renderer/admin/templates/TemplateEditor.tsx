import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SlipTemplate } from '../../../domain/form/template.ts';
import { templateFaults } from '../../../domain/form/template-faults.ts';
import { usualSlips } from '../../../domain/form/usual-slips.ts';
import { SlipPreview } from '../../print/preview.tsx';
import { BlockList } from './BlockList.tsx';
import { hasBadMeasure } from './editions.ts';
import { PageMeasures } from './PageMeasures.tsx';
import styles from './TemplateEditor.module.css';

/** The template on the left, on the right the slip it makes of the usual example. */
export function TemplateEditor(props: {
  readonly template: SlipTemplate;
  readonly open: number | null;
  readonly onOpen: (at: number | null) => void;
  readonly onChange: (template: SlipTemplate) => void;
}): ReactNode {
  const { template, open, onOpen, onChange } = props;
  const t = useTranslations('template');
  const [page, setPage] = useState(false);
  return (
    <div className={styles.editor}>
      <div className={styles.fields} data-editor="">
        <div className={styles.block}>
          <button
            type="button"
            className={styles.opener}
            aria-expanded={page}
            data-first=""
            onClick={() => setPage(!page)}
          >
            <span className={styles.blockKind}>{t('page')}</span>
            <span className={styles.blockWords}>{t('pageWhat')}</span>
          </button>
          {page && (
            <div className={styles.blockBody}>
              <PageMeasures template={template} onChange={onChange} />
            </div>
          )}
        </div>
        <BlockList template={template} open={open} onOpen={onOpen} onChange={onChange} />
      </div>
      <Sample template={template} />
    </div>
  );
}

const papers = { a5: styles.paperA5, a4: styles.paperA4, 'a4-landscape': styles.paperLying } as const;

/** The usual slip drawn with the template; while it cannot be drawn, as it last could. */
export function Sample({ template }: { readonly template: SlipTemplate }): ReactNode {
  const t = useTranslations('template');
  const shown = useDrawable(useDeferredValue(template));
  const { form } = shown;
  const values = useMemo(() => usualSlips[form](), [form]);
  return (
    <div className={styles.sample} tabIndex={0} role="group" aria-label={t('preview')}>
      <div className={papers[shown.paper]}>
        <SlipPreview template={shown} values={values} />
      </div>
    </div>
  );
}

function useDrawable(template: SlipTemplate): SlipTemplate {
  const [last, setLast] = useState(template);
  const breaks = templateFaults(template).some(({ code }) => code === 'margins' || code === 'columns');
  if (breaks || hasBadMeasure(template)) return last;
  if (last !== template) setLast(template);
  return template;
}
