package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names beside custom fields that hold people and records, by which lists are sorted. */
@Repository
class FieldNameRepository {

    /** A person or record that is called something else by now, or is gone. */
    record Renamed(String source, long id) {}

    private final JdbcClient database;

    FieldNameRepository(JdbcClient database) {
        this.database = database;
    }

    /** One that nobody else has taken; it stays held until the end of the transaction. */
    Optional<Renamed> take() {
        return database.sql(
                        "select source, record from custom_rename order by renamed_at, source, record limit 1 for update skip locked")
                .query((row, number) -> new Renamed(row.getString("source"), row.getLong("record")))
                .optional();
    }

    /**
     * Brings the name of one to some of the records that hold it.
     *
     * @param most of each field
     * @return whether there are none left
     */
    boolean bring(Renamed renamed, int most) {
        List<Integer> brought = database.sql("""
                        select noun, key from custom_field where target = :source or (kind = 'PERSON' and :source = 'person') order by id""")
                .param("source", renamed.source())
                .query((row, number) -> bring(row.getString("noun"), row.getString("key"), renamed, most))
                .list();
        return brought.stream().allMatch(some -> some < most);
    }

    private int bring(String noun, String key, Renamed renamed, int most) {
        return database.sql("""
                        update %1$s set custom_names = custom_names('%1$s', custom) where id in (
                            select r.id from %1$s r where (r.custom ->> '%2$s')::bigint = :id
                            and r.custom_names ->> '%2$s' is distinct from (select s.name from %3$s s where s.id = :id) limit :most)""".formatted(noun, key, renamed.source()))
                .param("id", renamed.id())
                .param("most", most)
                .update();
    }

    void done(Renamed renamed) {
        database.sql("delete from custom_rename where source = :source and record = :id")
                .param("source", renamed.source())
                .param("id", renamed.id())
                .update();
    }
}
