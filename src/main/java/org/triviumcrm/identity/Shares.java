package org.triviumcrm.identity;

import java.util.Collection;
import java.util.List;

/**
 * Records of one type that others have shared with a person.
 *
 * @param ids of those shared one by one
 * @param changeable ids of those of them that the person may change
 * @param groupColumn column of the record's table that names its group; empty where there are no groups
 * @param groups ids of the groups all of whose records the person sees, and may change
 */
public record Shares(Collection<Long> ids, Collection<Long> changeable, String groupColumn, Collection<Long> groups) {

    /** Single ones only. */
    public Shares(Collection<Long> ids, Collection<Long> changeable) {
        this(ids, changeable, "", List.of());
    }
}
