package org.triviumcrm.marketing.capture;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often forms have been sent, by key, hour and address of the net; the address only as a hash. For all nodes. */
@Repository
class CaptureHitRepository {

    private final JdbcClient database;

    CaptureHitRepository(JdbcClient database) {
        this.database = database;
    }

    /** One more; gives how many there are in this hour. @param address empty for all of them */
    int count(long keyId, String address, Instant now) {
        return database.sql("""
                        insert into capture_hit (key_id, address, hour, hits) values (:key, :address, :hour, 1)
                        on conflict (key_id, address, hour) do update set hits = capture_hit.hits + 1 returning hits""")
                .param("key", keyId)
                .param("address", address)
                .param("hour", hour(now))
                .query(Integer.class)
                .single();
    }

    void forgetBefore(Instant when) {
        database.sql("delete from capture_hit where hour < :hour")
                .param("hour", hour(when))
                .update();
    }

    private static OffsetDateTime hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }
}
