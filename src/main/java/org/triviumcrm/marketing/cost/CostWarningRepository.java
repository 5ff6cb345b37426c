package org.triviumcrm.marketing.cost;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which owners are still to be told that a level was passed, and what the level is. */
@Repository
class CostWarningRepository {

    static final int USUAL_PERCENT = 80;

    private final JdbcClient database;
    private final Clock clock;

    CostWarningRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that nobody has told yet; from now on they count as told. */
    List<CostWarning> take(int most) {
        return database.sql("""
                        with taken as (
                            delete from campaign_cost_warning where campaign_id in (
                                select campaign_id from campaign_cost_warning order by campaign_id limit :most for update skip locked)
                            returning campaign_id, level)
                        select c.id as campaign_id, c.name as campaign, c.owner_id, t.level, c.cost_share as share,
                               c.base_cost as cost, c.base_budget as budget, (select currency from company) as currency
                        from taken t join campaign c on c.id = t.campaign_id order by c.id""").param("most", most).query(CostWarning.class).list();
    }

    int percent() {
        return database.sql("select cost_warning_percent from marketing_setting")
                .query(Integer.class)
                .optional()
                .orElse(USUAL_PERCENT);
    }

    /** Another share of the budget; what has passed it already is marked, and nobody is told. */
    void change(int percent) {
        database.sql("""
                        insert into marketing_setting (cost_warning_percent, updated_at) values (:percent, :now)
                        on conflict (only_one) do update
                        set cost_warning_percent = excluded.cost_warning_percent, updated_at = excluded.updated_at""")
                .param("percent", percent)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        update campaign set base_cost = base_cost
                        where id in (select id from campaign where base_budget > 0 and base_cost > 0 order by id for no key update)""").update();
        database.sql("delete from campaign_cost_warning").update();
    }
}
