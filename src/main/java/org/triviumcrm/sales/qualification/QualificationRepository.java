package org.triviumcrm.sales.qualification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What leads have become. */
@Repository
class QualificationRepository {

    private final JdbcClient database;

    QualificationRepository(JdbcClient database) {
        this.database = database;
    }

    void add(Qualification made) {
        database.sql("""
                        insert into lead_qualification (lead_id, person_id, at, customer_id, customer_made, contact_id, contact_made,
                            opportunity_id, opportunity_version, lead_version, moved)
                        values (:lead, :person, :at, :customer, :customerMade, :contact, :contactMade, :opportunity,
                            coalesce((select version from opportunity where id = :opportunity), 0), :leadVersion, :moved)""")
                .param("lead", made.leadId())
                .param("person", made.personId())
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .param("customer", made.customerId(), Types.BIGINT)
                .param("customerMade", made.customerMade())
                .param("contact", made.contactId(), Types.BIGINT)
                .param("contactMade", made.contactMade())
                .param("opportunity", made.opportunityId(), Types.BIGINT)
                .param("leadVersion", made.leadVersion())
                .param("moved", made.moved().toArray(Long[]::new))
                .update();
    }

    /** The one that stands. */
    Optional<Qualification> of(long leadId) {
        return database.sql("select * from lead_qualification where lead_id = :lead and undone_at is null")
                .param("lead", leadId)
                .query((row, number) -> read(row))
                .optional();
    }

    private static Qualification read(ResultSet row) throws SQLException {
        return new Qualification(
                row.getLong("id"),
                row.getLong("lead_id"),
                row.getLong("person_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("customer_id", Long.class),
                row.getBoolean("customer_made"),
                row.getObject("contact_id", Long.class),
                row.getBoolean("contact_made"),
                row.getObject("opportunity_id", Long.class),
                row.getInt("opportunity_version"),
                row.getInt("lead_version"),
                List.of((Long[]) row.getArray("moved").getArray()));
    }

    /** The one that stands, for the lead's page; the opportunity only as far as the viewer sees it. */
    Optional<Outcome> outcome(Viewer viewer, long leadId, Instant since) {
        Scope scope = viewer.scope("opportunity");
        return database.sql("""
                        select q.at, p.name as person, o.id as opportunity_id, o.name as opportunity,
                               q.person_id = :me and q.at > :since as undoable
                        from lead_qualification q
                        join person p on p.id = q.person_id
                        left join opportunity o on o.id = q.opportunity_id and %s
                        where q.lead_id = :lead and q.undone_at is null""".formatted(scope.sql("o")))
                .param("me", viewer.personId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("lead", leadId)
                .params(scope.parameters())
                .query(Outcome.class)
                .optional();
    }

    void undone(long id, Instant now) {
        database.sql("update lead_qualification set undone_at = :now, opportunity_id = null where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
