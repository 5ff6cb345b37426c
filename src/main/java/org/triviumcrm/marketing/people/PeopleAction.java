package org.triviumcrm.marketing.people;

import org.triviumcrm.identity.BulkAction;

/**
 * Puts customers, contacts or leads of a list somewhere: those that were ticked, or all that the filters find.
 *
 * @param <I> what it asks
 */
public abstract class PeopleAction<I> implements BulkAction<I> {

    private final PersonKind kind;

    protected PeopleAction(PersonKind kind) {
        this.kind = kind;
    }

    protected PersonKind kind() {
        return kind;
    }

    @Override
    public String noun() {
        return kind.noun();
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    /** The people themselves are only read; nobody waits for them. */
    @Override
    public int step() {
        return 10_000;
    }
}
