package org.triviumcrm.shared.list;

import java.util.Optional;

/** Brings a filter along into lists of modules below, which know nothing of what it asks for. */
public interface ListFilterSource {

    /** @param noun of the list; its rows are told by {@code id} */
    Optional<ListColumn> filter(String noun);

    /** Whether it is there for this reader; for others the list has no such column. */
    default boolean isFor(ListReader reader) {
        return true;
    }
}
