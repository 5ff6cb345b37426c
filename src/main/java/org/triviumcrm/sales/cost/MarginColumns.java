package org.triviumcrm.sales.cost;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.list.ColumnType;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListColumnSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * Quotes and contracts by what they leave, for those who may see what products cost; for the others there is no such column, to be
 * shown, sorted by, filtered or exported. Empty where no line's cost is known, and where what costs something is given away: that has no
 * per cent, but is below every one that is filtered by.
 */
@Component
class MarginColumns implements ListColumnSource {

    /** Of both lists the rows are called {@code q}. */
    private static final Set<String> NOUNS = Set.of("quote", "contract");

    /** As the indexes have it. */
    private static final String COMPARED =
            "(case when q.margin_percent is null and q.margin < 0 then -10000000000000000000000 else q.margin_percent end)";

    @Override
    public List<ListColumn> columns(String noun, ListReader reader) {
        return NOUNS.contains(noun) && reader.can("sales.cost.view")
                ? List.of(ListColumn.of("marginPercent", ColumnType.PERCENT, "q.margin_percent")
                        .titled("sales.cost.margin")
                        .sortable()
                        .filterable(COMPARED))
                : List.of();
    }
}
