package org.triviumcrm.shared.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why a second start on the same folder does not work, instead of a stack trace. */
class DatabaseFolderTakenAnalyzer extends AbstractFailureAnalyzer<DatabaseFolderTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseFolderTaken cause) {
        return new FailureAnalysis(
                "Trivium is already running on the data folder " + cause.folder() + " (process " + cause.processId()
                        + ").",
                "Stop that process first, or start this one on another folder: --trivium.data-dir=<folder> "
                        + "--server.port=<port>. Several nodes over one database need a PostgreSQL of their own: "
                        + "set SPRING_DATASOURCE_URL.",
                cause);
    }
}
