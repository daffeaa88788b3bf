import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents.ts';

const folder = join(import.meta.dirname, '..', 'documents');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!documents().has(name)) rmSync(join(folder, name));
for (const [name, document] of documents()) writeFileSync(join(folder, name), document);
console.log(`${documents().size} sample documents written to ${folder}`);
