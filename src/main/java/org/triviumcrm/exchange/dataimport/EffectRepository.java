package org.triviumcrm.exchange.dataimport;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.ImportTable;

/** The records of an import by name. */
@Repository
class EffectRepository {

    private final JdbcClient database;

    EffectRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * In the order of their ids, which is that of the file for those created.
     *
     * @param kept only those that could not be taken back
     * @param after the id of the last record of the piece before, 0 for the first
     */
    List<ImportReport.Touched> touched(long importId, ImportTable table, boolean kept, long after, int limit) {
        String path = table.path();
        return database.sql("""
                        select t.id, %s, case when :kept then e.undo when e.before is null then 'CREATED' else 'UPDATED' end
                        from import_effect e join %s t on t.id = e.record_id
                        where e.import_id = :id and e.record_type = :type and e.record_id > :after
                          and (not :kept or e.undo in ('CHANGED', 'USED'))
                        order by e.record_id limit :limit
                        """.formatted(table.named(), table.table()))
                .param("id", importId)
                .param("type", table.recordType())
                .param("kept", kept)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new ImportReport.Touched(
                        row.getLong(1),
                        table.recordType(),
                        row.getString(2),
                        path == null ? null : path.replace("{id}", row.getString(1)),
                        row.getString(3).toLowerCase(Locale.ROOT)))
                .list();
    }
}
