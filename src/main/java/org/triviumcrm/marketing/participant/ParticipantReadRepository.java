package org.triviumcrm.marketing.participant;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Reads around participants that are no list. */
@Repository
class ParticipantReadRepository {

    private final JdbcClient database;

    ParticipantReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** How many people of a campaign are in each status. */
    Map<ParticipantStatus, Long> counts(long campaignId) {
        Map<ParticipantStatus, Long> counts = new EnumMap<>(ParticipantStatus.class);
        database.sql("select status, people from campaign_count where campaign_id = :campaign and people <> 0")
                .param("campaign", campaignId)
                .query((row, number) ->
                        counts.put(ParticipantStatus.valueOf(row.getString("status")), row.getLong("people")))
                .list();
        return counts;
    }

    /** Whether the viewer sees a target list. */
    boolean sees(Viewer viewer, long audienceId) {
        Scope scope = viewer.scope("audience");
        return database.sql("select count(*) from audience a where a.id = :id and " + scope.sql("a"))
                        .param("id", audienceId)
                        .params(scope.parameters())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
