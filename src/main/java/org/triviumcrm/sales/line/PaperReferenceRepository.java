package org.triviumcrm.sales.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Reads what papers refer to. */
@Repository
public class PaperReferenceRepository {

    private final JdbcClient database;

    PaperReferenceRepository(JdbcClient database) {
        this.database = database;
    }

    /** What the records are called that a form names, as far as the viewer sees them, or the paper itself names them. */
    public PaperNames names(
            Viewer viewer,
            PaperKind kind,
            long paper,
            @Nullable Long customer,
            @Nullable Long opportunity,
            @Nullable Long contact) {
        return new PaperNames(
                name(viewer, kind, "customer", customer, paper),
                name(viewer, kind, "opportunity", opportunity, paper),
                name(viewer, kind, "contact", contact, paper));
    }

    private @Nullable String name(Viewer viewer, PaperKind kind, String record, @Nullable Long id, long paper) {
        if (id == null) {
            return null;
        }
        Scope scope = viewer.scope(record);
        return database.sql("select x.name from " + record + " x where x.id = :id and (" + scope.sql("x")
                        + " or exists (select from " + kind.table() + " q where q.id = :paper and q." + record
                        + "_id = x.id))")
                .param("id", id)
                .param("paper", paper)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The levels that customers have, for conditions to choose from. */
    public List<String> levels() {
        return database.sql("""
                        with recursive levels as (
                            (select level from customer where level is not null order by level collate trivium_words limit 1)
                            union all
                            select (select c.level from customer c where c.level collate trivium_words > l.level collate trivium_words
                                    order by c.level collate trivium_words limit 1)
                            from levels l where l.level is not null)
                        select level from levels where level is not null limit 200""").query(String.class).list();
    }

    /** Whether an opportunity is with a customer, or with none yet. */
    boolean isOf(long opportunity, long customer) {
        return exists(
                "select from opportunity where id = :one and coalesce(customer_id, :other) = :other",
                opportunity,
                customer);
    }

    boolean isContactOf(long contact, long customer) {
        return exists("select from contact where id = :one and customer_id = :other", contact, customer);
    }

    boolean isListIn(long list, String currency) {
        return exists("select from price_list where id = :one and currency = :other", list, currency);
    }

    private boolean exists(String select, Object one, Object other) {
        return database.sql("select exists (" + select + ")")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }
}
