package org.triviumcrm.customer.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.Option;

/** Reads for a customer's page, typed searches and the warning of duplicates. */
@Repository
class CustomerPageRepository {

    private static final String PAGE = """
            select c.id, c.name, c.reference, c.parent_id, p.name as parent, c.industry, c.level, c.country, c.region, c.city,
                   c.address, c.phone, c.website, c.email, c.employees, c.annual_revenue, c.currency, c.founded_year,
                   c.no_email, c.no_call, c.note, c.owner_id, w.name as owner, t.name as team, c.last_activity_at, c.created_at,
                   c.custom::text as custom, c.version
            from customer c
            left join customer p on p.id = c.parent_id
            left join person w on w.id = c.owner_id
            left join team t on t.id = c.team_id
            where c.id = :id and %s""";

    private final JdbcClient database;

    CustomerPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<CustomerPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope("customer");
        return database.sql(PAGE.formatted(scope.sql("c")))
                .param("id", id)
                .params(scope.parameters())
                .query(CustomerPage.class)
                .optional();
    }

    /** The first by name. */
    Related<Option> children(Viewer viewer, long id) {
        Scope scope = viewer.scope("customer");
        String children = "select c.id as value, c.name as text from customer c where c.parent_id = :id and ";
        return related(
                children + scope.sql("c"),
                "text, value",
                scope,
                id,
                ListLink.to("/customers").is("parent", id));
    }

    /** Those that came first. */
    Related<Option> contacts(Viewer viewer, long id) {
        Scope scope = viewer.scope("contact");
        String contacts = "select k.id as value, k.name || coalesce(' · ' || k.job_title, '') as text from contact k "
                + "where k.customer_id = :id and " + scope.sql("k") + " order by k.id";
        return related(contacts, "value", scope, id, ListLink.to("/contacts").is("customer", id));
    }

    private Related<Option> related(String select, String order, Scope scope, long id, ListLink all) {
        return Related.of(
                database.sql(Related.sql(select, order))
                        .param("id", id)
                        .params(scope.parameters())
                        .query((row, n) -> new Related.Row<>(
                                new Option(row.getLong("value"), row.getString("text")), row.getLong("total")))
                        .list(),
                all);
    }

    /** Customers whose name begins with the text, by the index over the lower-case name. */
    List<Option> beginningWith(Viewer viewer, @Nullable String text, int limit) {
        Scope scope = viewer.scope("customer");
        String typed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return database.sql(
                        "select c.id as value, c.name as text from customer c where lower(c.name) collate \"C\" >= :from "
                                + "and lower(c.name) collate \"C\" < :to and " + scope.sql("c")
                                + " order by lower(c.name) collate \"C\", c.id limit :limit")
                .param("from", typed)
                .param("to", typed + Character.toString(0x10FFFF))
                .param("limit", limit)
                .params(scope.parameters())
                .query((row, n) -> new Option(row.getLong("value"), row.getString("text")))
                .list();
    }

    /** Whether {@code id} is above {@code of} in the tree of companies. */
    boolean isAbove(long id, long of) {
        return Boolean.TRUE.equals(database.sql("""
                        with recursive up as (
                            select id, parent_id from customer where id = :of
                            union
                            select c.id, c.parent_id from customer c join up on c.id = up.parent_id)
                        select exists (select 1 from up where id = :id)""")
                .param("of", of)
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    void touch(long id, Instant at) {
        database.sql("update customer set last_activity_at = greatest(last_activity_at, :at) where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
