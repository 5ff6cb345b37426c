package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Quotes with two lines each, contracts (two in three out of an opportunity that was won, most of them signed), three payments each, and
 * what has come in of them. What contracts bring by product is written as their signature would; the values of customers follow when
 * they are reckoned next.
 */
final class MadeUpPapers {

    private final Connection connection;

    MadeUpPapers(Connection connection) {
        this.connection = connection;
    }

    /** Once; people, customers, products and opportunities are there. */
    void insert(int quotes, int contracts) throws SQLException {
        connection.setAutoCommit(false);
        TableKeys keys = new TableKeys(connection);
        keys.takeOff(
                "quote",
                "quote_line",
                "contract",
                "contract_line",
                "instalment",
                "receipt",
                "contract_gain_product",
                "receipt_product",
                "opportunity_split");
        try (Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(
                    "create temporary table some_product as select row_number() over (order by id) - 1 as n, id from product limit 50");
            sql.execute("create unique index on some_product (n)");
            insertQuotes(sql, quotes);
            insertContracts(sql, contracts);
            insertPayments(sql);
            insertShares(sql);
            insertAttained(sql);
            insertSaid(sql);
            sql.execute("set session_replication_role = origin");
            for (String table : new String[] {"quote", "contract", "instalment", "receipt"}) {
                sql.execute("select setval('" + table + "_seq', (select max(id) from " + table + ") + 100)");
            }
        }
        keys.putBack();
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "vacuum analyze quote, quote_line, contract, contract_line, instalment, receipt, contract_gain_product, receipt_product, attained_row, attained_total, attained_product_total, forecast_line, opportunity_split, opportunity");
            sql.execute("update value_bound set reckoned_at = 'epoch'");
        }
    }

    private static void insertQuotes(Statement sql, int quotes) throws SQLException {
        sql.execute("""
                insert into quote (id, number, revision, root_id, name, opportunity_id, customer_id, language, currency, gross, quoted_on, valid_until,
                    discount_kind, discount_value, state, state_since, released_at, sent_at, full_amount, discount_amount, discount_percent, net, tax, total,
                    base_net, margin, margin_percent, owner_id, team_id, created_at, updated_at)
                select o.n, 'Q-' || to_char(o.opened_on, 'YYYY') || '-' || lpad(o.n::text, 6, '0'), 1, o.n, 'Quote ' || o.n || ' ' || o.name, o.id,
                    o.customer_id, 'en', 'USD', false, o.opened_on, o.opened_on + 30, 'PERCENT', o.n % 20, o.state,
                    o.opened_on, case when o.state <> 'DRAFT' then o.opened_on end, case when o.state not in ('DRAFT', 'RELEASED') then o.opened_on end,
                    o.amount, o.amount * (o.n % 20) / 100, o.n % 20, o.amount * (100 - o.n % 20) / 100, 0, o.amount * (100 - o.n % 20) / 100,
                    o.amount * (100 - o.n % 20) / 100, o.amount * 0.3, 30 + o.n % 10, o.owner_id, o.team_id, o.opened_on, o.opened_on
                from (select row_number() over (order by id) as n, id, name, customer_id, opened_on, coalesce(amount, 1000) as amount, owner_id, team_id,
                        (array['DRAFT', 'RELEASED', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED'])[1 + id % 6] as state
                    from opportunity where customer_id is not null and id % 2 = 0 order by id limit {quotes}) o""".replace("{quotes}", "" + quotes));
        sql.execute("""
                insert into quote_line (quote_id, position, kind, product_id, words, quantity, unit, list_price, price, net, cost)
                select q.id, p, 'ITEM', (select s.id from some_product s where s.n = (q.id + p) % 50), 'Product ' || p, 1, 'piece', q.full_amount / 2, q.full_amount / 2,
                    q.full_amount / 2, q.full_amount / 3
                from quote q cross join generate_series(1, 2) p""");
    }

    private static void insertContracts(Statement sql, int contracts) throws SQLException {
        sql.execute("""
                insert into contract (id, number, revision, root_id, name, opportunity_id, customer_id, language, currency, gross, dated_on, starts_on, ends_on,
                    renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, full_amount, net, total, base_net,
                    base_gain, margin, margin_percent, owner_id, team_id, created_at, updated_at)
                select o.n, 'C-' || to_char(o.day, 'YYYY') || '-' || lpad(o.n::text, 6, '0'), 1, o.n, 'Contract ' || o.n || ' ' || o.name,
                    case when o.state = 'WON' then o.id end, o.customer_id, 'en', 'USD', false, o.day, o.day, o.day + 365, 'NONE', 30, 'PERCENT', 0,
                    case when o.signed then 'SIGNED' else 'RELEASED' end, o.day, o.day, case when o.signed then o.day end, o.amount, o.amount, o.amount, o.amount,
                    case when o.signed then o.amount end, o.amount * 0.3, 30 + o.n % 10, o.owner_id, o.team_id, o.day, o.day
                from (select row_number() over (order by state = 'WON' desc, id) as n, id, name, state, customer_id, coalesce(closed_on, opened_on) as day,
                        coalesce(amount, 1000) as amount, owner_id, team_id, id % 15 <> 0 as signed
                    from opportunity where customer_id is not null and (state = 'WON' and id % 3 <> 0 or state = 'LOST' and id % 4 = 0)
                    order by state = 'WON' desc, id limit {contracts}) o""".replace("{contracts}", "" + contracts));
        sql.execute("""
                insert into contract_line (contract_id, position, kind, product_id, words, quantity, unit, list_price, price, net, cost)
                select k.id, p, 'ITEM', (select s.id from some_product s where s.n = (k.id + p) % 50), 'Product ' || p, 1, 'piece', k.net / 2, k.net / 2, k.net / 2, k.net / 3
                from contract k cross join generate_series(1, 2) p""");
        sql.execute("""
                insert into contract_gain_product (contract_id, product_id, signed_on, base_gain)
                select k.id, l.product_id, k.signed_on, round(k.base_gain / 2, 2) from contract k join contract_line l on l.contract_id = k.id
                where k.base_gain is not null""");
    }

    /** What the forecast said a week before: one of twenty was less, one of thirty has come since. */
    private static void insertSaid(Statement sql) throws SQLException {
        sql.execute("truncate forecast_line, forecast_snapshot, forecast_week");
        sql.execute("""
                insert into forecast_week (week, taken_at)
                select cast(date_trunc('week', current_date) as date) - 7, date_trunc('week', current_date) - interval '7 days'""");
        sql.execute("""
                insert into forecast_line (opportunity_id, from_week, owner_id, team_id, territory_id, category, expected_close_date, base_amount)
                select o.id, w.week, o.owner_id, o.team_id, o.territory_id, o.forecast_category, o.expected_close_date,
                    case when o.id % 20 = 0 then round(o.base_amount * 0.9, 2) else o.base_amount end
                from opportunity o cross join forecast_week w where o.state = 'OPEN' and o.id % 30 <> 7""");
    }

    /** As the triggers keep it, which are off while the rows come in. */
    private static void insertAttained(Statement sql) throws SQLException {
        sql.execute("truncate attained_row, attained_total, attained_product_total");
        sql.execute("insert into attained_row select * from attained_now");
        sql.execute("""
                insert into attained_total select source, owner_id, month, team_id, territory_id, pipeline_id, sum(base_amount)
                from attained_row group by 1, 2, 3, 4, 5, 6""");
        sql.execute("""
                insert into attained_product_total
                select 'SIGNED', product_id, date_trunc('month', signed_on), 0, sum(base_gain) from contract_gain_product group by 2, 3
                union all
                select 'RECEIVED', product_id, date_trunc('month', received_on), 0, sum(base_amount) from receipt_product group by 2, 3""");
    }

    private static void insertPayments(Statement sql) throws SQLException {
        sql.execute("""
                insert into instalment (id, contract_id, due_on, amount, currency, received, base_amount, customer_id, owner_id, team_id, binding, created_at,
                    updated_at)
                select (k.id - 1) * 4 + p, k.id, k.dated_on + 30 * p, greatest(k.net, 4) / 4, 'USD',
                    case when k.state = 'SIGNED' and k.dated_on + 30 * p < current_date and (k.id + p) % 25 <> 0 then greatest(k.net, 4) / 4 else 0 end,
                    round(greatest(k.net, 4) / 4, 2), k.customer_id, k.owner_id, k.team_id, k.state = 'SIGNED', k.created_at, k.created_at
                from contract k cross join generate_series(1, 4) p""");
        sql.execute("""
                insert into receipt (id, contract_id, instalment_id, kind, received_on, amount, currency, base_amount, reference, customer_id, owner_id, team_id,
                    created_at, updated_at)
                select i.id, i.contract_id, i.id, 'RECEIPT', i.due_on - i.id::int % 10, i.received, 'USD', round(i.received, 2), 'R' || i.id, i.customer_id,
                    i.owner_id, i.team_id, i.created_at, i.created_at
                from instalment i where i.received > 0""");
        sql.execute("select receipt_by_product(array(select id from receipt))");
    }

    /** One of twenty won opportunities is shared by its owner and another one of the same team. */
    private static void insertShares(Statement sql) throws SQLException {
        sql.execute("""
                insert into opportunity_split (id, opportunity_id, number, person_id, percent, amount, base_amount, since, cause, fixed_at)
                select nextval('opportunity_split_seq'), o.id, 1, s.person_id, s.percent,
                    case when s.percent = 60 then round(o.amount * 0.6, 2) else o.amount - round(o.amount * 0.6, 2) end,
                    case when s.percent = 60 then round(o.base_amount * 0.6, 2) else o.base_amount - round(o.base_amount * 0.6, 2) end,
                    o.created_at, 'SET', o.updated_at
                from opportunity o
                join lateral (select p.id from person p where p.team_id = o.team_id and p.id > o.owner_id order by p.id limit 1) other on true
                cross join lateral (values (o.owner_id, 60), (other.id, 40)) s (person_id, percent)
                where o.state = 'WON' and o.id % 20 = 0""");
    }
}
