// Writes generated/events.json: one JSON Schema with a definition for each type of events.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const schema = createGenerator({
  path: 'events.ts',
  tsconfig: 'tsconfig.json',
  type: '*',
  expose: 'export',
  jsDoc: 'none',
  skipTypeCheck: true,
  additionalProperties: false,
  sortProps: true,
}).createSchema('*');

// Flags are sums of powers of two; as an enumeration every sum, and 0, would be refused.
for (const [name, definition] of Object.entries(schema.definitions)) {
  if (name.endsWith('Flags') && ('enum' in definition || 'const' in definition)) {
    schema.definitions[name] = { type: 'integer' };
  }
}
mkdirSync('generated', { recursive: true });
writeFileSync('generated/events.json', `${JSON.stringify(schema, null, 0)}\n`);
