package org.triviumcrm.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What everybody is to bring this year: a little more than they do, most of it at the end of quarters; teams a little more than their people. */
@Component
class DemoQuotas {

    private final DemoWriter writer;

    DemoQuotas(DemoWriter writer) {
        this.writer = writer;
    }

    void write(DemoCast cast, LocalDate today, Instant now) {
        List<Long> sellers = cast.members().stream()
                .filter(member -> member.role().equals("sales_representative"))
                .map(DemoCast.Member::id)
                .toList();
        Map<String, Object> values = Map.of(
                "year",
                today.withDayOfYear(1),
                "today",
                today,
                "sellers",
                sellers,
                "now",
                now.atOffset(ZoneOffset.UTC));
        update("""
                with sold as (
                    select p.id, greatest(coalesce(sum(o.base_amount), 0) / 12, 12000) as usual
                    from person p left join opportunity o on o.owner_id = p.id and o.state = 'WON'
                     and o.closed_on > cast(:today as date) - 365
                    where p.id in (:sellers) group by p.id)
                insert into quota (id, measure, starts_on, months, person_id, amount, set_at)
                select nextval('quota_seq'), 'WON', cast(m as date), 1, id,
                       round(usual * case when mod(extract(month from m)::int, 3) = 0 then 1.4 else 0.95 end, -3) + 1000, :now
                from sold cross join generate_series(cast(:year as date), cast(:year as date) + interval '11 months', interval '1 month') m""", values);
        update("""
                with recursive reach as (
                    select id as top, id from team union all select r.top, t.id from team t join reach r on t.parent_id = r.id)
                insert into quota (id, measure, starts_on, months, team_id, amount, set_at)
                select nextval('quota_seq'), 'WON', q.starts_on, 1, r.top,
                       sum(q.amount) + case when min(r.top) % 2 = 0 and extract(month from q.starts_on) = 12 then 5000 else 0 end, :now
                from reach r join person p on p.team_id = r.id join quota q on q.person_id = p.id
                group by r.top, q.starts_on""", values);
        update("""
                insert into quota (id, measure, starts_on, months, amount, set_at)
                select nextval('quota_seq'), 'WON', q.starts_on, 1, sum(q.amount), :now
                from quota q where q.person_id is not null group by q.starts_on""", values);
        for (String unit : List.of("quarter", "year")) {
            update("""
                    insert into quota (id, measure, starts_on, months, team_id, person_id, amount, set_at)
                    select nextval('quota_seq'), 'WON', cast(date_trunc('~', starts_on) as date), count(*), team_id, person_id, sum(amount), :now
                    from quota where months = 1 group by cast(date_trunc('~', starts_on) as date), team_id, person_id""".replace("~", unit), values);
        }
    }

    private void update(String sql, Map<String, Object> values) {
        writer.database().update(sql, values);
    }
}
