package org.triviumcrm.shared.list;

import java.util.List;

/** Brings columns into a list that are not known before: what people have set up. Asked with every page. */
public interface ListColumnSource {

    /** @param noun of the list */
    List<ListColumn> columns(String noun, ListReader reader);
}
