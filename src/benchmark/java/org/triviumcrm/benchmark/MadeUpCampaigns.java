package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Two thousand campaigns over three years with 200,000 lines of cost, 100,000 reported days, five million participants, and one to
 * three campaigns that touched each of the opportunities. All sums are those that the database keeps itself.
 */
final class MadeUpCampaigns {

    private static final int PIECE = 500_000;
    private static final int PARTS = 10;

    private final Connection connection;

    MadeUpCampaigns(Connection connection) {
        this.connection = connection;
    }

    /** Once; people, customers, contacts, products and opportunities are there. */
    void insert(int campaigns, int participants) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("select set_config('trivium.passage', 'TEST', false)");
            sql.execute("""
                    insert into campaign (id, name, method_id, region, parent_id, start_on, end_on, expected_participants, expected_opportunities,
                        expected_revenue, currency, budget, base_budget, base_expected_revenue, state, state_since, approved_at, owner_id, created_at, updated_at)
                    select n, 'Campaign ' || n, (select id from marketing_term where kind = 'METHOD' order by position offset n % 11 limit 1),
                        'Region ' || n % 12, case when n % 10 <> 0 then n - n % 10 end, d.day, d.day + 60, 500, 50, 100000, 'USD', b.budget, b.budget, 100000,
                        case when n % 20 = 0 then 'PLANNED' when d.day + 60 < current_date then 'COMPLETED' when d.day <= current_date then 'RUNNING' else 'APPROVED' end,
                        now(), case when n % 20 <> 0 then now() end, (select id from person order by id offset n % 50 limit 1), now(), now()
                    from generate_series(10, {last}) n
                    cross join lateral (select current_date - 1000 + n * 7919 % 1060 as day) d
                    cross join lateral (select 1000 + n * 104729 % 200000 as budget) b
                    order by n % 10, n""".replace("{last}", "" + (campaigns + 9)));
            sql.execute("select setval('campaign_seq', 10 * (select max(id) from campaign))");
            sql.execute("""
                    insert into campaign_product (campaign_id, product_id)
                    select g.id, p.id from campaign g cross join lateral (select id from product order by id offset g.id % 45 limit 1 + g.id % 4) p""");
            sql.execute("""
                    insert into campaign_cost (id, campaign_id, name, on_date, category_id, supplier, amount, currency, base_amount, created_at, updated_at)
                    select nextval('campaign_cost_seq'), g.id, g.name, g.start_on + n % 75,
                        (select id from marketing_term where kind = 'COST_CATEGORY' order by position offset n % 9 limit 1), 'Supplier ' || n % 300,
                        10 + (g.id * 31 + n * 17) % 1500, 'USD', 10 + (g.id * 31 + n * 17) % 1500, now(), now()
                    from campaign g cross join generate_series(1, 100) n where g.state <> 'PLANNED'""");
            sql.execute("""
                    insert into campaign_result (id, campaign_id, name, on_date, impressions, clicks, leads, orders, revenue, currency, base_revenue, created_at, updated_at)
                    select nextval('campaign_result_seq'), g.id, g.name, g.start_on + n, 10000, 400, 20, 3, (g.id + n) % 900, 'USD', (g.id + n) % 900, now(), now()
                    from campaign g cross join generate_series(1, 50) n where g.state <> 'PLANNED'""");
        }
        insertParticipants(participants);
        insertTouches(campaigns);
    }

    private void insertParticipants(int participants) throws SQLException {
        TableKeys keys = new TableKeys(connection);
        keys.takeOff("campaign_participant");
        try (Statement sql = connection.createStatement()) {
            for (int from = 0; from < participants; from += PIECE) {
                sql.execute("""
                        insert into campaign_participant (campaign_id, contact_id, status, invited_at, registered_at, attended_at, source, created_at, updated_at)
                        select g.id, 1 + n / 5, case when n % 4 = 0 then 'ATTENDED' when n % 3 = 0 then 'REGISTERED' else 'INVITED' end,
                            g.start_on, case when n % 12 in (0, 3, 4, 6, 8, 9) then g.start_on + 5 end, case when n % 4 = 0 then g.start_on + 20 end, 'FILTER', g.start_on, g.start_on
                        from generate_series({from}, {to}) n
                        join campaign g on g.id = 10 + (n / 5 * 7 + n % 5 * 397) % 2000""".replace("{from}", "" + from).replace("{to}", "" + (from + PIECE - 1)));
            }
        }
        keys.putBack();
    }

    private void insertTouches(int campaigns) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            // campaigns touch what is opened while they run and within half a year
            sql.execute(
                    "create temporary table by_start as select id, row_number() over (order by start_on, id) as place from campaign");
            sql.execute("create unique index on by_start (place)");
            for (int part = 0; part < PARTS; part++) {
                sql.execute("""
                        insert into opportunity_touch (opportunity_id, campaign_id, first_at, last_at, kind)
                        select distinct on (o.id, g.id) o.id, g.id, o.opened_on - n, o.opened_on, 'PARTICIPATION'
                        from opportunity o cross join generate_series(1, 3) n
                        join by_start g on g.place = greatest(1, least({campaigns},
                            (o.opened_on - (current_date - 1000)) * {campaigns} / 1060 - (o.id * 13 + n * 101) % 340))
                        where o.id % {parts} = {part} and n <= 1 + o.id % 3 and o.id % 4 <> 0""".replace("{campaigns}", "" + campaigns)
                        .replace("{parts}", "" + PARTS)
                        .replace("{part}", "" + part));
            }
            sql.execute(
                    "vacuum (analyze) campaign, campaign_cost, campaign_result, campaign_participant, opportunity_touch, attribution_month,"
                            + " campaign_spend, campaign_count, campaign_came, campaign_result_month");
        }
    }
}
