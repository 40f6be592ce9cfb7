/** What a build says that could not be finished. */

/** Stops a build for a reason that its message tells in full; nobody needs to see where in the program. */
export class BuildStopped extends Error {
  // Bundled copies of this class are other classes; the name is the same.
  override readonly name = 'BuildStopped';
}

/** The failure in words. What only a fault of this program can cause comes with the place in the program. */
export function describeFailure(failure: unknown): string {
  const chain = causesOf(failure);
  const stopped = chain.find((error) => error.name === 'BuildStopped');
  if (stopped !== undefined) return stopped.message;
  for (const error of chain) {
    const reason = systemReason(error);
    if (reason !== null) return `The site was not published: ${reason}. What was published before is as it was.`;
  }
  const [first] = chain;
  return first === undefined ? String(failure) : (first.stack ?? first.message);
}

function causesOf(failure: unknown): Error[] {
  const chain: Error[] = [];
  for (let error = failure; error instanceof Error && !chain.includes(error); error = error.cause) chain.push(error);
  return chain;
}

/** The reason of an error that the operating system gave; null for every other error. */
function systemReason(error: Error): string | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const file = 'path' in error && typeof error.path === 'string' ? error.path : null;
  const place = file === null ? '' : ` (${file})`;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full${place}, expected room for the site and as much again while it is built`;
    case 'EFBIG':
      return `a file may not grow as large as needed${place}, expected a higher limit of file sizes`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `this folder may not be written${place}, expected permission to write there`;
    case 'ENOTDIR':
    case 'ENOENT':
    case 'EEXIST':
      return `there is no such folder and none can be made${place}, expected a path to a folder`;
    case 'EMFILE':
    case 'ENFILE':
      return `too many files are open${place}, expected a higher limit of open files`;
    default:
      return null;
  }
}
