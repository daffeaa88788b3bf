import { recordedAt, specification } from '../testing/index.js';
import { checkpoints } from './checkpoints.js';

const { given } = specification(checkpoints);

describe('checkpoints of the log', () => {
  it('are kept as they were signed, and when', () => {
    const data = { size: 1_000, position: '1000', hash: 'ab'.repeat(32), note: 'a note' };
    return given({ type: 'log.checkpointed', data }).then({ ...data, at: recordedAt });
  });
});
