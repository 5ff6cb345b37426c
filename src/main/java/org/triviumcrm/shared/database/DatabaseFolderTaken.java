package org.triviumcrm.shared.database;

import java.nio.file.Path;

/** Another application works on the same data folder. */
public class DatabaseFolderTaken extends DatabaseProblem {

    private static final long serialVersionUID = 1;

    DatabaseFolderTaken(Path folder, String processId) {
        super(
                "Trivium is already running on the data folder " + folder + " (process " + processId + ").",
                "Stop that process first, or start this one on another folder: --trivium.data-dir=<folder> "
                        + "--server.port=<port>. Several nodes over one database need a PostgreSQL of their own: "
                        + "set SPRING_DATASOURCE_URL.");
    }
}
