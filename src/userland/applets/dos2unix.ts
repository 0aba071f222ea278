/** dos2unix and unix2dos: the ends of lines, in place. All carriage returns go, as busybox has it. */
import { bytesOfBinary } from '../../posix/index.ts';
import { writeFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

function converter(toDos: boolean) {
  return applet({
    usage: '[-ud] [FILE]',
    about:
      'Convert FILE in-place from ' +
      (toDos ? 'Unix to DOS' : 'DOS to Unix') +
      ' format.\nWhen no file is given, use stdin/stdout.\n\n\t-u\tdos2unix\n\t-d\tunix2dos',
    async run(io) {
      const options = parseOptions(io, 'ud');
      const direction = options.last('ud');
      const dos = direction ? direction === 'd' : toDos;
      if (options.operands.length === 0) io.put(convert(await io.reader(0).rest(), dos));
      for (const path of options.operands) await convertFile(io, path, dos);
      return 0;
    },
  });
}

async function convertFile(io: Io, path: string, dos: boolean): Promise<void> {
  let text: string;
  try {
    const reader = await io.openInput(path);
    text = await reader.rest();
    await reader.close();
    await writeFile(io.sys, path, bytesOfBinary(convert(text, dos)));
  } catch (error) {
    io.dieErrno(`can't open '${path}'`, error);
  }
}

function convert(text: string, dos: boolean): string {
  const unix = text.replaceAll('\r', '');
  return dos ? unix.replaceAll('\n', '\r\n') : unix;
}

export const dos2unix = converter(false);
export const unix2dos = converter(true);
