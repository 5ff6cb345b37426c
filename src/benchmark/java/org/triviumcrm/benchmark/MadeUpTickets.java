package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Half a million tickets over three years, one in twelve open, with ten messages and a dozen events each, in ten queues of very different
 * size. Ten teams of ten agents: {@code agent.1.1} is the first of the first team, {@code lead.1} sees what the first team has,
 * {@code service.1} sees all. Open ones have promises, of which some 50,000 run; none of them is due within a day.
 */
final class MadeUpTickets {

    static final String[] TABLES = {"ticket", "ticket_message", "ticket_event", "ticket_promise", "ticket_sla"};

    private final Connection connection;

    MadeUpTickets(Connection connection) {
        this.connection = connection;
    }

    /** Once: what an ended fill left is taken as it is. */
    void insertPeople() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            try (ResultSet there = sql.executeQuery("select 1 from person where sign_in_name = 'service.1'")) {
                if (there.next()) {
                    return;
                }
            }
            sql.execute("""
                    insert into role (id, name, created_at, updated_at) values (nextval('role_seq'), 'Service team lead', now(), now());
                    insert into role_permission (role_id, permission)
                    select l.id, p.permission from role l join role m on m.built_in = 'service_manager' join role_permission p on p.role_id = m.id
                    where l.name = 'Service team lead';
                    insert into role_access (role_id, record_type, level)
                    select l.id, a.record_type, case when a.record_type in ('ticket', 'chat') then 'TEAM_AND_BELOW' else a.level end
                    from role l join role m on m.built_in = 'service_manager' join role_access a on a.role_id = m.id
                    where l.name = 'Service team lead';
                    insert into team (id, name, created_at, updated_at) values (nextval('team_seq'), 'Service', now(), now());
                    insert into team (id, name, parent_id, created_at, updated_at)
                    select nextval('team_seq'), 'Service ' || n, (select id from team where name = 'Service'), now(), now() from generate_series(1, 10) n;
                    insert into person (id, name, sign_in_name, team_id, password_hash, created_at, updated_at)
                    select nextval('person_seq'), initcap(p.what) || ' ' || p.number, p.what || '.' || p.number, t.id,
                           (select password_hash from person where sign_in_name = 'admin'), now(), now()
                    from (select 'agent' as what, n || '.' || m as number, n from generate_series(1, 10) n, generate_series(1, 10) m
                          union all select 'lead', n::text, n from generate_series(1, 10) n union all select 'service', '1', 1) p
                    join team t on t.name = 'Service ' || p.n;
                    update team t set manager_id = p.id from person p where p.sign_in_name like 'lead.%' and p.team_id = t.id;
                    insert into person_role (person_id, role_id)
                    select p.id, r.id from person p
                    join role r on case split_part(p.sign_in_name, '.', 1) when 'agent' then r.built_in = 'service_agent'
                                        when 'lead' then r.name = 'Service team lead' when 'service' then r.built_in = 'service_manager' end;
                    insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                    select nextval('ticket_queue_seq'), 'Queue ' || n, n, 'IN_TURN', now(), now() from generate_series(2, 10) n;
                    insert into ticket_queue_member (queue_id, person_id)
                    select q.id, p.id
                    from (select id, row_number() over (order by position, id) as n from ticket_queue) q
                    join person p on p.sign_in_name like 'agent.%' and (split_part(p.sign_in_name, '.', 2)::int = q.n
                        or split_part(p.sign_in_name, '.', 3)::int <= 3 and split_part(p.sign_in_name, '.', 2)::int % 10 + 1 = q.n)""");
            sql.execute("""
                    insert into ticket_type_field (id, type_id, position, name, kind, choices)
                    select nextval('ticket_type_field_seq'), t.id, f.position, f.name, f.kind, f.choices
                    from (select id from ticket_type order by position, id limit 4) t
                    cross join (values (1, 'Serial number', 'TEXT', null), (2, 'Severity', 'CHOICE', E'Stopped\\nSlowed down\\nCosmetic'),
                                       (3, 'Happened on', 'DATE', null), (4, 'Hours lost', 'NUMBER', null), (5, 'Can be repeated', 'YES_NO', null))
                        f (position, name, kind, choices);
                    insert into sla_policy (id, name, targets, pause_pending, warn_percent, warn_owner, breach_owner, created_at, updated_at)
                    values (nextval('sla_policy_seq'), 'For all', E'LOW 86400 86400 2592000 always\\nNORMAL 86400 86400 2592000 always\\n'
                            || E'HIGH 86400 86400 1296000 always\\nURGENT 86400 86400 1296000 always', true, 80, true, true, now(), now())""");
        }
    }

    void insertTickets(int count) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("select setseed(0.5)");
            sql.execute(
                    "alter table ticket disable trigger ticket_answers_new, disable trigger ticket_solution_of_new");
            sql.execute(TICKETS.replace("{count}", "" + count));
            sql.execute("alter table ticket enable trigger ticket_answers_new, enable trigger ticket_solution_of_new");
            sql.execute("""
                    insert into ticket_solution (ticket_id, nth, solved_at, satisfaction)
                    select id, 1, solved_at, satisfaction from ticket where solved_at is not null""");
            sql.execute(ANSWERS);
            sql.execute("select setval('ticket_seq', {count} + 100), setval('ticket_number', {count})"
                    .replace("{count}", "" + count));
            sql.execute("create index made_up_ticket on ticket (id)");
            sql.execute("analyze ticket");
        }
    }

    /** In the order in which they were written, as they lie in a real database: those of one ticket far from each other. */
    void insertMessages() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("set work_mem = '512MB'");
            sql.execute(MESSAGES);
            sql.execute("select setval('ticket_message_seq', (select max(id) from ticket_message) + 100)");
        }
    }

    void insertEvents() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(EVENTS);
            sql.execute("select setval('ticket_event_seq', (select max(id) from ticket_event) + 100)");
        }
    }

    void insertPromises() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(PROMISES);
            sql.execute(
                    "insert into ticket_sla (ticket_id, policy_id) select id, (select max(id) from sla_policy) from ticket");
            sql.execute("drop index made_up_ticket");
        }
    }

    /** All at once, as the migration does that brought them; the trigger takes a hundred times as long. */
    private static final String ANSWERS = """
            insert into ticket_answer (ticket_id, field_id, words, choice, number, day, yes)
            select t.id, f.id,
                   case when f.kind in ('TEXT', 'LONG_TEXT') then left(a.said, 301) end,
                   case when f.kind = 'CHOICE' then left(a.said, 200) end,
                   case when f.kind = 'NUMBER' and a.said ~ '^-?\\d{1,40}(\\.\\d{1,40})?$' then a.said::numeric end,
                   case when f.kind = 'DATE' then ticket_answer_day(a.said) end,
                   case when f.kind = 'YES_NO' and a.said in ('true', 'false') then a.said::boolean end
            from ticket t
            join ticket_type_field f on f.type_id = t.type_id
            cross join lateral (select t.answers ->> f.id::text as said) a
            where t.answers is not null and a.said <> ''""";

    private static final String TICKETS = """
            insert into ticket (id, number, name, status, priority, channel, type_id, answers, queue_id, owner_id, team_id, customer_id, contact_id,
                requester_name, requester_email, product_id, opportunity_id, reference, status_since, first_reply_at, last_reply_at, last_inbound_at,
                waiting_since, solved_at, reopenings, created_at, updated_at, due_at, promise, satisfaction)
            with agent as (
                select array_agg(p.id order by p.id) as ids, min(p.team_id) as team_id, split_part(p.sign_in_name, '.', 2)::int as n
                from person p where p.sign_in_name like 'agent.%' group by 3
            ), queue as (
                select id, row_number() over (order by position, id) as n from ticket_queue
            ), type as (
                select t.id, row_number() over (order by t.position, t.id) as n, array_agg(f.id::text order by f.position) as fields
                from ticket_type t join ticket_type_field f on f.type_id = t.id group by t.id
            ), product as (
                select array_agg(id order by id) as ids from product
            ), draw as (
                select n, random() as state, random() as queue, random() as agent, random() as who, random() as length, random() as urgency,
                       random() as promise, random() as due, random() as rating, random() as other,
                       now() - ({count} - n) * (interval '3 years' / {count}) - interval '1 hour' as created, n::float / {count} as age
                from generate_series(1, {count}) n
            ), course as (
                select d.*, case when state < case when age > 0.96 then 0.85 when age > 0.8 then 0.2 else 0.0175 end
                                 then case when other < 0.15 then 'NEW' when other < 0.65 then 'OPEN' when other < 0.9 then 'PENDING' else 'ON_HOLD' end
                                 when age > 0.994 then 'SOLVED' else 'CLOSED' end as status,
                       1 + floor(power(queue, 2) * 10)::int as q, 1 + floor(power(who, 3) * 1000000)::bigint as customer,
                       least(created + interval '15 minutes' + power(length, 3) * interval '3 days', now() - interval '20 minutes') as replied
                from draw d
            ), timed as (
                select c.*, status in ('SOLVED', 'CLOSED') as done,
                       least(replied + interval '5 minutes' + power(due, 2) * interval '12 days', now() - interval '10 minutes') as ended,
                       greatest(replied, now() - due * interval '5 days') as written
                from course c
            )
            select t.n, t.n,
                   case when t.n % 3 = 0
                        then (array['打印机', '发动机', '水泵', '发票', '合同', '登录', '传感器', '软件', '包装线', '交货'])[1 + t.n % 10]
                             || (array['无法启动', '报错', '需要更换', '数量不对', '延迟', '漏水', '请求报价', '温度过高'])[1 + t.n / 3 % 8] || ' ' || t.n % 9973
                        else (array['Printer', 'Engine', 'Pump', 'Invoice', 'Contract', 'Sign-in', 'Sensor', 'Software', 'Packing line', 'Delivery', 'Valve', 'Display'])[1 + t.n % 12]
                             || ' ' || (array['does not start', 'shows an error', 'has to be replaced', 'is not what we ordered', 'came late', 'leaks', 'needs a quote',
                                              'gets too hot', 'makes a noise'])[1 + t.n / 3 % 9] || ', ' || (array['Leeds', 'Porto', 'Gdansk', 'Lyon', 'Turin', 'Aarhus', 'Bremen'])[1 + t.n % 7]
                             || ' ' || t.n % 9973 end,
                   t.status,
                   case when urgency < 0.15 then 'LOW' when urgency < 0.75 then 'NORMAL' when urgency < 0.94 then 'HIGH' else 'URGENT' end,
                   (array['EMAIL', 'EMAIL', 'EMAIL', 'EMAIL', 'PHONE', 'PHONE', 'WEB', 'CHAT', 'PORTAL', 'SOCIAL'])[1 + t.n % 10],
                   y.id,
                   jsonb_build_object(y.fields[1], 'SN-' || t.n % 60000, y.fields[2], (array['Stopped', 'Slowed down', 'Cosmetic'])[1 + t.n % 3],
                                      y.fields[3], (t.created - interval '1 day')::date::text, y.fields[4], (t.n % 40)::text, y.fields[5], case when t.n % 2 = 0 then 'yes' else 'no' end),
                   q.id,
                   case when t.status = 'NEW' and agent > 0.3 or t.status = 'CLOSED' and agent > 0.95 then null else a.ids[1 + floor(agent * 100)::int % 10] end,
                   case when t.status = 'NEW' and agent > 0.3 or t.status = 'CLOSED' and agent > 0.95 then null else a.team_id end,
                   t.customer, k.id, k.name, k.email,
                   case when t.n % 5 < 3 then p.ids[1 + t.n % least(cardinality(p.ids), 50)] end,
                   case when t.n % 20 = 0 then o.id end,
                   case when t.n % 4 = 0 then 'OLD-' || t.n end,
                   case when done then ended when t.status = 'NEW' then t.created else t.written end,
                   case when t.status <> 'NEW' then replied end, case when t.status <> 'NEW' then least(written, ended) end,
                   case when t.status = 'NEW' then created when done then least(written, ended) else written end,
                   case when t.status = 'NEW' then created when t.status = 'OPEN' then written end,
                   case when done then ended end,
                   case when rating > 0.99 then 2 when rating > 0.91 then 1 else 0 end,
                   t.created,
                   case when t.status = 'CLOSED' then least(ended + interval '7 days', now() - interval '5 minutes') when done then ended
                        when t.status = 'NEW' then created else written end,
                   case when done or t.status in ('PENDING', 'ON_HOLD') and promise < 0.5 then null when promise > 0.9 then now() - due * interval '10 days'
                        else now() + interval '26 hours' + due * interval '15 days' end,
                   case when done then case when promise > 0.85 then 'BROKEN' else 'MET' end when t.status in ('PENDING', 'ON_HOLD') and promise < 0.5 then 'PAUSED'
                        when promise > 0.9 then 'BROKEN' when promise > 0.8 then 'AT_RISK' else 'RUNNING' end,
                   case when done and rating < 0.3 then 1 + floor(sqrt(urgency) * 5)::int end
            from timed t
            join queue q on q.n = t.q
            join agent a on a.n = t.q
            join type y on y.n = 1 + t.n % 4
            cross join product p
            left join lateral (select c.id, c.name, c.email from contact c where c.customer_id = t.customer limit 1) k on t.n % 10 > 0
            left join lateral (select o.id from opportunity o where o.customer_id = t.customer limit 1) o on t.n % 20 = 0
            order by t.n""";

    private static final String MESSAGES = """
            insert into ticket_message (id, ticket_id, kind, at, author_id, author_name, author_email, body, due_at)
            select row_number() over (), m.ticket_id, m.kind, m.at, case when m.kind <> 'INBOUND' then coalesce(m.owner_id, m.someone) end,
                   case when m.kind = 'INBOUND' then coalesce(m.requester_name, 'Customer') end, case when m.kind = 'INBOUND' then m.requester_email end,
                   'Ref. ' || m.ticket_id || '-' || m.k || E'.\\n\\n' || substr(words.text, 1 + (m.ticket_id * 31 + m.k * 977)::int % 900,
                       40 + (power((m.ticket_id * 7919 + m.k * 104729) % 1000 / 1000.0, 3) * 2400)::int),
                   case when m.kind = 'REPLY' then m.at + interval '10 seconds' end
            from (select t.id as ticket_id, t.owner_id, t.requester_name, t.requester_email, s.id as someone, k,
                         case when k = 0 or t.status = 'NEW' then 'INBOUND' when k % 5 = 3 then 'NOTE' when k % 2 = 1 then 'REPLY' else 'INBOUND' end as kind,
                         case when k = 0 then t.created_at when t.status = 'NEW' then t.created_at + interval '10 minutes' when k = 1 then t.first_reply_at
                              else t.first_reply_at + (coalesce(t.solved_at, t.last_inbound_at) - t.first_reply_at) * ((k - 1.0) / c.count) end as at
                  from ticket t
                  cross join lateral (select case when t.status = 'NEW' then 1 + t.id % 2 when t.id % 5000 = 7 then 400 else 2 + t.id * 7919 % 18 end as count) c
                  cross join lateral generate_series(0, c.count - 1) k
                  cross join (select min(id) as id from person where sign_in_name like 'agent.%') s
                  order by at) m
            cross join (select repeat('The machine stopped this morning and the display says E-17. We have tried to start it again, without success. '
                || '请问什么时候可以派人来现场？我们已经按照说明书检查了电源和管路。 '
                || 'Could you send us the price of a replacement and tell us how long the delivery takes? The invoice of last month names a wrong address as well. '
                || 'Thank you for your patience; our engineer looks at the report and calls you back tomorrow. ', 10) as text) words""";

    private static final String EVENTS = """
            insert into ticket_event (id, ticket_id, at, kind, by_id, was, becomes, message_id)
            select row_number() over (), e.* from (
                select ticket_id, at, case kind when 'REPLY' then 'REPLIED' else 'INBOUND' end as kind, author_id, null as was, null as becomes, id as message_id
                from ticket_message where kind <> 'NOTE'
                union all select id, created_at, 'OPENED', null, null, 'NEW', null from ticket
                union all select id, first_reply_at, 'STATUS', owner_id, 'NEW', 'OPEN', null from ticket where first_reply_at is not null
                union all select id, created_at, 'OWNER', null, null, owner_id::text, null from ticket where owner_id is not null
                union all select id, status_since, 'STATUS', owner_id, 'OPEN', status, null from ticket where status in ('PENDING', 'ON_HOLD')
                union all select id, solved_at, 'STATUS', owner_id, 'OPEN', 'SOLVED', null from ticket where solved_at is not null
                union all select id, updated_at, 'STATUS', null, 'SOLVED', 'CLOSED', null from ticket where status = 'CLOSED'
                order by at) e""";

    private static final String PROMISES = """
            insert into ticket_promise (ticket_id, kind, state, target, used, started_at, due_at, broken_at, settled_at, kept, broken, warned_at, breached_at, wake_at)
            select t.id, p.kind, p.state, 86400, 3600, t.created_at,
                   case when p.state = 'RUNNING' then t.due_at when p.state = 'BROKEN' then coalesce(t.due_at, p.settled - interval '1 hour') end,
                   case when p.state = 'BROKEN' then coalesce(t.due_at, p.settled - interval '1 hour') end, p.settled,
                   case when p.state = 'MET' then 1 else 0 end, case when p.state = 'BROKEN' then 1 else 0 end, null,
                   case when p.state = 'BROKEN' then coalesce(t.due_at, p.settled) end, case when p.state = 'RUNNING' then t.due_at end
            from ticket t
            cross join lateral (
                select 'FIRST_RESPONSE' as kind, t.first_reply_at as settled,
                       case when t.first_reply_at is null then t.promise when t.id % 8 = 0 then 'BROKEN' else 'MET' end as state
                union all select 'NEXT_RESPONSE', t.solved_at, case when t.status = 'OPEN' then t.promise when t.id % 9 = 0 then 'BROKEN' else 'MET' end
                where t.status = 'OPEN' or t.solved_at is not null and t.id % 2 = 0
                union all select 'RESOLUTION', t.solved_at, t.promise) s
            cross join lateral (select s.kind, s.settled, case when s.state = 'AT_RISK' then 'RUNNING' else s.state end as state) p""";
}
