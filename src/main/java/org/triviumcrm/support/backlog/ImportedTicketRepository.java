package org.triviumcrm.support.backlog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What the import of tickets asks and changes besides the rows themselves. */
@Repository
class ImportedTicketRepository {

    /** @param customerId null for somebody who works for nobody */
    record Known(String email, long id, @Nullable Long customerId) {}

    private final JdbcClient database;

    ImportedTicketRepository(JdbcClient database) {
        this.database = database;
    }

    /** Who of the contacts has written: by address in small letters; an address that several have tells nothing. */
    Map<String, Known> requesters(Viewer viewer, Collection<String> addresses) {
        Scope scope = viewer.scope("contact");
        return database
                .sql("""
                        select lower(c.email) as email, min(c.id) as id, min(c.customer_id) as customer_id
                        from contact c
                        where lower(c.email) collate "C" = any(:addresses) and %s
                        group by lower(c.email) having count(*) = 1""".formatted(scope.sql("c")))
                .param(
                        "addresses",
                        addresses.stream()
                                .map(ImportedTicketRepository::folded)
                                .distinct()
                                .toArray(String[]::new))
                .params(scope.parameters())
                .query(Known.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Known::email, known -> known));
    }

    /** It is nobody's turn any more. */
    void waitNoMore(List<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql("update ticket set waiting_since = null where id = any(?)")
                    .param(ids.toArray(Long[]::new))
                    .update();
        }
    }

    static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
