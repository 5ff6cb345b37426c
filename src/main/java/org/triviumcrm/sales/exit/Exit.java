package org.triviumcrm.sales.exit;

import org.jspecify.annotations.Nullable;

/** What can be done with an opportunity that an approval may stand in the way of. Stored with cases, so names never change. */
public enum Exit {
    /** Begins behind the first stage of its pipeline. */
    CREATE("MOVE"),
    /** Other facts of one that is not won. */
    EDIT(null),
    /** Other facts of one that is won: it is won anew with them. */
    REVISE("WIN"),
    MOVE("MOVE"),
    /** Stays where it is, with facts that differ from those approved for its stage. */
    STAY("MOVE"),
    WIN("WIN"),
    LOSE("LOSE"),
    REOPEN("REACTIVATE"),
    REACTIVATE("REACTIVATE"),
    SUSPEND("SUSPEND"),
    TERMINATE("TERMINATE"),
    CLOSE("CLOSE"),
    ARCHIVE("ARCHIVE"),
    UNARCHIVE(null),
    TRANSFER(null),
    /** Into a pool. */
    POOL(null),
    /** Out of a pool. */
    CLAIM(null),
    /** Into another territory, by hand. */
    TERRITORY(null),
    DELETE(null),
    PURGE("PURGE"),
    IMPORT(null),
    IMPORT_UNDO(null),
    STAGE_REMOVAL(null),
    DEMO(null);

    private final @Nullable String trigger;

    Exit(@Nullable String trigger) {
        this.trigger = trigger;
    }

    /** Key of the approval's trigger; null where only the lock counts. */
    public @Nullable String trigger() {
        return trigger;
    }

    /** Whether the database wants to be told: what neither moves nor ends one passes it without. */
    boolean isGuarded() {
        return this != EDIT && this != TRANSFER && this != TERRITORY;
    }

    /** Whether an open case stands in its way even where it is about something else, or was returned for changes. */
    boolean waitsForCases() {
        return this == DELETE || this == POOL || this == CLAIM;
    }

    /** Whether it leads on from the stage, so that what was approved for that must still hold. */
    boolean leavesStage() {
        return this == MOVE || this == WIN;
    }
}
