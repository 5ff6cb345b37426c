package org.triviumcrm.support.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Reads for a ticket's page, and what of it no entity writes. */
@Repository
class TicketPageRepository {

    /** What has one value is looked up by itself: to find the best order of ten joins takes several times as long as all of the reading. */
    private static final String PAGE = """
            select t.*, q.name as queue, c.name as customer, c.level as customer_level, k.name as contact, k.email as contact_email,
                   (select y.name from ticket_type y where y.id = t.type_id) as type, (select w.name from person w where w.id = t.owner_id) as owner,
                   (select v.value_class from customer_value v where v.customer_id = t.customer_id) as value_class,
                   (select p.name from product p where p.id = t.product_id) as product,
                   (select m.number from ticket m where m.id = t.merged_into_id) as merged_into_number,
                   (select f.number from ticket f where f.id = t.follows_id) as follows_number
            from ticket t
            join ticket_queue q on q.id = t.queue_id
            left join customer c on c.id = t.customer_id
            left join contact k on k.id = t.contact_id
            where t.id = :id and %s""";

    private final JdbcClient database;
    private final TicketAnswers answers;

    TicketPageRepository(JdbcClient database, TicketAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    Optional<TicketPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql(PAGE.formatted(scope.sql("t")))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> page(row))
                .optional();
    }

    private TicketPage page(ResultSet row) throws SQLException {
        return new TicketPage(
                row.getLong("id"),
                row.getLong("number"),
                row.getString("name"),
                TicketStatus.valueOf(row.getString("status")),
                row.getObject("status_since", OffsetDateTime.class).toInstant(),
                TicketPriority.valueOf(row.getString("priority")),
                TicketChannel.valueOf(row.getString("channel")),
                row.getObject("type_id", Long.class),
                row.getString("type"),
                row.getLong("queue_id"),
                row.getString("queue"),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getString("customer_level"),
                row.getString("value_class"),
                row.getObject("contact_id", Long.class),
                row.getString("contact"),
                row.getString("contact_email"),
                row.getString("requester_name"),
                row.getString("requester_email"),
                row.getObject("product_id", Long.class),
                row.getString("product"),
                row.getObject("opportunity_id", Long.class),
                row.getObject("contract_id", Long.class),
                row.getString("reference"),
                instant(row, "first_reply_at"),
                instant(row, "waiting_since"),
                instant(row, "solved_at"),
                row.getInt("reopenings"),
                row.getObject("satisfaction", Integer.class),
                row.getBoolean("opening_known"),
                row.getBoolean("times_contradict"),
                row.getObject("merged_into_id", Long.class),
                row.getObject("merged_into_number", Long.class),
                row.getObject("follows_id", Long.class),
                row.getObject("follows_number", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                answers.read(row.getString("answers")),
                CustomValues.valueOf(row.getString("custom")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    void answer(long id, Map<String, String> said) {
        database.sql("update ticket set answers = :answers::jsonb where id = :id")
                .param("answers", answers.write(said), Types.VARCHAR)
                .param("id", id)
                .update();
    }
}
