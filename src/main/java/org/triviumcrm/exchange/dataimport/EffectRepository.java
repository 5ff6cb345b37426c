package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.List;
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

    /** @param kept only those that could not be taken back */
    List<ImportReport.Touched> touched(long importId, List<ImportTable> tables, boolean kept, int limit) {
        List<ImportReport.Touched> records = new ArrayList<>();
        for (ImportTable table : tables) {
            database.sql("""
                            select t.id, t.%s, case when :kept then e.undo when e.before is null then 'CREATED'
                                                    else 'UPDATED' end
                            from import_effect e join %s t on t.id = e.record_id
                            where e.import_id = :id and e.record_type = :type
                              and (not :kept or e.undo in ('CHANGED', 'USED'))
                            order by e.position, t.id limit :limit
                            """.formatted(table.label(), table.table()))
                    .param("id", importId)
                    .param("type", table.recordType())
                    .param("kept", kept)
                    .param("limit", limit)
                    .query(row -> {
                        String path = table.path();
                        records.add(new ImportReport.Touched(
                                table.recordType(),
                                row.getString(2),
                                path == null ? null : path.replace("{id}", row.getString(1)),
                                row.getString(3).toLowerCase()));
                    });
        }
        return records.subList(0, Math.min(limit, records.size()));
    }
}
