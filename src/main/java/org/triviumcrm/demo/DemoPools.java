package org.triviumcrm.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.OpportunityPassages;

/** A pool for each of the companies, with what has lain in its stage the longest. */
@Component
class DemoPools {

    private static final int EACH = 8;

    private final DemoWriter writer;
    private final OpportunityPassages passages;

    DemoPools(DemoWriter writer, OpportunityPassages passages) {
        this.writer = writer;
        this.passages = passages;
    }

    void write(DemoCast cast, Instant since, Instant now) {
        Iterator<Long> ids = writer.ids("opportunity_pool_seq", 2);
        List<Map<String, Object>> pools = new ArrayList<>();
        for (String company : List.of("en", "zh")) {
            DemoCast.Member keeper = keeper(cast, company);
            pools.add(new DemoRow()
                    .with("id", ids.next())
                    .with("name", company.equals("en") ? "Unattended opportunities" : "商机公海")
                    .with("team_id", keeper.teamId())
                    .with("keeper_id", keeper.id())
                    .with("position", pools.size() + 1)
                    .with("no_contact_days", 90)
                    .with("no_progress_days", 30)
                    .with("owner_left", true)
                    .with("notice_days", 7)
                    .with("most_held", 60)
                    .with("most_claims", 5)
                    .with("rest_days", 14)
                    .since(since, since));
        }
        writer.insert("opportunity_pool", pools);
        passages.openForDemo();
        writer.database()
                .queryForObject(
                        "select set_config('trivium.cause', 'sales.pool.history.pooled', true)",
                        Map.of(),
                        String.class);
        pools.forEach(pool -> fill(pool, now));
    }

    private static DemoCast.Member keeper(DemoCast cast, String company) {
        return cast.members().stream()
                .filter(member -> member.team().equals(company) && member.role().equals("sales_manager"))
                .findFirst()
                .orElseThrow();
    }

    /** One a day, the last of them yesterday; the earlier owner is remembered. */
    private void fill(Map<String, Object> pool, Instant now) {
        writer.database()
                .update(
                        """
                        with recursive below as (
                            select id from team where id = :team union select t.id from team t join below b on t.parent_id = b.id),
                        chosen as (
                            select o.id, o.owner_id, o.state_entered_at as since,
                                   row_number() over (order by o.stage_entered_at desc, o.id) as days
                            from (select * from opportunity where state = 'OPEN' and team_id in (select id from below)
                                  order by stage_entered_at, id limit :each) o),
                        pooled as (
                            update opportunity o set state = 'POOLED', pool_id = :pool, owner_id = :keeper, team_id = :team,
                                   state_entered_at = cast(:now as timestamptz) - c.days * interval '1 day',
                                   updated_at = cast(:now as timestamptz) - c.days * interval '1 day'
                            from chosen c where o.id = c.id returning o.id, c.owner_id, c.since, o.updated_at as at),
                        turned as (
                            insert into state_change (id, opportunity_id, from_state, to_state, from_finish, to_finish, at, stayed_seconds)
                            select nextval('state_change_seq'), id, 'OPEN', 'POOLED', 'NONE', 'NONE', at,
                                   extract(epoch from at - since)::bigint from pooled)
                        insert into pool_move (opportunity_id, pool_id, cause, from_person_id, to_person_id, at)
                        select id, :pool, 'NO_PROGRESS', owner_id, :keeper, at from pooled""",
                        Map.of(
                                "pool", pool.get("id"),
                                "team", pool.get("team_id"),
                                "keeper", pool.get("keeper_id"),
                                "each", EACH,
                                "now", now.atOffset(ZoneOffset.UTC)));
    }
}
