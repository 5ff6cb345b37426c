package org.triviumcrm.exchange.dataimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files in pieces of a megabyte, so that neither way more than one piece is in memory. */
@Repository
class FileRepository {

    private static final int PIECE = 1 << 20;

    private final JdbcClient database;

    FileRepository(JdbcClient database) {
        this.database = database;
    }

    /** Gives the number of bytes. */
    long store(long importId, InputStream file) throws IOException {
        long size = 0;
        byte[] piece = file.readNBytes(PIECE);
        for (int position = 0; piece.length > 0; position++) {
            database.sql("insert into import_chunk (import_id, position, bytes) values (:id, :position, :bytes)")
                    .param("id", importId)
                    .param("position", position)
                    .param("bytes", piece)
                    .update();
            size += piece.length;
            piece = file.readNBytes(PIECE);
        }
        return size;
    }

    /** Gives another import the same file; the number of its bytes. */
    long copy(long from, long to) {
        database.sql("""
                        insert into import_chunk (import_id, position, bytes)
                        select :to, position, bytes from import_chunk where import_id = :from
                        """).param("from", from).param("to", to).update();
        return database.sql("select coalesce(sum(length(bytes)), 0) from import_chunk where import_id = :to")
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /** The beginning of the file, up to a megabyte. */
    byte[] start(long importId) {
        return piece(importId, 0);
    }

    InputStream open(long importId) {
        return new SequenceInputStream(new Enumeration<>() {
            private int position;
            private byte[] next = piece(importId, 0);

            @Override
            public boolean hasMoreElements() {
                return next.length > 0;
            }

            @Override
            public InputStream nextElement() {
                if (next.length == 0) {
                    throw new NoSuchElementException();
                }
                InputStream current = new ByteArrayInputStream(next);
                next = piece(importId, ++position);
                return current;
            }
        });
    }

    private byte[] piece(long importId, int position) {
        return database.sql("select bytes from import_chunk where import_id = :id and position = :position")
                .param("id", importId)
                .param("position", position)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
    }
}
