package org.triviumcrm.shared.search;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;

/**
 * A kind of record that search finds. Its table has {@code id}, {@code name}, {@code owner_id}, {@code team_id}, the
 * column {@code search_pieces} with a GIN index, and an index {@code ((lower(name) COLLATE "C"), id)}.
 *
 * @param noun record type of the scope; also in the message {@code search.group.<noun>}
 * @param permission without it the kind is not searched
 * @param searched SQL text of everything it is searched by, over the alias {@code r}; as in its generated column
 * @param note SQL text shown beside the name, over {@code r} and the joins
 * @param joins left joins for the note
 * @param seen the rows that a reader sees; null for those of the record type
 * @param numbered whether the table has an index of {@code search_numbers} over that text, for parts of telephone numbers among very many records
 * @param path of a record's page and of the list, such as {@code /customers}
 */
public record SearchTarget(
        String noun,
        String permission,
        String table,
        List<String> searched,
        String note,
        String joins,
        String path,
        String icon,
        int order,
        @Nullable Function<ListReader, RowScope> seen,
        boolean numbered) {

    public SearchTarget(
            String noun,
            String permission,
            String table,
            List<String> searched,
            String note,
            String joins,
            String path,
            String icon,
            int order) {
        this(noun, permission, table, searched, note, joins, path, icon, order, null, false);
    }

    /** Shows everybody the rows of this scope; the table needs no owner and team then. */
    public SearchTarget seenBy(Function<ListReader, RowScope> scope) {
        return new SearchTarget(noun, permission, table, searched, note, joins, path, icon, order, scope, numbered);
    }

    /** The same with an index of numbers. */
    public SearchTarget byNumbers() {
        return new SearchTarget(noun, permission, table, searched, note, joins, path, icon, order, seen, true);
    }

    /** All that is searched, as one SQL text. */
    String text() {
        return String.join(" || ' ' || ", searched);
    }

    public RowScope scope(ListReader reader) {
        return seen == null ? reader.scope(noun) : seen.apply(reader);
    }
}
