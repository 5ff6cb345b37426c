package org.triviumcrm.marketing.backlog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What imports ask about campaigns that are there, and write to them. */
@Repository
class PastCampaignRepository {

    private final JdbcClient database;

    PastCampaignRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those of these that wait for an approval. */
    Set<Long> locked(Collection<Long> ids) {
        return Set.copyOf(database.sql("select id from campaign where id = any(:ids) and approval_case_id is not null")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** What came as history lasts as long as its days; the plan of what has ended does not count any more. */
    void stretch(List<Long> ids, List<LocalDate> firsts, List<LocalDate> lasts) {
        database.sql("""
                        update campaign c set start_on = least(c.start_on, d.first_day), end_on = greatest(c.end_on, d.last_day)
                        from unnest(:ids::bigint[], :firsts::date[], :lasts::date[]) as d (id, first_day, last_day)
                        where c.id = d.id and c.state = 'COMPLETED' and (d.first_day < c.start_on or d.last_day > c.end_on)
                          and exists (select 1 from campaign_from_file f where f.campaign_id = c.id)""")
                .param("ids", ids.toArray(Long[]::new))
                .param("firsts", firsts.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("lasts", lasts.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }
}
