package org.triviumcrm.sales.contractfile;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** The files of contracts. */
@Repository
class ContractFileRepository {

    private static final String READ = """
            select f.id, f.contract_id, f.name, f.content_type, f.size_bytes as size, w.name as by, f.at
            from contract_file f join person w on w.id = f.person_id""";

    private final JdbcClient database;
    private final FilePieces pieces;
    private final Clock clock;

    ContractFileRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        pieces = new FilePieces(database, "contract_file_chunk", "file_id");
    }

    /** The latest first. */
    List<ContractFile> of(long contract) {
        return database.sql(READ + " where f.contract_id = :contract order by f.id desc limit 100")
                .param("contract", contract)
                .query(ContractFile.class)
                .list();
    }

    Optional<ContractFile> find(long id) {
        return database.sql(READ + " where f.id = :id")
                .param("id", id)
                .query(ContractFile.class)
                .optional();
    }

    void keep(long contract, long person, SentFile file) throws IOException {
        long id = database.sql("""
                        insert into contract_file (id, contract_id, person_id, at, name, content_type, size_bytes, sha256)
                        values (nextval('contract_file_seq'), :contract, :person, :now, :name, :type, :size, '') returning id""")
                .param("contract", contract)
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", file.name())
                .param("type", file.contentType())
                .param("size", file.size())
                .query(Long.class)
                .single();
        database.sql("update contract_file set sha256 = :sha where id = :id")
                .param("sha", pieces.store(id, file.content()))
                .param("id", id)
                .update();
    }

    void remove(long id) {
        database.sql("delete from contract_file where id = :id").param("id", id).update();
    }

    void write(long id, OutputStream target) throws IOException {
        pieces.write(id, target);
    }
}
