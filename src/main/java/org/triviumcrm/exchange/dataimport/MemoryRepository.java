package org.triviumcrm.exchange.dataimport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How a file with the same headers was imported last time. */
@Repository
class MemoryRepository {

    private final JdbcClient database;
    private final JsonMapper json;

    MemoryRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ImportPlan> find(String target, List<String> headers) {
        return database.sql("select plan from import_memory where target = :target and signature = :signature")
                .param("target", target)
                .param("signature", signature(headers))
                .query(String.class)
                .optional()
                .map(plan -> json.readValue(plan, ImportPlan.class));
    }

    void keep(String target, ImportPlan plan, Instant now) {
        database.sql("""
                        insert into import_memory (target, signature, plan, updated_at)
                        values (:target, :signature, :plan, :now)
                        on conflict (target, signature) do update set plan = excluded.plan, updated_at = excluded.updated_at
                        """)
                .param("target", target)
                .param("signature", signature(plan.headers()))
                .param("plan", json.writeValueAsString(plan.withOptions(plan.options(), false)))
                .param("now", ImportRepository.time(now))
                .update();
    }

    static String signature(List<String> headers) {
        try {
            byte[] text = String.join("\n", headers).toLowerCase().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
