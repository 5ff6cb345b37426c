package org.triviumcrm.insight.marketing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.marketing.MarketingYear.Agenda;
import org.triviumcrm.insight.marketing.MarketingYear.Budgets;
import org.triviumcrm.insight.marketing.MarketingYear.Due;

/** Campaigns by the state they are in and the days they begin, each by an index. */
@Repository
class CampaignOutlookRepository {

    private static final int SHOWN = 6;

    /** %1$s: of what kind, %2$s: which, %3$s: in which order, %4$s: the scope. */
    private static final String DUE = """
            (select '%1$s' as kind, c.id, c.name, owner.name as owner, c.state, c.start_on, c.base_budget as budget, c.approval_case_id as case_id,
                    (c.state_since at time zone :zone)::date as since, count(*) over () as "all"
             from campaign c join person owner on owner.id = c.owner_id
             where %2$s and %4$s order by %3$s, c.id limit :shown)""";

    private final JdbcClient database;

    CampaignOutlookRepository(JdbcClient database) {
        this.database = database;
    }

    /** Of the approved campaigns that begin from one day to another. */
    Budgets budgets(Scope scope, LocalDate from, LocalDate to) {
        return database.sql("""
                        select count(*) as campaigns, coalesce(sum(base_budget), 0) as budget, coalesce(sum(base_cost), 0) as cost,
                               coalesce(sum(cost_variance), 0) as variance, count(cost_level) as tight
                        from campaign c
                        where c.state in ('APPROVED', 'RUNNING', 'COMPLETED') and c.start_on between :from and :to and %s""".formatted(scope.sql("c")))
                .params(scope.parameters())
                .param("from", from)
                .param("to", to)
                .query(Budgets.class)
                .single();
    }

    /** @param days how far it looks ahead */
    Agenda agenda(Scope scope, LocalDate today, int days, ZoneId zone) {
        String mine = scope.sql("c");
        DataClassRowMapper<Due> mapper = DataClassRowMapper.newInstance(Due.class);
        Map<String, List<Due>> found = database
                .sql(DUE.formatted("WAITING", "c.approval_case_id is not null", "c.state_since", mine) + " union all "
                        + DUE.formatted("LATE", "c.state = 'APPROVED' and c.start_on < :today", "c.start_on", mine)
                        + " union all "
                        + DUE.formatted(
                                "NEXT",
                                "c.state in ('PLANNED', 'SUBMITTED', 'APPROVED') and c.start_on between :today and :until",
                                "c.start_on",
                                mine))
                .params(scope.parameters())
                .param("today", today)
                .param("until", today.plusDays(days))
                .param("zone", zone.getId())
                .param("shown", SHOWN)
                .query((row, number) -> Map.entry(row.getString("kind"), mapper.mapRow(row, number)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Agenda(
                found.getOrDefault("WAITING", List.of()),
                found.getOrDefault("LATE", List.of()),
                found.getOrDefault("NEXT", List.of()),
                today,
                today.plusDays(days));
    }
}
