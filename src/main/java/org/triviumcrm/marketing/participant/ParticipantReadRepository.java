package org.triviumcrm.marketing.participant;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** What somebody is called; null when the viewer does not see them. */
    @Nullable
    String name(Viewer viewer, PersonKind kind, long id) {
        if (!viewer.can(kind.permission())) {
            return null;
        }
        Scope scope = viewer.scope(kind.noun());
        return database.sql("select r.name from " + kind.noun() + " r where r.id = :id and " + scope.sql("r"))
                .param("id", id)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
