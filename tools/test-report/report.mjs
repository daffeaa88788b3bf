/** What Jest leaves unsaid: the name of each test that was skipped, and the count on one line at the end. */
export default class Report {
  onRunComplete(_contexts, { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests, ...run }) {
    const skipped = testResults.flatMap(({ testResults: tests }) =>
      tests.filter(({ status }) => ['pending', 'todo', 'disabled'].includes(status)),
    );
    for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
    // A file that could not even be loaded has no tests to count.
    const failed = numFailedTests + run.numRuntimeErrorTestSuites;
    console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
  }
}
