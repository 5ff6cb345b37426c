package org.triviumcrm.sales.attribution;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.marketing.ParticipationUndone;
import org.triviumcrm.shared.database.ManyRows;

/** Campaigns that touched many opportunities. What they came to is read once for each customer, however many opportunities it has. */
@Repository
class ManyTouchRepository {

    private static final String CAME = """
            select k.id, p.campaign_id, x.at, 'PARTICIPATION'
            from %1$s join campaign_participant p on %2$s cross join lateral (values (p.attended_at), (p.responded_at)) x (at)
            where x.at <= :now""";

    private static final String LEADS = """
            select k.id, l.campaign_id, l.created_at, 'LEAD' from %1$s k join lead l on l.%2$s = k.id
            where l.campaign_id is not null and l.created_at <= :now""";

    /** Of hundreds who came on the same day the first and the last are enough. */
    private static final String DAYS = """
            select id, campaign_id, at::date as day, kind, min(at) as first_at, max(at) as last_at
            from (%s) c (id, campaign_id, at, kind) group by 1, 2, 3, 4""";

    private static final String NOTE = """
            with deal as materialized (
                select o.id, o.customer_id, o.contact_id, o.opened_on - :days as since, coalesce(o.closed_on, 'infinity') as until
                from opportunity o where o.id = any(:ids)),
            customers as materialized (select distinct customer_id as id from deal where customer_id is not null),
            contacts as materialized (select distinct contact_id as id from deal where contact_id is not null),
            of_customer as materialized (%1$s),
            of_contact as materialized (%2$s)
            select f.opportunity_id, f.campaign_id, min(f.first_at) as first_at, max(f.last_at) as last_at,
                   (array_agg(f.kind order by f.first_at, f.kind))[1] as kind
            from (select d.id as opportunity_id, c.* from deal d join of_customer c on c.id = d.customer_id and c.day between d.since and d.until
                  union all
                  select d.id, c.* from deal d join of_contact c on c.id = d.contact_id and c.day between d.since and d.until) f
            where not exists (select from opportunity_touch_denied n where n.opportunity_id = f.opportunity_id and n.campaign_id = f.campaign_id)
            group by f.opportunity_id, f.campaign_id order by f.opportunity_id, f.campaign_id""".formatted(
                    DAYS.formatted(String.join(
                            " union all ",
                            CAME.formatted("customers k", "p.customer_id = k.id"),
                            CAME.formatted("customers k join contact c on c.customer_id = k.id", "p.contact_id = c.id"),
                            CAME.formatted("customers k join lead l on l.customer_id = k.id", "p.lead_id = l.id"),
                            LEADS.formatted("customers", "customer_id"))),
                    DAYS.formatted(String.join(
                            " union all ",
                            CAME.formatted("contacts k", "p.contact_id = k.id"),
                            CAME.formatted("contacts k join lead l on l.contact_id = k.id", "p.lead_id = l.id"),
                            LEADS.formatted("contacts", "contact_id"))));

    private static final String ADD = """
            insert into opportunity_touch as t (opportunity_id, campaign_id, first_at, last_at, kind)
            select * from unnest(:opportunities::bigint[], :campaigns::bigint[], :firsts::timestamptz[], :lasts::timestamptz[], :kinds::text[])
            on conflict (opportunity_id, campaign_id) do update
            set first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at)
            returning opportunity_id, campaign_id, xmax = 0 as fresh""";

    /** What is written at once: its shares are worked out together, in the square of the time where nothing is known of the table yet. */
    private static final int SLICE = 500;

    private final JdbcClient database;
    private final ManyRows many;

    ManyTouchRepository(JdbcClient database, ManyRows many) {
        this.database = database;
        this.many = many;
    }

    private record Found(
            long opportunityId, long campaignId, OffsetDateTime firstAt, OffsetDateTime lastAt, String kind) {}

    /** @param days what is longer ago before an opportunity has not brought it, and neither has what comes after its end */
    Map<Long, List<Long>> note(Collection<Long> opportunityIds, int days, Instant now) {
        List<Found> found = database.sql(NOTE)
                .param("ids", opportunityIds.toArray(Long[]::new))
                .param("days", days)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Found.class)
                .list();
        Map<Long, List<Long>> fresh = new HashMap<>();
        List<Long> known = new ArrayList<>();
        for (int from = 0; from < found.size(); from += SLICE) {
            add(found.subList(from, Math.min(found.size(), from + SLICE)), fresh, known);
        }
        if (!known.isEmpty()) {
            database.sql("select opportunity_attribution(:ids::bigint[])")
                    .param("ids", known.toArray(Long[]::new))
                    .query((row, number) -> 0)
                    .list();
        }
        return fresh;
    }

    private void add(List<Found> some, Map<Long, List<Long>> fresh, List<Long> known) {
        JdbcClient.StatementSpec statement = database.sql(ADD)
                .param("opportunities", some.stream().map(Found::opportunityId).toArray(Long[]::new))
                .param("campaigns", some.stream().map(Found::campaignId).toArray(Long[]::new))
                .param(
                        "firsts",
                        some.stream().map(one -> one.firstAt().toString()).toArray(String[]::new))
                .param(
                        "lasts",
                        some.stream().map(one -> one.lastAt().toString()).toArray(String[]::new))
                .param("kinds", some.stream().map(Found::kind).toArray(String[]::new));
        many.write(() -> {
            statement.query(row -> {
                long opportunity = row.getLong("opportunity_id");
                if (row.getBoolean("fresh")) {
                    fresh.computeIfAbsent(opportunity, any -> new ArrayList<>()).add(row.getLong("campaign_id"));
                } else {
                    known.add(opportunity);
                }
            });
            return fresh;
        });
    }

    /**
     * Touches that are known from people who came, of opportunities of these, are no more. What somebody has said a share of stays.
     *
     * @return the opportunities, for {@link #note} to find what others came to
     */
    List<Long> undo(ParticipationUndone undone) {
        return database.sql("""
                        with customers as materialized (
                            select unnest(:customers::bigint[]) as id
                            union select customer_id from contact where id = any(:contacts)
                            union select customer_id from lead where id = any(:leads)),
                        contacts as materialized (
                            select unnest(:contacts::bigint[]) as id union select contact_id from lead where id = any(:leads)),
                        gone as (
                            delete from opportunity_touch t using opportunity o
                            where t.campaign_id = any(:campaigns) and t.kind = 'PARTICIPATION' and t.said_share is null and o.id = t.opportunity_id
                              and (o.customer_id in (select id from customers where id is not null)
                                   or o.contact_id in (select id from contacts where id is not null))
                            returning t.opportunity_id)
                        select distinct opportunity_id from gone order by 1""")
                .param("campaigns", undone.campaignIds().toArray(Long[]::new))
                .param("customers", undone.customerIds().toArray(Long[]::new))
                .param("contacts", undone.contactIds().toArray(Long[]::new))
                .param("leads", undone.leadIds().toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void forget(Map<Long, List<Long>> noted) {
        List<Long> opportunities = new ArrayList<>();
        List<Long> campaigns = new ArrayList<>();
        noted.forEach((opportunity, those) -> those.forEach(campaign -> {
            opportunities.add(opportunity);
            campaigns.add(campaign);
        }));
        database.sql("""
                        delete from opportunity_touch t using unnest(:opportunities::bigint[], :campaigns::bigint[]) as n (opportunity, campaign)
                        where t.opportunity_id = n.opportunity and t.campaign_id = n.campaign and t.kind <> 'HAND' and t.said_share is null""")
                .param("opportunities", opportunities.toArray(Long[]::new))
                .param("campaigns", campaigns.toArray(Long[]::new))
                .update();
    }
}
