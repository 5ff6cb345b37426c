package org.triviumcrm.sales.territory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Where opportunities lie, by what the rules know of their customers. */
@Repository
class TerritoryPlaceRepository {

    private static final String VALUES = "c.country, c.region, c.industry, c.employees";

    private final JdbcClient database;
    private final RecordWriter records;
    private final Clock clock;

    TerritoryPlaceRepository(JdbcClient database, RecordWriter records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Where an opportunity lies.
     *
     * @param fixed put there by hand
     * @param decided won, lost or terminated: it keeps the territory in which that came about
     * @param values of its customer
     */
    record Placed(long id, @Nullable Long territoryId, boolean fixed, boolean decided, Map<String, Object> values) {

        /** Whether the rules have a say in it, and say something else. */
        boolean isToMove(@Nullable Long belongs) {
            return !fixed && !(decided && territoryId != null) && !Objects.equals(territoryId, belongs);
        }
    }

    /** What the rules know of a customer; what is unknown is left out. */
    Optional<Map<String, Object>> customer(long customerId) {
        return database.sql("select " + VALUES + " from customer c where c.id = ?")
                .param(customerId)
                .query((row, number) -> values(row))
                .optional();
    }

    /** In the order of their ids, locked until the transaction ends. */
    List<Placed> placed(List<Long> ids) {
        return database.sql(
                        "select o.id, o.territory_id, o.territory_fixed, o.closed_on is not null as decided, " + VALUES
                                + " from opportunity o left join customer c on c.id = o.customer_id where o.id = any(:ids)"
                                + " order by o.id for update of o")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Placed(
                        row.getLong("id"),
                        row.getObject("territory_id", Long.class),
                        row.getBoolean("territory_fixed"),
                        row.getBoolean("decided"),
                        values(row)))
                .list();
    }

    /** Puts each into its territory, null for none, and notes it in the history. @param cause message key */
    void move(Map<Long, @Nullable Long> territories, String cause) {
        if (territories.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>(territories.keySet());
        database.sql("""
                        update opportunity o set territory_id = x.territory_id,
                            territory_fixed = o.territory_fixed and x.territory_id is not null, version = o.version + 1
                        from unnest(:ids::bigint[], :territories::bigint[]) as x (id, territory_id) where o.id = x.id""")
                .param("ids", ids.toArray(Long[]::new))
                .param("territories", ids.stream().map(territories::get).toArray(Long[]::new))
                .update();
        records.history("opportunity", ids, 1, records.revision(clock.instant(), null, cause));
    }

    /** Those the rules have to look at again; nobody else takes them until the transaction ends. */
    List<Long> takeDue(int most) {
        return database.sql(
                        "select opportunity_id from territory_due order by opportunity_id limit ? for update skip locked")
                .param(most)
                .query(Long.class)
                .list();
    }

    void done(List<Long> due) {
        database.sql("delete from territory_due where opportunity_id = any(:ids)")
                .param("ids", due.toArray(Long[]::new))
                .update();
    }

    /** The rules are to look at these again. */
    void lookAgain(List<Long> ids) {
        database.sql("select territory_due_add(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query()
                .listOfRows();
    }

    /** The next ones that the rules have a say in, behind an id. */
    List<Long> next(long after, int most) {
        return database.sql("""
                        select id from opportunity where id > ? and not territory_fixed
                            and (closed_on is null or territory_id is null) order by id limit ?""").params(after, most).query(Long.class).list();
    }

    /** The next ones in a territory. */
    List<Long> in(long territoryId, int most) {
        return database.sql("select id from opportunity where territory_id = ? order by id limit ? for update")
                .params(territoryId, most)
                .query(Long.class)
                .list();
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        put(values, TerritoryConditions.COUNTRY, row.getString(TerritoryConditions.COUNTRY));
        put(values, TerritoryConditions.REGION, row.getString(TerritoryConditions.REGION));
        put(values, TerritoryConditions.INDUSTRY, row.getString(TerritoryConditions.INDUSTRY));
        put(values, TerritoryConditions.EMPLOYEES, row.getBigDecimal(TerritoryConditions.EMPLOYEES));
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value instanceof BigDecimal || value instanceof String) {
            values.put(field, value);
        }
    }
}
