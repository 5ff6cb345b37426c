package org.triviumcrm.survey.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.RowScope;

/** Contacts whom somebody wants to ask. */
@Repository
class InvitedRepository {

    private final JdbcClient database;

    InvitedRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param folded the address as it is compared
     * @param noEmail whether they or their customer want no e-mails
     * @param asked whether they have this survey already, or were asked anything since
     */
    record Chosen(
            long contactId,
            String name,
            @Nullable String email,
            @Nullable String folded,
            @Nullable Long customerId,
            boolean noEmail,
            boolean asked) {}

    /** Until the transaction ends nobody else chooses whom to ask: two who choose the same ask them once. */
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtext('survey asks contacts'))")
                .query(row -> {});
    }

    /** The different ones. @param sql a SELECT of ids of contacts */
    List<Long> found(String sql, Map<String, Object> parameters, int limit) {
        return database.sql("select distinct a.id from (" + sql + ") a (id) limit :most")
                .params(parameters)
                .param("most", limit)
                .query(Long.class)
                .list();
    }

    /** Those of them that the viewer sees. */
    List<Chosen> chosen(Viewer viewer, List<Long> ids, long surveyId, Instant since) {
        RowScope scope = viewer.scope("contact");
        return database.sql("""
                        select k.id as contact_id, k.name, k.email, lower(k.email) as folded, k.customer_id,
                               k.no_email or coalesce(c.no_email, false) as no_email,
                               exists (select 1 from survey_invitation i
                                       where i.contact_id = k.id and i.failed_at is null and (i.survey_id = :survey or i.created_at > :since))
                                   or exists (select 1 from survey_invitation i
                                              where lower(i.address) = lower(k.email) and i.failed_at is null
                                                and (i.survey_id = :survey or i.created_at > :since)) as asked
                        from contact k left join customer c on c.id = k.customer_id
                        where k.id = any(:ids) and %s order by k.id""".formatted(scope.sql("k")))
                .param("ids", ids.toArray(Long[]::new))
                .param("survey", surveyId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query(Chosen.class)
                .list();
    }
}
