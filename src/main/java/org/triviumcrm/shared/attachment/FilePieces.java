package org.triviumcrm.shared.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contents of files in pieces of a megabyte, so that neither way more than one piece is in memory. */
public final class FilePieces {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final String table;
    private final String owner;

    /**
     * @param table with the columns {@code position} and {@code bytes}
     * @param owner its column that says which file a piece belongs to
     */
    public FilePieces(JdbcClient jdbc, String table, String owner) {
        this.jdbc = jdbc;
        this.table = table;
        this.owner = owner;
    }

    /** Keeps a file of which nothing is kept yet. @return its SHA-256 in hexadecimal digits */
    public String store(long id, InputStream content) throws IOException {
        MessageDigest hash = sha256();
        InputStream file = new DigestInputStream(content, hash);
        byte[] piece = file.readNBytes(PIECE);
        for (int position = 0; piece.length > 0; position++) {
            jdbc.sql("insert into " + table + " (" + owner + ", position, bytes) values (:id, :position, :bytes)")
                    .param("id", id)
                    .param("position", position)
                    .param("bytes", piece)
                    .update();
            piece = file.readNBytes(PIECE);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    public void write(long id, OutputStream target) throws IOException {
        for (int position = 0; ; position++) {
            Optional<byte[]> piece = jdbc.sql(
                            "select bytes from " + table + " where " + owner + " = :id and position = :position")
                    .param("id", id)
                    .param("position", position)
                    .query(byte[].class)
                    .optional();
            if (piece.isEmpty()) {
                return;
            }
            target.write(piece.get());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
