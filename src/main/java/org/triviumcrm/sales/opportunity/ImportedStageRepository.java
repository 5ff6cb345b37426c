package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Stages as an import of opportunities needs them, and the history rows it writes. */
@Repository
class ImportedStageRepository {

    /**
     * A stage.
     *
     * @param lastOpen the last open stage of the same pipeline
     * @param first whether it is the first open one
     */
    record Stage(
            long id,
            long pipelineId,
            String kind,
            BigDecimal probability,
            @Nullable Long lastOpen,
            boolean first) {
        boolean isOpen() {
            return kind.equals("OPEN");
        }
    }

    /** A history row to be written. */
    record Stay(
            long opportunityId,
            long pipelineId,
            @Nullable Long from,
            long to,
            Instant at,
            @Nullable Instant since,
            @Nullable Long byPersonId) {}

    /** A change of state to be written. */
    record Turn(
            long opportunityId,
            String from,
            String to,
            Instant at,
            Instant since,
            @Nullable Long byPersonId) {}

    /** Since when an opportunity is in its stage, and in its state. */
    record Since(Instant stage, Instant state) {

        static final Since EVER = new Since(Instant.EPOCH, Instant.EPOCH);
    }

    private final JdbcClient database;
    private final RecordWriter writer;

    ImportedStageRepository(JdbcClient database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    Map<Long, Stage> stages(Stream<@Nullable Long> ids) {
        Map<Long, Stage> stages = new HashMap<>();
        database.sql("""
                        select s.id, s.pipeline_id, s.kind, s.probability,
                               (select o.id from stage o where o.pipeline_id = s.pipeline_id and o.kind = 'OPEN'
                                order by o.position desc limit 1),
                               s.kind = 'OPEN' and not exists (select 1 from stage o where o.pipeline_id = s.pipeline_id
                                and o.kind = 'OPEN' and o.position < s.position)
                        from stage s where s.id = any(:ids)
                        """)
                .param("ids", ids.filter(Objects::nonNull).distinct().toArray(Long[]::new))
                .query(row -> {
                    stages.put(
                            row.getLong(1),
                            new Stage(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getBigDecimal(4),
                                    row.getObject(5, Long.class),
                                    row.getBoolean(6)));
                });
        return stages;
    }

    Map<Long, Long> teams(Stream<@Nullable Long> personIds) {
        return pairs(
                "select id, team_id from person where team_id is not null and id = any(:ids)",
                personIds.filter(Objects::nonNull).distinct().toList());
    }

    private Map<Long, Long> pairs(String sql, Collection<Long> ids) {
        Map<Long, Long> pairs = new HashMap<>();
        database.sql(sql).param("ids", ids.toArray(Long[]::new)).query(row -> {
            pairs.put(row.getLong(1), row.getLong(2));
        });
        return pairs;
    }

    /** Names of customers and products, for opportunities without a name of their own. */
    Map<Long, String> names(String table, Stream<@Nullable Long> ids) {
        Map<Long, String> names = new HashMap<>();
        database.sql("select id, name from " + table + " where id = any(:ids)")
                .param("ids", ids.filter(Objects::nonNull).distinct().toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }

    Map<Long, Since> since(Collection<Long> opportunityIds) {
        Map<Long, Since> times = new HashMap<>();
        database.sql("select id, stage_entered_at, state_entered_at from opportunity where id = any(:ids)")
                .param("ids", opportunityIds.toArray(Long[]::new))
                .query(row -> {
                    times.put(
                            row.getLong(1),
                            new Since(
                                    row.getTimestamp(2).toInstant(),
                                    row.getTimestamp(3).toInstant()));
                });
        return times;
    }

    /** By opportunity the open stage in which a decided one was before, as far as the history knows. */
    Map<Long, Long> left(Collection<Long> opportunityIds) {
        return pairs("""
                select distinct on (o.id) o.id, c.from_stage_id
                from opportunity o join stage_change c on c.opportunity_id = o.id and c.to_stage_id = o.stage_id
                where c.from_stage_id is not null and o.id = any(:ids)
                order by o.id, c.at desc, c.id desc""", opportunityIds);
    }

    List<Long> newIds(int count) {
        return writer.ids("stage_change_seq", count);
    }

    void write(List<Long> ids, List<Stay> stays) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int at = 0; at < stays.size(); at++) {
            Stay stay = stays.get(at);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", ids.get(at));
            row.put("opportunity_id", stay.opportunityId());
            row.put("pipeline_id", stay.pipelineId());
            row.put("from_stage_id", stay.from());
            row.put("to_stage_id", stay.to());
            row.put("at", stay.at());
            row.put(
                    "stayed_seconds",
                    stay.from() == null || stay.since() == null
                            ? null
                            : Math.max(
                                    0, stay.at().getEpochSecond() - stay.since().getEpochSecond()));
            row.put("by_person_id", stay.byPersonId());
            rows.add(row);
        }
        writer.insertPlain("stage_change", rows);
    }

    /** Gives the ids of the rows written. */
    List<Long> turn(List<Turn> turns) {
        if (turns.isEmpty()) {
            return List.of();
        }
        List<Long> ids = writer.ids("state_change_seq", turns.size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Turn turn : turns) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", ids.get(rows.size()));
            row.put("opportunity_id", turn.opportunityId());
            row.put("from_state", turn.from());
            row.put("to_state", turn.to());
            row.put("from_finish", Finish.NONE.name());
            row.put("to_finish", Finish.NONE.name());
            row.put("at", turn.at());
            row.put(
                    "stayed_seconds",
                    Math.max(0, Duration.between(turn.since(), turn.at()).toSeconds()));
            row.put("by_person_id", turn.byPersonId());
            rows.add(row);
        }
        writer.insertPlain("state_change", rows);
        return ids;
    }

    void delete(Collection<Long> stageChangeIds, Collection<Long> stateChangeIds) {
        delete("stage_change", stageChangeIds);
        delete("state_change", stateChangeIds);
    }

    private void delete(String table, Collection<Long> ids) {
        database.sql("delete from " + table + " where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}
