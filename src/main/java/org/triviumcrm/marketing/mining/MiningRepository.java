package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.marketing.mining.tree.MiningProgress;

/** Models, and how far they are. */
@Repository
class MiningRepository {

    private static final int LISTED = 100;
    private static final String SELECT = """
            select m.*, p.name as by from mining_model m left join person p on p.id = m.created_by""";

    private static final RowMapper<MiningModel> MODEL = (row, number) -> new MiningModel(
            row.getLong("id"),
            row.getString("name"),
            row.getString("subject"),
            row.getString("question"),
            row.getString("thing"),
            (Long) row.getObject("audience_id"),
            (Long) row.getObject("segment_id"),
            List.of((String[]) row.getArray("attributes").getArray()),
            (Integer) row.getObject("depth"),
            (Integer) row.getObject("leaf"),
            row.getBoolean("balanced"),
            MiningState.valueOf(row.getString("state")),
            row.getString("stage"),
            row.getInt("percent"),
            row.getString("failure"),
            instant(row.getObject("data_at", OffsetDateTime.class)),
            row.getLong("learned"),
            row.getLong("learned_yes"),
            (Double) row.getObject("auc"),
            row.getString("figures"),
            row.getString("scoring") == null ? null : MiningModel.ScoringState.valueOf(row.getString("scoring")),
            row.getLong("scored"),
            row.getLong("scored_to"),
            instant(row.getObject("scored_at", OffsetDateTime.class)),
            instant(row.getObject("shown_at", OffsetDateTime.class)),
            row.getLong("created_by"),
            row.getString("by"),
            Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                    .toInstant());

    private final JdbcClient database;

    MiningRepository(JdbcClient database) {
        this.database = database;
    }

    /** What the models are called that were learned from a segment. */
    List<String> learnedFrom(long segmentId) {
        return database.sql("select name from mining_model where segment_id = :segment")
                .param("segment", segmentId)
                .query(String.class)
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    List<MiningModel> latest() {
        return database.sql(SELECT + " order by m.id desc limit " + LISTED)
                .query(MODEL)
                .list();
    }

    /** Those that were learned about this subject, the one that is shown first, then the latest. */
    List<MiningModel> ready(String subject) {
        return database.sql(
                        SELECT
                                + " where m.subject = :subject and m.state = 'READY' order by m.shown_at is null, m.id desc limit 10")
                .param("subject", subject)
                .query(MODEL)
                .list();
    }

    Optional<MiningModel> find(long id) {
        return database.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(MODEL)
                .optional();
    }

    long add(AskMining asked, String subject, long by, Instant now) {
        return database.sql("""
                        insert into mining_model (name, subject, question, thing, audience_id, segment_id, created_by, created_at)
                        values (:name, :subject, :question, :thing, :audience, :segment, :by, :now) returning id""")
                .param("name", Objects.requireNonNull(asked.name()).strip())
                .param("subject", subject)
                .param("question", asked.question())
                .param("thing", asked.thing())
                .param("audience", asked.audienceId())
                .param("segment", asked.segmentId(), java.sql.Types.BIGINT)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Begins to learn; false when it is being done already. What was learned and scored before holds until the new tree is there. */
    boolean begin(long id, TrainMining input, long by) {
        return database.sql("""
                        update mining_model set attributes = :attributes, depth = :depth, leaf = :leaf, balanced = :balanced,
                            state = 'TRAINING', stage = null, percent = 0, failure = null, created_by = :by
                        where id = :id and state <> 'TRAINING' and scoring is distinct from 'RUNNING'""")
                        .param("id", id)
                        .param("attributes", input.attributes().toArray(String[]::new))
                        .param("depth", input.depth())
                        .param("leaf", input.leaf())
                        .param("balanced", input.isBalanced())
                        .param("by", by)
                        .update()
                == 1;
    }

    void progress(long id, MiningProgress.Stage stage, int percent) {
        database.sql("update mining_model set stage = :stage, percent = :percent where id = :id")
                .param("id", id)
                .param("stage", stage.name())
                .param("percent", percent)
                .update();
    }

    void learned(long id, long rows, long yes, double auc, String figures, Instant dataAt) {
        database.sql("""
                        update mining_model set state = 'READY', percent = 100, learned = :rows, learned_yes = :yes, auc = :auc,
                            figures = :figures, data_at = :at, scoring = null, scored = 0, scored_to = 0
                        where id = :id and state = 'TRAINING'""")
                .param("id", id)
                .param("rows", rows)
                .param("yes", yes)
                .param("auc", auc)
                .param("figures", figures)
                .param("at", dataAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What it had learned before, with what from and how, is what it knows then. */
    void fail(long id, String message) {
        int kept = database.sql("""
                        update mining_model m set state = 'READY', percent = 100, failure = :message, attributes = r.attributes,
                            depth = r.depth, leaf = r.leaf, balanced = r.balanced, created_by = coalesce(r.learned_by, m.created_by)
                        from (select * from mining_run where model_id = :id order by id desc limit 1) r
                        where m.id = :id and m.state = 'TRAINING' and m.figures is not null""").param("id", id).param("message", message).update();
        database.sql(
                        "update mining_model set state = 'FAILED', failure = :message where id = :id and state = 'TRAINING'")
                .param("id", id)
                .param("message", message)
                .update();
        if (kept > 0) {
            return;
        }
        database.sql(
                        "update mining_model set scoring = 'FAILED', failure = :message where id = :id and scoring = 'RUNNING'")
                .param("id", id)
                .param("message", message)
                .update();
    }

    /** Begins to ask the model about everybody; false when it is not ready or being asked already. */
    boolean score(long id, long by, Instant now) {
        return database.sql("""
                        update mining_model set scoring = 'RUNNING', failure = null, scored = 0, scored_to = 0, scored_at = :now, created_by = :by
                        where id = :id and state = 'READY' and scoring is distinct from 'RUNNING'""")
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Locks the model while it is being scored. */
    boolean isScoring(long id) {
        return database.sql("select 1 from mining_model where id = :id and scoring = 'RUNNING' for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void scored(long id, long more, long to) {
        database.sql("update mining_model set scored = scored + :more, scored_to = :to where id = :id")
                .param("id", id)
                .param("more", more)
                .param("to", to)
                .update();
    }

    void allScored(long id) {
        database.sql("update mining_model set scoring = 'DONE' where id = :id")
                .param("id", id)
                .update();
    }

    /** Whether a target list or campaign was made of it. */
    boolean isUsed(long id) {
        return database.sql("select exists (select from mining_use where model_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void delete(long id) {
        database.sql("delete from mining_model where id = :id").param("id", id).update();
    }
}
