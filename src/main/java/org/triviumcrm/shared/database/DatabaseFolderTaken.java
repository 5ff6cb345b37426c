package org.triviumcrm.shared.database;

import java.nio.file.Path;

/** Another application works on the same data folder. */
public class DatabaseFolderTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final String processId;

    DatabaseFolderTaken(Path folder, String processId) {
        super("The data folder " + folder + " is in use by the running application with process id " + processId);
        this.folder = folder;
        this.processId = processId;
    }

    Path folder() {
        return folder;
    }

    String processId() {
        return processId;
    }
}
