package org.triviumcrm.marketing.lead;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which leads there is something new about. */
@Repository
public class LeadChangeRepository {

    private final JdbcClient database;

    LeadChangeRepository(JdbcClient database) {
        this.database = database;
    }

    /** Leads that have changed, or that something has happened with, since then, by their number. */
    public List<Long> since(Instant since) {
        return database.sql("""
                        select id from lead where updated_at >= :since
                        union select id from lead where last_activity_at >= :since
                        union select p.lead_id from campaign_participant p where p.lead_id is not null and p.updated_at >= :since
                        order by 1""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }
}
