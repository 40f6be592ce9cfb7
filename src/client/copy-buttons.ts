/** Buttons that put the text of another element on the clipboard. */

/** Shows and connects every button marked `data-copy="id"`; what came of a click is said in `data-copy-status`. */
export function connectCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { copy: source = '', copyWhat: what = '' } = button.dataset;
  const text = document.getElementById(source)?.textContent ?? '';
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const message = copied ? `Copied ${what}.` : `${what} could not be copied: the browser does not allow it.`;
  const status = document.querySelector('[data-copy-status]');
  if (status !== null) status.textContent = message;
  const label = button.textContent;
  button.textContent = copied ? 'Copied' : 'Not copied';
  button.disabled = true;
  setTimeout(() => {
    button.textContent = label;
    button.disabled = false;
  }, 1500);
}
