// Reads workflow commands as GitHub's runner does (ActionCommand.TryParseV2 in github.com/actions/runner) and issues
// each again with the toolkit's own code. What comes out must be what went in.
//
// usage: reissue_commands.mjs PACKAGE/lib/command.js <commands
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { issueCommand } = await import(pathToFileURL(process.argv[2]));
const plain = (text) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n');
const data = (text) => plain(text).replace(/%25/g, '%');
const property = (text) => plain(text).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');

// The runner reads lines as .NET does: both of these end one.
for (const line of readFileSync(0, 'utf8').split(/\r\n|\r|\n/)) {
  if (line === '') continue;
  const parsed = /^::(error|warning|notice) (.*?)::(.*)$/s.exec(line);
  if (parsed === null) throw new Error(`no annotation: ${line}`);
  const properties = {};
  for (const pair of parsed[2].split(',')) {
    const equals = pair.indexOf('=');
    properties[pair.slice(0, equals)] = property(pair.slice(equals + 1));
  }
  issueCommand(parsed[1], properties, data(parsed[3]));
}
