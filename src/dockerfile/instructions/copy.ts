/** COPY: files from the build context, a stage or an image. `--parents` is of the labs frontend only. */
import { fault } from '../location.ts';
import { noDestination } from './add.ts';
import { parseFlags, type Request, type Written } from './request.ts';
import { copyFlags, parseSources, type Sources } from './sources.ts';

export interface Copy extends Written, Sources {
  readonly kind: 'copy';
  /** Stage name or number, or an image; empty for the build context. */
  readonly from: string;
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly exclude: readonly string[];
}

export function parseCopy(request: Request): Copy {
  if (request.args.length < 2) throw fault(noDestination('COPY'));
  const flags = parseFlags(request, { ...copyFlags, from: 'text' });
  return {
    kind: 'copy',
    ...request.written,
    ...parseSources(request, 'COPY'),
    from: flags.text('from'),
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    link: flags.switch('link') ?? false,
    exclude: flags.list('exclude'),
  };
}
