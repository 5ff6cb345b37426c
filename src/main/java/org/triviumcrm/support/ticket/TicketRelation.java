package org.triviumcrm.support.ticket;

import java.util.Optional;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * A column of tickets about a record of another kind that they have to do with.
 *
 * @param noun of the other kind
 * @param permission to see records of that kind
 * @param onlyForAll whether it is there only for whoever sees all of them: a column can't leave out the names of some
 */
record TicketRelation(String noun, String permission, ListColumn column, boolean onlyForAll)
        implements ListFilterSource {

    @Override
    public Optional<ListColumn> filter(String asked) {
        return TicketList.NOUN.equals(asked) ? Optional.of(column) : Optional.empty();
    }

    @Override
    public boolean isFor(ListReader reader) {
        return reader.can(permission)
                && (!onlyForAll || reader.scope(noun).sql("o").equals("true"));
    }
}
