package org.triviumcrm.customer.field;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryNamesSource;
import org.triviumcrm.shared.history.RecordNames;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;
import org.triviumcrm.shared.search.SearchTarget;

/** The records that custom fields can lead to: whatever search finds. */
@Repository
class LinkedRecordRepository implements HistoryNamesSource {

    /** Begins the kinds of values in histories that are such records; the noun ends them. */
    static final String LINKED = "linked.";

    private final List<SearchTarget> targets;
    private final JdbcClient database;

    LinkedRecordRepository(List<SearchTarget> targets, JdbcClient database) {
        this.targets = targets;
        this.database = database;
    }

    /** Their nouns, named by {@code search.group.<noun>}. */
    List<String> nouns() {
        return targets.stream().map(SearchTarget::noun).toList();
    }

    Optional<SearchTarget> target(@Nullable String noun) {
        return targets.stream().filter(target -> target.noun().equals(noun)).findFirst();
    }

    /** What a record is called, whether or not somebody sees it; nothing when it is gone. */
    Optional<String> name(SearchTarget target, long id) {
        return database.sql("select name from " + target.table() + " where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A history may lead to any of them. */
    @Override
    public List<HistoryNames> names() {
        return targets.stream().<HistoryNames>map(this::named).toList();
    }

    private HistoryNames named(SearchTarget target) {
        RecordNames names = new RecordNames(database, target.table());
        return new HistoryNames() {
            @Override
            public String kind() {
                return LINKED + target.noun();
            }

            @Override
            public Map<String, String> names(Collection<String> ids, Locale locale) {
                return names.names(ids, locale);
            }
        };
    }

    boolean isVisible(ListReader reader, SearchTarget target, long id) {
        RowScope scope = target.scope(reader);
        return reader.can(target.permission())
                && !database.sql("select 1 from " + target.table() + " r where r.id = :id and " + scope.sql("r"))
                        .param("id", id)
                        .params(scope.parameters())
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }
}
