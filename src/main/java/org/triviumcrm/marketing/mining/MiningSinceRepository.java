package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts who has said yes since it was expected of them. */
@Repository
class MiningSinceRepository {

    private static final String AFTER =
            " and cast(e.happened as timestamptz) >= case pg_typeof(e.happened)::text when 'date' then date_trunc('day', cast(:since as timestamptz)) else :since end";

    private final JdbcClient database;
    private final MiningDataRepository rows;

    MiningSinceRepository(JdbcClient database, MiningDataRepository rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * How those did since who were scored and whom the viewer sees: yes after the time, by leaf. Nobody had said yes when they were scored, so a day is after that
     * time if it is the same, and where no time is known whoever is it now has become it since.
     */
    Map<Integer, Long> since(MiningData data, long modelId, Instant since) {
        return since(data, data.subject().scores().table() + " s on s.model_id = :of" + seen(data), modelId, since);
    }

    private static String seen(MiningData data) {
        MiningSubject subject = data.subject();
        String seen = MiningDataRepository.scope(data).sql(subject.alias());
        return seen.equals("true")
                ? ""
                : " and exists (select 1%s where %s.id = s.%s and %s)"
                        .formatted(subject.from(), subject.alias(), subject.column(), seen);
    }

    /** The same of those whom one use of a model was about. */
    Map<Integer, Long> sinceUse(MiningData data, long useId, Instant since) {
        return since(data, "mining_use_member s on s.use_id = :of" + seen(data), useId, since);
    }

    private Map<Integer, Long> since(MiningData data, String scored, long of, Instant since) {
        Map<String, @Nullable Object> parameters = rows.parameters(data);
        parameters.put("of", of);
        parameters.put("since", since.atOffset(ZoneOffset.UTC));
        Map<Integer, Long> yes = new HashMap<>();
        String column = data.subject().column();
        String before = rows.limit(5);
        database.sql("select s.leaf, count(distinct e.%1$s) as people from (".formatted(column)
                        + data.question().yes() + ") e"
                        + " join " + scored + " and s.%1$s = e.%1$s".formatted(column)
                        + MiningDataRepository.about(data) + (data.question().dated() ? AFTER : "")
                        + " group by s.leaf")
                .params(parameters)
                .query(row -> {
                    yes.put(row.getInt("leaf"), row.getLong("people"));
                });
        rows.limit(before);
        return yes;
    }
}
