package org.triviumcrm.marketing.mining;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.marketing.mining.tree.Row;
import org.triviumcrm.marketing.mining.tree.Sample;

/** Reads customers with what is known of them, row by row, so that as many as there are fit through. */
@Repository
class MiningDataRepository {

    /** More than that teach no more, and take long. */
    static final int MOST_ROWS = 100_000;

    private static final int FETCHED = 2_000;

    private final JdbcClient database;
    private final Companies companies;

    MiningDataRepository(JdbcClient database, Companies companies) {
        this.database = database;
        this.companies = companies;
    }

    /**
     * Within a transaction, so that rows are fetched some thousand at a time.
     *
     * @param most how many rows; of more, always the same ones are drawn by their number
     * @param seconds after which the database gives up
     */
    Sample sample(MiningData data, int most, int seconds) {
        limit(seconds);
        long all = size(data);
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("part", all <= most ? 1_000_000L : 1_000_000L * most / all);
        Sample.Builder sample = new Sample.Builder(
                data.attributes().stream().map(MiningAttributes::learned).toList());
        database.sql("select y.happened is not null as yes, " + moment(data) + " as moment" + columns(data)
                        + from(data) + yes(data) + " where " + where(data)
                        + " and abs(mod(hashint8(c.id)::bigint, 1000000)) < :part order by c.id")
                .params(parameters)
                .withFetchSize(FETCHED)
                .query(row -> {
                    sample.add(new ResultRow(row, data.attributes(), 3), row.getBoolean("yes"), moment(row));
                });
        return sample.build();
    }

    /** What the model is asked for each of them: everybody in scope who has not said yes. Gives their numbers, too. */
    void each(MiningData data, long after, int most, Found found) {
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("after", after);
        parameters.put("most", most);
        limit(60);
        database.sql("select c.id, exists (select 1 from (" + data.question().yes() + ") e" + about(data)
                        + " and e.customer_id = c.id) as yes" + columns(data) + from(data) + " where "
                        + scope(data).sql("c") + " and c.id > :after order by c.id limit :most")
                .params(parameters)
                .withFetchSize(FETCHED)
                .query(row -> {
                    found.take(row.getLong(1), row.getBoolean("yes"), new ResultRow(row, data.attributes(), 3));
                });
    }

    /** Takes a customer. */
    interface Found {
        void take(long id, boolean yes, Row row);
    }

    private void limit(int seconds) {
        database.sql("select set_config('statement_timeout', :limit, true)")
                .param("limit", seconds + "s")
                .query(String.class)
                .single();
    }

    private long size(MiningData data) {
        return database.sql("select count(*) from customer c" + asked(data) + " where " + where(data))
                .params(parameters(data))
                .query(Long.class)
                .single();
    }

    private static String from(MiningData data) {
        Set<String> joins = new LinkedHashSet<>();
        data.attributes().forEach(one -> joins.add(one.join()));
        joins.remove("");
        return " from customer c " + String.join(" ", joins);
    }

    /** The first yes of each, and when they were asked. */
    private static String yes(MiningData data) {
        return " left join (select e.customer_id, min(e.happened) as happened from ("
                + data.question().yes() + ") e" + about(data) + " group by e.customer_id) y on y.customer_id = c.id"
                + asked(data);
    }

    private static String asked(MiningData data) {
        String asked = data.question().asked();
        return asked == null
                ? ""
                : " left join (select e.customer_id, min(e.happened) as happened from (" + asked + ") e" + about(data)
                        + " group by e.customer_id) q on q.customer_id = c.id";
    }

    private static String about(MiningData data) {
        return data.thing() == null
                ? " where cast(:thing as text) is null"
                : " where cast(e.thing as text) = cast(:thing as text)";
    }

    private static String where(MiningData data) {
        String where = scope(data).sql("c") + " and cast(:thing as text) is not distinct from cast(:thing as text)";
        if (data.question().asked() != null) {
            where += " and q.customer_id is not null";
        }
        return where + data.population().sql();
    }

    /** When somebody was asked; where all could have said yes at any time, when they became known. */
    private static String moment(MiningData data) {
        return data.question().asked() == null ? "c.created_at" : "cast(q.happened as timestamptz)";
    }

    private static String columns(MiningData data) {
        StringBuilder columns = new StringBuilder();
        for (CustomerAttribute attribute : data.attributes()) {
            Attribute learned = MiningAttributes.learned(attribute);
            columns.append(", ")
                    .append(
                            switch (learned.kind()) {
                                case NUMBER, WHOLE -> "cast(" + attribute.sql() + " as float8)";
                                case DATE -> attribute.sql();
                                case CHOICE -> "cast(" + attribute.sql() + " as text)";
                            });
        }
        return columns.toString();
    }

    private Map<String, @Nullable Object> parameters(MiningData data) {
        Map<String, @Nullable Object> parameters = new HashMap<>(scope(data).parameters());
        parameters.put("zone", companies.zone().getId());
        parameters.put("thing", data.thing());
        parameters.put("audience", data.population().audienceId());
        parameters.put("segment", data.population().segmentId());
        return parameters;
    }

    private static Scope scope(MiningData data) {
        return data.viewer().scope("customer");
    }

    private static long moment(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("moment", OffsetDateTime.class);
        return at == null ? Long.MIN_VALUE : at.toEpochSecond();
    }

    /** How those did since who were scored: yes after the time, by leaf. */
    Map<Integer, Long> since(MiningData data, long modelId, Instant since) {
        return since(data, "mining_score s on s.model_id = :of", modelId, since);
    }

    /** The same of those whom one use of a model was about. */
    Map<Integer, Long> sinceUse(MiningData data, long useId, Instant since) {
        return since(data, "mining_use_member s on s.use_id = :of", useId, since);
    }

    private Map<Integer, Long> since(MiningData data, String scored, long of, Instant since) {
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("of", of);
        parameters.put("since", since.atOffset(ZoneOffset.UTC));
        Map<Integer, Long> yes = new HashMap<>();
        limit(5);
        database.sql("select s.leaf, count(distinct e.customer_id) as people from ("
                        + data.question().yes() + ") e"
                        + " join " + scored + " and s.customer_id = e.customer_id"
                        + about(data) + " and cast(e.happened as timestamptz) > :since group by s.leaf")
                .params(parameters)
                .query(row -> {
                    yes.put(row.getInt("leaf"), row.getLong("people"));
                });
        return yes;
    }

    /** The row that a result stands at. */
    private record ResultRow(ResultSet result, List<CustomerAttribute> attributes, int first) implements Row {

        @Override
        public double number(int attribute) {
            try {
                int column = first + attribute;
                if (MiningAttributes.learned(attributes.get(attribute)).kind() == AttributeKind.DATE) {
                    Date day = result.getDate(column);
                    return day == null ? Double.NaN : day.toLocalDate().toEpochDay();
                }
                double number = result.getDouble(column);
                return result.wasNull() ? Double.NaN : number;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable String text(int attribute) {
            try {
                return result.getString(first + attribute);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
