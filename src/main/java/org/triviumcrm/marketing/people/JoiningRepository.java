package org.triviumcrm.marketing.people;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.database.ManyRows;

/** Puts people somewhere and takes them out again, many in a statement. */
@Repository
public class JoiningRepository {

    private final JdbcClient database;
    private final ManyRows rows;

    JoiningRepository(JdbcClient database, ManyRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Adds whoever was chosen, as far as the viewer sees them.
     *
     * @param values of the other columns, the same for all
     * @return what became of those that the viewer sees; of a customer as a whole, when its contacts are meant
     */
    public List<Joined> join(Place place, ChosenPeople chosen, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(values);
        String person = chosen.coming().column();
        String columns = sorted.keySet().stream().map(column -> ", " + column).collect(Collectors.joining());
        String given =
                sorted.keySet().stream().map(column -> ", :value_" + column).collect(Collectors.joining());
        var statement = database.sql("""
                        with chosen as (%1$s),
                        added as (
                            insert into %2$s (%3$s, %4$s%5$s)
                            select :place, c.id%6$s from chosen c where not c.mute and not c.opted_out
                            order by c.id on conflict do nothing returning %4$s as id)
                        select c.asked as id, case when max(a.id) is not null then 'ADDED' when bool_and(c.mute) then 'MUTE'
                            when bool_and(c.opted_out or c.mute) then 'OPTED_OUT' else 'THERE' end as outcome
                        from chosen c left join added a on a.id = c.id group by c.asked""".formatted(chosen.sql(), place.table(), place.column(), person, columns, given))
                .params(chosen.parameters())
                .param("place", place.id());
        for (Map.Entry<String, @Nullable Object> value : sorted.entrySet()) {
            statement = statement.param("value_" + value.getKey(), value.getValue());
        }
        JdbcClient.StatementSpec ready = statement;
        return rows.write(() -> ready.query(Joined.class).list());
    }

    /**
     * Takes out whom a run has added for these records, as far as nothing has been said of them since.
     *
     * @return those of the records for which somebody was taken out
     */
    public List<Long> takeBack(Place place, long runId, PersonKind kind, boolean contactsOf, List<Long> ids) {
        String which = contactsOf
                ? "p.contact_id in (select c.id from contact c where c.customer_id = any(:ids))"
                : "p." + kind.column() + " = any(:ids)";
        String asked =
                contactsOf ? "(select c.customer_id from contact c where c.id = p.contact_id)" : "p." + kind.column();
        return database.sql(
                        "with gone as (delete from %s p where p.%s = :place and p.run_id = :run and %s and %s returning %s as id)"
                                        .formatted(place.table(), place.column(), place.untouched(), which, asked)
                                + " select distinct id from gone")
                .param("place", place.id())
                .param("run", runId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
