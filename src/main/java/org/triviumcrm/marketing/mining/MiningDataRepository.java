package org.triviumcrm.marketing.mining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
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
        return sample(data, most, size(data, seconds));
    }

    /** The same where {@link #size} has said before, in this transaction, how many there are; its time limit holds here as well. */
    Sample sample(MiningData data, int most, long all) {
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("part", all <= most ? 1_000_000L : 1_000_000L * most / all);
        Sample.Builder sample = new Sample.Builder(
                data.attributes().stream().map(MiningAttributes::learned).toList());
        database.sql("select y.happened is not null as yes, " + moment(data) + " as moment" + data.columns()
                        + from(data) + yes(data) + " where " + where(data)
                        + " and abs(mod(hashint8(%1$s.id)::bigint, 1000000)) < :part order by %1$s.id"
                                .formatted(data.subject().alias()))
                .params(parameters)
                .withFetchSize(FETCHED)
                .query(row -> {
                    sample.add(new FoundRow(row, data.attributes(), 3), row.getBoolean("yes"), moment(row));
                });
        return sample.build();
    }

    /** What the model is asked for each of them: everybody in scope whose answer is open, behind a number. */
    void each(MiningData data, long after, int most, Found found) {
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("after", after);
        parameters.put("most", most);
        each(data, " and %1$s.id > :after order by %1$s.id limit :most", parameters, found);
    }

    /** The same of some. */
    void each(MiningData data, List<Long> some, Found found) {
        Map<String, @Nullable Object> parameters = parameters(data);
        parameters.put("some", some.toArray(Long[]::new));
        each(data, " and %1$s.id = any(:some)", parameters, found);
    }

    private void each(MiningData data, String which, Map<String, @Nullable Object> parameters, Found found) {
        MiningSubject subject = data.subject();
        String alias = subject.alias();
        limit(60);
        database.sql("select " + alias + ".id, " + settled(data) + " as yes, " + refused(data) + " as refused"
                        + data.columns() + from(data)
                        + " where " + scope(data).sql(alias) + subject.open() + which.formatted(alias))
                .params(parameters)
                .withFetchSize(FETCHED)
                .query(row -> {
                    found.take(
                            row.getLong(1),
                            row.getBoolean("yes"),
                            row.getBoolean("refused"),
                            new FoundRow(row, data.attributes(), 4));
                });
    }

    /** Whether there is nothing left to ask. */
    private static String settled(MiningData data) {
        String open = data.question().open();
        return open == null ? isAmong(data, data.question().yes()) : "not " + isAmong(data, open);
    }

    /** Whether one was asked; who was and has not said yes has said no. Whoever is asked again has not. */
    private static String refused(MiningData data) {
        String asked = data.question().asked();
        return asked == null || data.question().open() != null ? "false" : isAmong(data, asked);
    }

    private static String isAmong(MiningData data, String select) {
        return "exists (select 1 from (" + select + ") e" + about(data) + " and e."
                + data.subject().column() + " = " + data.subject().alias() + ".id)";
    }

    /** Takes one, with its number, whether it has said yes already, and whether it was asked already. */
    interface Found {
        void take(long id, boolean yes, boolean asked, Row row);
    }

    /** @return what held before: what follows in the transaction is not to be bound by it */
    String limit(int seconds) {
        return database.sql(
                        "select current_setting('statement_timeout') as before, set_config('statement_timeout', :limit, true)")
                .param("limit", seconds + "s")
                .query((row, number) -> row.getString("before"))
                .single();
    }

    void limit(String limit) {
        database.sql("select set_config('statement_timeout', :limit, true)")
                .param("limit", limit)
                .query(String.class)
                .single();
    }

    /** How many there are to learn from. */
    long size(MiningData data, int seconds) {
        limit(seconds);
        return database.sql("select count(*)" + data.subject().from() + asked(data) + " where " + where(data))
                .params(parameters(data))
                .query(Long.class)
                .single();
    }

    private static String from(MiningData data) {
        Set<String> joins = new LinkedHashSet<>();
        data.attributes().forEach(one -> joins.add(one.join()));
        joins.remove("");
        return data.subject().from() + " " + String.join(" ", joins);
    }

    /** The first yes of each, and when they were asked. */
    private static String yes(MiningData data) {
        return first(data, data.question().yes(), "y") + asked(data);
    }

    private static String first(MiningData data, String select, String alias) {
        return " left join (select e.%1$s, min(e.happened) as happened from (%2$s) e%3$s group by e.%1$s) %4$s on %4$s.%1$s = %5$s.id"
                .formatted(
                        data.subject().column(),
                        select,
                        about(data),
                        alias,
                        data.subject().alias());
    }

    private static String asked(MiningData data) {
        String asked = data.question().asked();
        return asked == null ? "" : first(data, asked, "q");
    }

    static String about(MiningData data) {
        return data.thing() == null
                ? " where cast(:thing as text) is null"
                : " where cast(e.thing as text) = cast(:thing as text)";
    }

    private static String where(MiningData data) {
        String where = scope(data).sql(data.subject().alias())
                + " and cast(:thing as text) is not distinct from cast(:thing as text)";
        if (data.question().asked() != null) {
            where += " and q." + data.subject().column() + " is not null";
        }
        return where + data.population().sql();
    }

    /** When somebody was asked; where all could have said yes at any time, when they became known. */
    private static String moment(MiningData data) {
        return data.question().asked() == null
                ? data.subject().alias() + ".created_at"
                : "cast(q.happened as timestamptz)";
    }

    Map<String, @Nullable Object> parameters(MiningData data) {
        Map<String, @Nullable Object> parameters = new HashMap<>(scope(data).parameters());
        parameters.put("zone", companies.zone().getId());
        parameters.put("thing", data.thing());
        parameters.put("audience", data.population().audienceId());
        parameters.put("segment", data.population().segmentId());
        return parameters;
    }

    static Scope scope(MiningData data) {
        return data.viewer().scope(data.subject().key());
    }

    private static long moment(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("moment", OffsetDateTime.class);
        return at == null ? Long.MIN_VALUE : at.toEpochSecond();
    }
}
