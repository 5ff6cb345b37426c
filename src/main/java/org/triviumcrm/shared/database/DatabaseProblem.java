package org.triviumcrm.shared.database;

import org.jspecify.annotations.Nullable;

/** Why the embedded database can't be used, and what whoever runs the application may do about it. */
public class DatabaseProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    DatabaseProblem(String description, String action) {
        this(description, action, null);
    }

    DatabaseProblem(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
