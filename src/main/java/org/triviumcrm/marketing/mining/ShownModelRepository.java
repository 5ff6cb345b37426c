package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which model about leads is shown beside their points: at most one. */
@Repository
class ShownModelRepository {

    private static final String SAYS =
            "shown_at is not null and figures is not null and scoring is distinct from 'FAILED'";

    private final JdbcClient database;

    ShownModelRepository(JdbcClient database) {
        this.database = database;
    }

    /** Only this one from now on; null for none. */
    void show(@Nullable Long id, Instant now) {
        database.sql("update mining_model set shown_at = null where shown_at is not null and id is distinct from :id")
                .param("id", id, java.sql.Types.BIGINT)
                .update();
        if (id != null) {
            database.sql("update mining_model set shown_at = :now where id = :id and shown_at is null")
                    .param("id", id)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Whether there is anything to be shown. */
    boolean says() {
        return database.sql("select 1 from mining_model where " + SAYS)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The one that is shown. */
    Optional<Long> shown() {
        return database.sql("select id from mining_model where shown_at is not null")
                .query(Long.class)
                .optional();
    }

    /**
     * Since when changes have to be looked at; keeps others from scoring with it until the transaction ends. Empty while it is learned or
     * asked about everybody.
     */
    Optional<Instant> lookedAt(long id) {
        return database.sql(
                        "select greatest(looked_at, scored_at) as at from mining_model where id = :id and " + SAYS
                                + " and state <> 'TRAINING' and scoring is distinct from 'RUNNING' and scored_at is not null for update")
                .param("id", id)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void looked(long id, Instant at) {
        database.sql("update mining_model set looked_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Something it asks for is not there any more, or must not be used to decide. */
    void fail(long id) {
        database.sql(
                        "update mining_model set scoring = 'FAILED' where id = :id and state <> 'TRAINING' and scoring is distinct from 'RUNNING'")
                .param("id", id)
                .update();
    }
}
