package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.marketing.mining.tree.Mined;

/** What models have learned, each time. */
@Repository
class MiningRunRepository {

    private static final int SHOWN = 50;

    private static final String SELECT =
            "select r.*, p.name as by from mining_run r left join person p on p.id = r.learned_by where r.model_id = :model";

    private static final RowMapper<MiningRun> RUN = (row, number) -> new MiningRun(
            row.getLong("id"),
            Objects.requireNonNull(row.getObject("data_at", OffsetDateTime.class))
                    .toInstant(),
            List.of((String[]) row.getArray("attributes").getArray()),
            (Integer) row.getObject("depth"),
            (Integer) row.getObject("leaf"),
            row.getBoolean("balanced"),
            row.getLong("learned"),
            row.getLong("learned_yes"),
            row.getDouble("auc"),
            (Double) row.getObject("aside"),
            (Double) row.getObject("latest"),
            (Double) row.getObject("forest"),
            row.getString("figures"),
            row.getString("by"));

    private final JdbcClient database;

    MiningRunRepository(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what a model has just learned. */
    void keep(long modelId, Mined mined) {
        Mined.InTime time = mined.time();
        database.sql("""
                        insert into mining_run (model_id, data_at, attributes, depth, leaf, balanced, learned, learned_yes, auc, aside, latest,
                            forest, figures, learned_by)
                        select m.id, m.data_at, m.attributes, m.depth, m.leaf, m.balanced, m.learned, m.learned_yes, m.auc, :aside, :latest,
                            :forest, m.figures, m.created_by
                        from mining_model m where m.id = :model and m.state = 'READY'""")
                .param("model", modelId)
                .param("aside", mined.curve().auc())
                .param("latest", time == null ? null : time.auc(), java.sql.Types.DOUBLE)
                .param("forest", mined.forest())
                .update();
    }

    /** The latest first. */
    List<MiningRun> of(long modelId) {
        return database.sql(SELECT + " order by r.id desc limit " + SHOWN)
                .param("model", modelId)
                .query(RUN)
                .list();
    }

    /** What it knew at that time. */
    Optional<MiningRun> at(long modelId, Instant at) {
        return database.sql(SELECT + " and r.data_at <= :at order by r.id desc limit 1")
                .param("model", modelId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(RUN)
                .optional();
    }

    Optional<MiningRun> find(long modelId, long id) {
        return database.sql(SELECT + " and r.id = :id")
                .param("model", modelId)
                .param("id", id)
                .query(RUN)
                .optional();
    }
}
