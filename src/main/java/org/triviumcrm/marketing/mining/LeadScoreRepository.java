package org.triviumcrm.marketing.mining;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Tree;

/**
 * Which lead is in which group of a model, and what the model that is shown says of open leads, which stands in the lead's own row so that
 * lists can be sorted by it. What was said of a lead while it was open stays here when it is decided.
 */
@Repository
class LeadScoreRepository implements MiningScores {

    private static final String OPEN = "l.state in ('NEW', 'WORKING')";

    /** Of the model that is shown, into the row of the lead. */
    private static final String INTO_LEADS = """
            update lead l set chance = s.chance from mining_lead_score s join mining_model m on m.id = s.model_id
            where m.id = :model and m.shown_at is not null and s.scored_at >= m.scored_at and s.lead_id = l.id
                and l.chance is distinct from s.chance and\s""";

    private final JdbcClient database;

    LeadScoreRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "mining_lead_score";
    }

    /** What was found before is there until it is found anew. */
    @Override
    public void begin(long modelId) {
        // nothing goes
    }

    @Override
    public void add(
            long modelId, Tree tree, List<Long> leads, List<Integer> leaves, List<Boolean> refused, Instant at) {
        if (leads.isEmpty()) {
            return;
        }
        Long[] ids = leads.toArray(Long[]::new);
        database.sql("""
                        insert into mining_lead_score (model_id, lead_id, leaf, chance, scored_at)
                        select :model, s.lead, s.leaf, round(s.chance::numeric, 1), :at
                        from unnest(:leads::bigint[], :leaves::int[], :chances::float8[]) as s (lead, leaf, chance)
                        join lead l on l.id = s.lead
                        on conflict (model_id, lead_id) do update set leaf = excluded.leaf, chance = excluded.chance, scored_at = excluded.scored_at""")
                .param("model", modelId)
                .param("leads", ids)
                .param("leaves", leaves.toArray(Integer[]::new))
                .param(
                        "chances",
                        leaves.stream()
                                .map(leaf -> tree.nodes().get(leaf).share().value() * 100)
                                .toArray(Double[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.sql(INTO_LEADS + "l.id = any(:leads)")
                .param("model", modelId)
                .param("leads", ids)
                .update();
    }

    /** What was found before and not found anew goes. */
    @Override
    public void end(MiningModel model) {
        database.sql("delete from mining_lead_score where model_id = :model and scored_at < :since")
                .param("model", model.id())
                .param("since", utc(model.scoredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        database.sql(INTO_LEADS + OPEN).param("model", model.id()).update();
        database.sql(
                        "update lead l set chance = null where l.chance is not null and (select m.shown_at is not null from mining_model m where m.id = :model)"
                                + " and (not " + OPEN
                                + " or not exists (select 1 from mining_lead_score s where s.model_id = :model and s.lead_id = l.id))")
                .param("model", model.id())
                .update();
    }

    /** As far as the viewer sees them. */
    @Override
    public Map<Integer, Long> counts(Viewer viewer, long modelId) {
        Scope scope = viewer.scope("lead");
        boolean all = scope.sql("l").equals("true");
        Map<Integer, Long> counts = new HashMap<>();
        database.sql("select s.leaf, count(*) as people from mining_lead_score s"
                        + (all ? "" : " join lead l on l.id = s.lead_id and " + scope.sql("l"))
                        + " where s.model_id = :model group by s.leaf")
                .param("model", modelId)
                .params(scope.parameters())
                .query(row -> {
                    counts.put(row.getInt("leaf"), row.getLong("people"));
                });
        return counts;
    }

    /** Of the model that is shown, open leads that the viewer sees, by what is said of them. */
    List<LeadBand.Same> open(Viewer viewer) {
        Scope scope = viewer.scope("lead");
        return database.sql("select l.chance, count(*) as leads from lead l where l.chance is not null and "
                        + scope.sql("l") + " group by l.chance")
                .params(scope.parameters())
                .query(LeadBand.Same.class)
                .list();
    }

    /** Nothing is said any more of those that were decided or have said yes. */
    void forget(List<Long> leads) {
        database.sql("update lead set chance = null where id = any(:leads) and chance is not null")
                .param("leads", leads.toArray(Long[]::new))
                .update();
    }

    /** Nothing is said of some more; false when nothing is said of anybody. */
    boolean forgetSome(int many) {
        return database.sql(
                                "update lead set chance = null where id in (select id from lead where chance is not null limit :many)")
                        .param("many", many)
                        .update()
                > 0;
    }

    /**
     * What the model that is shown says of a lead, or said while it was open.
     *
     * @param figures what was learned, as JSON
     * @param learned from how many leads
     */
    record Said(long modelId, String name, String figures, long learned, Instant dataAt, int leaf, Instant scoredAt) {}

    /** Empty when no model is shown, or it was not asked about this lead. */
    Optional<Said> said(long leadId) {
        return database.sql("""
                        select m.id as model_id, m.name, m.figures, m.learned, m.data_at, s.leaf, s.scored_at
                        from mining_model m join mining_lead_score s on s.model_id = m.id
                        where m.shown_at is not null and m.figures is not null and m.scoring is distinct from 'FAILED'
                            and s.lead_id = :lead and s.scored_at >= m.scored_at""").param("lead", leadId).query(Said.class).optional();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
