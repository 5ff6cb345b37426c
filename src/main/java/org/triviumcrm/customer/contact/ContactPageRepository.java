package org.triviumcrm.customer.contact;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerBook.KnownContact;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Reads for a contact's page and typed searches. */
@Repository
class ContactPageRepository {

    private static final String PAGE = """
            select k.id, k.name, k.reference, k.customer_id, c.name as customer, k.job_title, k.email, k.phone, k.mobile,
                   k.birthday, k.no_email, k.no_call, k.note, k.owner_id, w.name as owner, t.name as team, k.last_activity_at, k.created_at,
                   k.custom::text as custom, k.version
            from contact k
            left join customer c on c.id = k.customer_id
            left join person w on w.id = k.owner_id
            left join team t on t.id = k.team_id
            where k.id = :id and %s""";

    private final JdbcClient database;

    ContactPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<ContactPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope("contact");
        return database.sql(PAGE.formatted(scope.sql("k")))
                .param("id", id)
                .params(scope.parameters())
                .query(ContactPage.class)
                .optional();
    }

    /** Contacts whose name begins with the text, by the index over the lower-case name. */
    List<Option> beginningWith(Viewer viewer, @Nullable String text, int limit) {
        Scope scope = viewer.scope("contact");
        String typed = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return database.sql("select k.id as value, k.name || coalesce(' · ' || c.name, '') as text "
                        + "from contact k left join customer c on c.id = k.customer_id "
                        + "where lower(k.name) collate \"C\" >= :from and lower(k.name) collate \"C\" < :to and "
                        + scope.sql("k") + " order by lower(k.name) collate \"C\", k.id limit :limit")
                .param("from", typed)
                .param("to", typed + Character.toString(0x10FFFF))
                .param("limit", limit)
                .params(scope.parameters())
                .query((row, n) -> new Option(row.getLong("value"), row.getString("text")))
                .list();
    }

    /** The first few with this e-mail address or number, by an index for each. */
    List<KnownContact> with(Viewer viewer, @Nullable String email, @Nullable String phone) {
        Scope scope = viewer.scope("contact");
        return database.sql("""
                        with same as (
                            (select id from contact where lower(email) collate "C" = :email limit 20)
                            union (select id from contact where lower(phone) collate "C" = :phone limit 20)
                            union (select id from contact where lower(mobile) collate "C" = :phone limit 20))
                        select k.id, k.name, k.customer_id, c.name as customer from same s
                        join contact k on k.id = s.id left join customer c on c.id = k.customer_id
                        where %s order by k.id limit 5""".formatted(scope.sql("k")))
                .param("email", folded(email), Types.VARCHAR)
                .param("phone", folded(phone), Types.VARCHAR)
                .params(scope.parameters())
                .query(KnownContact.class)
                .list();
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String customerName(Viewer viewer, long customerId) {
        Scope scope = viewer.scope("customer");
        return database.sql("select c.name from customer c where c.id = :id and " + scope.sql("c"))
                .param("id", customerId)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void touch(long id, Instant at) {
        database.sql("update contact set last_activity_at = greatest(last_activity_at, :at) where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
