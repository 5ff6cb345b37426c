package org.triviumcrm.marketing.cost;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** The receipts of costs, one each. */
@Repository
class ReceiptRepository {

    private final JdbcClient database;
    private final FilePieces pieces;
    private final Clock clock;

    ReceiptRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.pieces = new FilePieces(database, "campaign_cost_receipt_chunk", "cost_id");
    }

    Optional<Receipt> find(long costId) {
        return database.sql(
                        "select cost_id, name, content_type, size_bytes as size from campaign_cost_receipt where cost_id = :id")
                .param("id", costId)
                .query(Receipt.class)
                .optional();
    }

    /** Instead of the one that is there. */
    void keep(long costId, long personId, SentFile file) throws IOException {
        remove(costId);
        database.sql("""
                        insert into campaign_cost_receipt (cost_id, person_id, at, name, content_type, size_bytes, sha256)
                        values (:id, :person, :now, :name, :type, :size, '')""")
                .param("id", costId)
                .param("person", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", file.name())
                .param("type", file.contentType())
                .param("size", file.size())
                .update();
        String sha256 = pieces.store(costId, file.content());
        database.sql("update campaign_cost_receipt set sha256 = :sha where cost_id = :id")
                .param("sha", sha256)
                .param("id", costId)
                .update();
    }

    boolean remove(long costId) {
        return database.sql("delete from campaign_cost_receipt where cost_id = :id")
                        .param("id", costId)
                        .update()
                > 0;
    }

    void write(long costId, OutputStream target) throws IOException {
        pieces.write(costId, target);
    }
}
