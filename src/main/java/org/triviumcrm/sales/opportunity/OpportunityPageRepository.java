package org.triviumcrm.sales.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads for the page of one opportunity. */
@Repository
class OpportunityPageRepository {

    /** Nothing else leads out of a decision but reopening, which leaves this row. */
    private static final String ONCE_DECIDED =
            "exists (select 1 from state_change d where d.opportunity_id = %s and d.from_state in ('WON', 'LOST'))";

    // Names are read one by one: to find the best order of fourteen joined tables takes far longer than to read them.
    private static final String PAGE = """
            select o.id, o.name, o.reference,
                   o.customer_id, (select name from customer where id = o.customer_id) as customer,
                   o.contact_id, (select name from contact where id = o.contact_id) as contact,
                   o.product_id, (select name from product where id = o.product_id) as product,
                   o.pipeline_id, (select name from pipeline where id = o.pipeline_id) as pipeline,
                   o.stage_id, (select name from stage where id = o.stage_id) as stage,
                   o.state, o.finish, o.suspended_until, o.suspend_reason, o.amount, o.currency, o.base_amount, o.probability,
                   o.expected_close_date, o.forecast_choice, o.forecast_category, o.opened_on, o.closed_on, o.stage_entered_at,
                   (select name from lost_reason where id = o.lost_reason_id) as lost_reason,
                   o.competitor_id, (select name from competitor where id = o.competitor_id) as competitor,
                   o.closing_note, o.lessons, o.description, o.next_step,
                   o.owner_id, (select name from person where id = o.owner_id) as owner,
                   (select name from team where id = o.team_id) as team,
                   o.territory_id, (select name from territory where id = o.territory_id) as territory, o.territory_fixed,
                   o.last_activity_at, o.approval_case_id,
                   (select name from opportunity_pool where id = coalesce(o.pool_id, n.pool_id)) as pool,
                   n.goes_on as pool_on, n.cause as pool_cause, l.id as lead_id, l.name as lead, l.source as lead_source,
                   o.created_at, o.custom::text as custom, o.version,
                   %s as changeable, %s as own, %s as once_decided
            from opportunity o left join pool_notice n on n.opportunity_id = o.id
            left join lead_qualification q on q.opportunity_id = o.id left join lead l on l.id = q.lead_id
            where o.id = :id and %s""";

    private static final String STAYS = """
            select s.name as stage, x.at as since,
                   coalesce(lead(x.stayed_seconds) over w,
                            case when o.state in ('OPEN', 'SUSPENDED', 'POOLED') then extract(epoch from (:now - x.at))::bigint end) as seconds,
                   lead(x.id) over w is null as present, p.name as by, x.reason
            from stage_change x
            join opportunity o on o.id = x.opportunity_id
            join stage s on s.id = x.to_stage_id
            left join person p on p.id = x.by_person_id
            where x.opportunity_id = :id and %s
            window w as (order by x.at, x.id)
            order by x.at desc, x.id desc""";

    private final JdbcClient database;

    OpportunityPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<OpportunityPage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        return database.sql(PAGE.formatted(
                        scope.changeable("o"), scope.base().sql("o"), ONCE_DECIDED.formatted("o.id"), scope.sql("o")))
                .param("id", id)
                .params(scope.parameters())
                .query(OpportunityPage.class)
                .optional();
    }

    boolean isVisible(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        return database.sql("select exists (select 1 from opportunity o where o.id = :id and " + scope.sql("o") + ")")
                .param("id", id)
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    @Nullable
    String name(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        return database.sql("select o.name from opportunity o where o.id = :id and " + scope.sql("o"))
                .param("id", id)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether it was won or lost before it was reopened. */
    boolean wasDecided(long id) {
        return database.sql("select " + ONCE_DECIDED.formatted(":id"))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean hasFixedShares(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        return database.sql("""
                        select exists (select 1 from opportunity o join opportunity_split s on s.opportunity_id = o.id
                            where o.id = :id and s.ended_at is null and s.fixed_at is not null and %s)""".formatted(scope.sql("o")))
                .param("id", id)
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    List<StageStay> stays(Viewer viewer, long id, Instant now) {
        Scope scope = viewer.scope("opportunity");
        return database.sql(STAYS.formatted(scope.sql("o")))
                .param("id", id)
                .params(scope.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(StageStay.class)
                .list();
    }

    /** The latest first. */
    List<LifeEntry> life(Viewer viewer, long id) {
        Scope scope = viewer.scope("opportunity");
        return database.sql("""
                        select c.from_state, c.to_state, c.from_finish, c.to_finish, c.at, c.stayed_seconds as seconds,
                               c.reason, p.name as by, f.name as from_owner, t.name as to_owner, m.cause, c.id
                        from state_change c left join person p on p.id = c.by_person_id
                        left join pool_move m on m.opportunity_id = c.opportunity_id and m.at = c.at
                        left join person f on f.id = m.from_person_id
                        left join person t on t.id = m.to_person_id
                        where c.opportunity_id = :id
                        union all
                        select null, null, null, null, g.at, 0, null, p.name, f.name, t.name, null, g.id
                        from ownership_change g
                        join person f on f.id = g.from_person_id
                        join person t on t.id = g.to_person_id
                        left join person p on p.id = g.by_person_id
                        where g.opportunity_id = :id and coalesce(g.cause, '') not like 'sales.pool.%'
                        order by at desc, id desc""").param("id", id).query(LifeEntry.class).list();
    }

    /** The latest ones of a customer, open ones first. */
    Related<OpportunityBrief> ofCustomer(Viewer viewer, long customerId) {
        Scope scope = viewer.scope("opportunity");
        String all =
                "select o.id, o.name, o.state, s.name as stage, o.amount, o.currency, o.stage_entered_at, o.approval_case_id from opportunity o "
                        + "join stage s on s.id = o.stage_id where o.customer_id = :customer and " + scope.sql("o");
        return Related.of(
                database.sql(Related.sql(all, "x.state = 'OPEN' desc, x.stage_entered_at desc, x.id desc"))
                        .param("customer", customerId)
                        .params(scope.parameters())
                        .query((row, number) -> new Related.Row<>(brief(row), row.getLong("total")))
                        .list(),
                ListLink.to("/sales/opportunities").is("customer", customerId));
    }

    private static OpportunityBrief brief(ResultSet row) throws SQLException {
        return new OpportunityBrief(
                row.getLong("id"),
                row.getString("name"),
                OpportunityState.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("approval_case_id", Long.class));
    }
}
