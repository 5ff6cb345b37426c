package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Tree;
import org.triviumcrm.shared.list.MatchingRows;

/** Which customer is in which group of a model. */
@Repository
class MiningScoreRepository implements MiningScores {

    private final JdbcClient database;

    MiningScoreRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "mining_score";
    }

    /** What was found before goes. */
    @Override
    public void begin(long modelId) {
        database.sql("delete from mining_score where model_id = :model")
                .param("model", modelId)
                .update();
    }

    @Override
    public void add(
            long modelId, Tree tree, List<Long> customers, List<Integer> leaves, List<Boolean> refused, Instant at) {
        database.sql("""
                        insert into mining_score (model_id, customer_id, leaf, refused)
                        select :model, s.customer, s.leaf, s.refused
                        from unnest(:customers::bigint[], :leaves::int[], :refused::boolean[]) as s (customer, leaf, refused)
                        join customer c on c.id = s.customer
                        on conflict do nothing""")
                .param("model", modelId)
                .param("customers", customers.toArray(Long[]::new))
                .param("leaves", leaves.toArray(Integer[]::new))
                .param("refused", refused.toArray(Boolean[]::new))
                .update();
    }

    @Override
    public void end(MiningModel model) {
        // all that was found before went at the beginning
    }

    /** Of those whom the viewer sees, out of all whom the one who had them scored does. */
    @Override
    public Map<Integer, Long> counts(Viewer viewer, long modelId) {
        return counts(viewer, modelId, "");
    }

    @Override
    public Map<Integer, Long> refused(Viewer viewer, long modelId) {
        return counts(viewer, modelId, " and s.refused");
    }

    private Map<Integer, Long> counts(Viewer viewer, long modelId, String which) {
        Map<Integer, Long> counts = new HashMap<>();
        Scope scope = viewer.scope("customer");
        String seen = scope.sql("r");
        database.sql("select s.leaf, count(*) as people from mining_score s "
                        + (seen.equals("true") ? "" : "join customer r on r.id = s.customer_id and " + seen)
                        + " where s.model_id = :model" + which + " group by s.leaf")
                .params(scope.parameters())
                .param("model", modelId)
                .query(row -> {
                    counts.put(row.getInt("leaf"), row.getLong("people"));
                });
        return counts;
    }

    /** @param refused whether also those who have said no */
    MatchingRows members(Viewer viewer, long modelId, List<Integer> leaves, boolean refused) {
        Scope scope = viewer.scope("customer");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("model", modelId);
        parameters.put("refused", refused);
        parameters.put("leaves", leaves.toArray(Integer[]::new));
        return new MatchingRows(
                "/customers",
                "select s.customer_id from mining_score s join customer r on r.id = s.customer_id"
                        + " where s.model_id = :model and s.leaf = any(:leaves) and (:refused or not s.refused) and "
                        + scope.sql("r"),
                parameters);
    }
}
