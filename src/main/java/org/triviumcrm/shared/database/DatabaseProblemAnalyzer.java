package org.triviumcrm.shared.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the embedded database does not start, instead of a stack trace. */
class DatabaseProblemAnalyzer extends AbstractFailureAnalyzer<DatabaseProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.action(), problem);
    }
}
