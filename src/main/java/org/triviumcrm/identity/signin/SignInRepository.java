package org.triviumcrm.identity.signin;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who came, from where and with what outcome; a refused attempt too. */
@Repository
public class SignInRepository {

    private static final Duration FAMILIAR = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a person has signed in from this address in the last 90 days. */
    @Transactional(readOnly = true)
    public boolean knows(long personId, Device device) {
        return jdbc.sql("""
                select exists (select 1 from sign_in
                                where person_id = :person and address = :address and outcome = 'SIGNED_IN' and at > :since)""")
                .param("person", personId)
                .param("address", device.address())
                .param("since", clock.instant().minus(FAMILIAR).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * @param name as typed, or of the person
     */
    @Transactional
    public void write(SignInOutcome outcome, @Nullable Long personId, String name, Device device) {
        jdbc.sql("""
                insert into sign_in (at, person_id, name, address, browser, outcome)
                values (:at, :person, :name, :address, :browser, :outcome)""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", personId, Types.BIGINT)
                .param("name", Device.cut(name, 320))
                .param("address", device.address())
                .param("browser", device.browser())
                .param("outcome", outcome.name())
                .update();
    }
}
