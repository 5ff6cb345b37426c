package org.triviumcrm.marketing.score;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.condition.ConditionSql;

/** Gives leads their points, takes those back that are not due any more, and adds them up. */
@Repository
class ScoreRepository {

    /** What is left of points: half after each half-life. */
    private static final String LEFT =
            "p.points * case when p.half_life_days is null then 1.0 else power(0.5, greatest(0, extract(epoch from cast(:now as timestamptz) - p.happened)) / 86400.0 / p.half_life_days) end";

    private final JdbcClient database;

    ScoreRepository(JdbcClient database) {
        this.database = database;
    }

    /** When all was last looked at, and when what has changed; empty before the first time. */
    record Looked(@Nullable Instant all, Instant changed) {}

    Optional<Looked> looked() {
        return database.sql("select all_at as \"all\", changed_at as changed from score_state where the_one for update")
                .query(Looked.class)
                .optional();
    }

    void looked(@Nullable Instant all, Instant changed) {
        database.sql("""
                        insert into score_state (the_one, all_at, changed_at) values (true, :all, :changed)
                        on conflict (the_one) do update set all_at = excluded.all_at, changed_at = excluded.changed_at""")
                .param("all", all == null ? null : all.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed", changed.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All are to be looked at soon. */
    void due() {
        database.sql("update score_state set all_at = null").update();
    }

    List<Long> after(long id, int many) {
        return database.sql("select id from lead where id > :id order by id limit :many")
                .param("id", id)
                .param("many", many)
                .query(Long.class)
                .list();
    }

    /** Points of a rule that was changed or deleted end; they stay to be seen. */
    void end(long ruleId, Instant now) {
        database.sql("update lead_point set ended_at = :now where rule_id = :rule and ended_at is null")
                .param("rule", ruleId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Gives some leads what a rule gives them now, and ends what it does not any more.
     *
     * @param fit leads of whom its conditions hold
     */
    void give(ScoreRule rule, ConditionSql.Matching fit, List<Long> leads, Instant now) {
        LeadEvent event = rule.getEvent();
        String due = event == null
                ? "select l.id as lead_id, cast(:now as timestamptz) as happened, '' as event_key from " + fit.from()
                        + " where l.id = any (:leads) and " + fit.where()
                : "select e.lead_id, e.happened, e.event_key from (" + event.sql()
                        + ") e where e.lead_id = any (:leads) and e.lead_id in (select l.id from " + fit.from()
                        + " where l.id = any (:leads) and "
                        + fit.where() + ")";
        Long[] ids = leads.toArray(Long[]::new);
        database.sql(
                        "with due as materialized (" + due + ")"
                                + " update lead_point p set ended_at = :now where p.rule_id = :rule and p.ended_at is null and p.lead_id = any (:leads)"
                                + " and not exists (select 1 from due d where d.lead_id = p.lead_id and d.event_key = p.event_key)")
                .params(fit.parameters())
                .param("leads", ids)
                .param("rule", rule.getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("with due as materialized (" + due + ")"
                        + " insert into lead_point (lead_id, rule_id, rule_name, points, half_life_days, most, happened, event_key)"
                        + " select d.lead_id, :rule, :name, :points, :half, :most, d.happened, d.event_key from due d"
                        + " on conflict (rule_id, lead_id, event_key) where ended_at is null do nothing")
                .params(fit.parameters())
                .param("leads", ids)
                .param("rule", rule.getId())
                .param("name", rule.getName())
                .param("points", rule.getPoints())
                .param("half", rule.getHalfLifeDays(), java.sql.Types.INTEGER)
                .param("most", rule.getMost(), java.sql.Types.INTEGER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds up what some leads have; what has not changed is not written. */
    void addUp(List<Long> leads, Instant now) {
        database.sql("""
                        with rule as (
                            select p.lead_id, sum(%s) as given, max(p.most) as most from lead_point p
                            where p.lead_id = any (:leads) and p.ended_at is null group by p.lead_id, p.rule_id
                        ), total as (
                            select r.lead_id, round(sum(case when r.most is null then r.given else greatest(-r.most, least(r.most, r.given)) end))::int as score
                            from rule r group by r.lead_id
                        )
                        update lead l set score = coalesce(t.score, 0)
                        from unnest(:leads) x (id) left join total t on t.lead_id = x.id
                        where l.id = x.id and l.score is distinct from coalesce(t.score, 0)""".formatted(LEFT))
                .param("leads", leads.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every point of a lead, the latest first. */
    List<ScorePoint> points(long leadId, Instant now, int many) {
        return database.sql(
                        "select p.rule_name as rule, p.points, case when p.ended_at is null then round((" + LEFT
                                + ")::numeric, 1) else 0 end as now, p.half_life_days, p.happened, p.ended_at from lead_point p"
                                + " where p.lead_id = :lead order by p.ended_at is not null, p.happened desc, p.id desc limit :many")
                .param("lead", leadId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("many", many)
                .query(ScorePoint.class)
                .list();
    }

    @Nullable
    Integer score(long leadId) {
        return database.sql("select score from lead where id = :id")
                .param("id", leadId)
                .query((row, n) -> Optional.ofNullable(row.getObject("score", Integer.class)))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** How many leads have points of a rule now. */
    record Held(long ruleId, long leads) {}

    List<Held> held() {
        return database.sql(
                        "select rule_id, count(distinct lead_id) as leads from lead_point where ended_at is null and rule_id is not null group by rule_id")
                .query(Held.class)
                .list();
    }

    /** The most points first. */
    List<ScoreBand> bands() {
        return database.sql("""
                        select least(100, greatest(0, (score / 10) * 10)) as "from", count(*) as leads from lead
                        where state in ('NEW', 'WORKING') and score is not null group by 1 order by 1 desc""").query(ScoreBand.class).list();
    }
}
