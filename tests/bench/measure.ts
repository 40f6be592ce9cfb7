/** Runs a command and measures the process with everything it starts. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallSeconds: number;
  /** Processor time of the command and its descendants; null where the system does not tell (only Linux does). */
  readonly cpuSeconds: number | null;
  /** Highest sum of resident memory over all its processes, sampled; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  /** Highest resident memory of any one of them: what `time` reports of a command. */
  readonly largestMegabytes: number | null;
}

const sampleInterval = 50;
/** Clock ticks a second in /proc, the same on all Linux systems in use. */
const ticksPerSecond = 100;

export async function measure(
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Measurement> {
  const [program = '', ...args] = command;
  const cpuBefore = childrenSeconds();
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  let peak: Resident | null = null;
  const sampler = setInterval(() => {
    const now = child.pid === undefined ? null : residentMemory(child.pid);
    if (now === null) return;
    peak = { all: Math.max(peak?.all ?? 0, now.all), largest: Math.max(peak?.largest ?? 0, now.largest) };
  }, sampleInterval);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => {
    clearInterval(sampler);
  });
  const cpuAfter = childrenSeconds();
  return {
    exitCode,
    ...output,
    wallSeconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
    peakMegabytes: megabytes(peak, 'all'),
    largestMegabytes: megabytes(peak, 'largest'),
  };
}

/** Processor seconds of all ended children of this process and of theirs. */
function childrenSeconds(): number | null {
  const fields = statFields('self');
  return fields === null ? null : (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Fields of /proc/PID/stat from the state on, which is field 3 of the manual page and 0 here. */
function statFields(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Resident memory in kilobytes. */
interface Resident {
  readonly all: number;
  readonly largest: number;
}

function megabytes(resident: Resident | null, part: keyof Resident): number | null {
  return resident === null ? null : resident[part] / 1024;
}

function residentMemory(root: number): Resident | null {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (/^\d+$/.test(name)) parents.set(Number(name), Number(statFields(name)?.[1] ?? 0));
    }
  } catch {
    return null;
  }
  const members = new Set([root]);
  // Ids may be reused in any order, so the tree is closed step by step.
  for (let size = 0; size !== members.size;) {
    size = members.size;
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid);
  }
  const sizes = [...members].map(residentOf);
  return { all: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(...sizes) };
}

function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // ended in the meantime
  }
}
