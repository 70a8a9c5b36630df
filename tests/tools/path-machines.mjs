// Runs JSONPath machines on aws-local-stepfunctions, one after the other. One message a line:
//   {"definition": …, "input": …, "context": …, "validate": true}  starts a run;
//   {"call": n, "task": state, "input": …}  goes out for each Task, {"call": n, "result": …} or {"call": n, "error": …, "cause": …} comes back;
//   {"output": …} or {"error": …, "cause": …}  ends the run.
// Waits and the times between retries are skipped. The engine knows neither variables nor JSONata and ignores both silently: refused here.
import { createInterface } from 'node:readline';

// The engine is made for node 22.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');

const pending = new Map();
let calls = 0;

function send(message) {
  process.stdout.write(JSON.stringify(message) + '\n');
}

function* statesOf(machine) {
  for (const [name, state] of Object.entries(machine.States)) {
    yield [name, state];
    for (const inner of [...(state.Branches ?? []), state.ItemProcessor, state.Iterator]) if (inner) yield* statesOf(inner);
  }
}

function call(task, input) {
  const number = ++calls;
  send({ call: number, task, input });
  return new Promise((resolve, reject) => pending.set(number, { resolve, reject }));
}

async function run({ definition, input, context, validate }) {
  const overrides = { taskResourceLocalHandlers: {}, waitTimeOverrides: {}, retryIntervalOverrides: {} };
  if (definition.QueryLanguage === 'JSONata') throw new Error('not a JSONPath machine');
  for (const [name, state] of statesOf(definition)) {
    if (state.QueryLanguage === 'JSONata' || 'Assign' in state) throw new Error(`${name}: the engine has no JSONata and no variables`);
    if (state.Type === 'Task') overrides.taskResourceLocalHandlers[name] = taskInput => call(name, taskInput);
    if (state.Type === 'Wait') overrides.waitTimeOverrides[name] = 0;
    overrides.retryIntervalOverrides[name] = 0;
  }
  const machine = new StateMachine(definition, validate ? { validationOptions: { checkArn: false } } : { validationOptions: { noValidate: true } });
  return machine.run(input, { overrides, context: context ?? {} }).result;
}

// A rejection that nobody waits for any more, as of branches that were stopped, is no failure of the run.
process.on('unhandledRejection', () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if ('call' in message) {
    const { resolve, reject } = pending.get(message.call);
    pending.delete(message.call);
    if ('error' in message) {
      const error = new Error(message.cause ?? '');
      error.name = message.error;
      reject(error);
    } else {
      resolve(message.result);
    }
    continue;
  }
  run(message).then(
    output => send({ output }),
    error => send({ error: error.cause?.name ?? error.name, cause: error.cause?.message ?? error.message }),
  );
}
