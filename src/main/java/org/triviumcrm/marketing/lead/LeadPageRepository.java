package org.triviumcrm.marketing.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Reads for a lead's page. */
@Repository
class LeadPageRepository {

    private static final String PAGE = """
            select l.*, g.name as campaign, c.name as customer, k.name as contact, w.name as owner, t.name as team
            from lead l
            left join campaign g on g.id = l.campaign_id
            left join customer c on c.id = l.customer_id
            left join contact k on k.id = l.contact_id
            left join person w on w.id = l.owner_id
            left join team t on t.id = l.team_id
            where l.id = :id and %s""";

    private final JdbcClient database;
    private final LeadAnswers answers;

    LeadPageRepository(JdbcClient database, LeadAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    Optional<LeadPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(LeadList.NOUN);
        return database.sql(PAGE.formatted(scope.sql("l")))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> page(row))
                .optional();
    }

    private LeadPage page(ResultSet row) throws SQLException {
        return new LeadPage(
                row.getLong("id"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("company"),
                row.getString("job_title"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("country"),
                row.getString("region"),
                row.getString("city"),
                row.getString("industry"),
                row.getString("source"),
                row.getObject("campaign_id", Long.class),
                row.getString("campaign"),
                row.getString("reference"),
                row.getBoolean("no_email"),
                row.getBoolean("no_call"),
                row.getString("note"),
                LeadState.valueOf(row.getString("state")),
                row.getString("reason"),
                instant(row, "decided_at"),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getObject("contact_id", Long.class),
                row.getString("contact"),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getString("team"),
                instant(row, "last_activity_at"),
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
        database.sql("update lead set answers = :answers::jsonb where id = :id")
                .param("answers", said.isEmpty() ? null : answers.write(said), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void touch(long id, Instant at) {
        database.sql("update lead set last_activity_at = greatest(last_activity_at, :at) where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
