package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.marketing.campaign.CampaignFilter;

/** Finds the campaigns of some days by the index over them. */
@Repository
class CalendarRepository {

    private final JdbcClient database;

    CalendarRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those that run on any of the days, the earliest first. */
    List<CalendarCampaign> campaigns(Scope scope, CampaignFilter narrow, LocalDate first, LocalDate last, int limit) {
        return database.sql("""
                        select c.*, m.name as method, p.name as owner
                        from (select c.id, c.name, c.state, c.start_on, c.end_on, c.region, c.method_id, c.owner_id, count(*) over () as found
                              from campaign c
                              where daterange(c.start_on, c.end_on, '[]') && daterange(:first, :last, '[]') and %s%s
                              order by c.start_on, c.id limit :limit) c
                        join marketing_term m on m.id = c.method_id
                        join person p on p.id = c.owner_id
                        order by c.start_on, c.id""".formatted(scope.sql("c"), narrow.conditions()))
                .params(scope.parameters())
                .params(narrow.parameters())
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query(CalendarCampaign.class)
                .list();
    }
}
