import { createInterface } from 'node:readline';
import { ProblemError, problemText } from '../contract/problems.ts';
import { readPrintedKey } from '../server/recovery-key.ts';
import { systemClock } from '../main/clock.ts';
import { takeFolder } from '../main/store/folder.ts';
import { saveRemains } from './recover/save-remains.ts';
import { keyFromRecovery, readKeyFile, withPassphrase, writeKeyFile } from '../main/store/key-file.ts';

/**
 * `npm run recover -- FOLDER`: opens a desk's data with the office recovery key (khóa khôi phục) printed at its first
 * enrolment, where the keychain or the passphrase is lost, and gives it a new machine passphrase. Reads the key and the
 * passphrase from standard input, a line each. Changes nothing but the wrapping of the key: no data is touched.
 *
 * `npm run recover -- FOLDER --courier FILE`: writes what a dead desk has left unsent as a courier file, from its database,
 * a backup or the journal, whatever still opens. Changes nothing in the folder.
 */
const [folderPath, word, courierFile] = process.argv.slice(2);
const isCourier = word === '--courier';
if (folderPath === undefined || (word !== undefined && (!isCourier || courierFile === undefined))) {
  fail('npm run recover -- FOLDER [--courier FILE]');
}

const folder = takeFolder(folderPath);
const file = readKeyFile(folder.keys);
if (file === null) fail('Thư mục này không có tệp khóa.\nThere is no key file in this folder.');

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (question: string): Promise<string> => {
  process.stderr.write(`${question}: `);
  const { value, done } = await lines.next();
  return done === true ? '' : value;
};

const printed = readPrintedKey(await ask('Khóa khôi phục (recovery key)'));
if (printed === null) fail('Khóa gõ chưa đúng, xem lại từng nhóm.\nThe key is mistyped, look at each group again.');
const key = opened(printed.toString('base64url'));
if (isCourier && courierFile !== undefined) saved(courierFile);
const passphrase = await ask('Mật khẩu máy mới, ít nhất 8 ký tự (new machine passphrase)');
if (passphrase.length < 8) fail('Mật khẩu quá ngắn.\nThe passphrase is too short.');
// The old keychain entry cannot open it any more; a desk with a keychain wraps it anew at its next enrolment.
writeKeyFile(folder.keys, withPassphrase({ ...file, keychain: null }, key, passphrase));
folder.unlock();
process.stderr.write(
  '\nĐã đặt mật khẩu máy mới. Dữ liệu còn nguyên.\nThe new machine passphrase is set. The data is as it was.\n',
);
process.exit(0);

function saved(to: string): never {
  try {
    const events = saveRemains(folder, key, to, systemClock.now());
    folder.unlock();
    process.stderr.write(
      `\n${events} việc trong ${to}. Đọc ở máy chủ: cli.ts courier read.\n${events} events in it. Read it at the server.\n`,
    );
    process.exit(0);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { what, todo } = problemText(error.code);
    return fail(`${what.vi} ${todo.vi}\n${what.en} ${todo.en}`);
  }
}

function opened(privateKey: string): string {
  try {
    return file === null ? '' : keyFromRecovery(file, privateKey);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { what, todo } = problemText(error.code);
    return fail(`${what.vi} ${todo.vi}\n${what.en} ${todo.en}`);
  }
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
