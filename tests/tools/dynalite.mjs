// A DynamoDB of this machine: keeps items in memory, ends with its standard input. Prints its port when it listens.
import dynalite from 'dynalite';

const server = dynalite({ createTableMs: 5, deleteTableMs: 5, updateTableMs: 5 });
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
