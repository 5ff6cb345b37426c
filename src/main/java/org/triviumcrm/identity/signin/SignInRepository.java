package org.triviumcrm.identity.signin;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who came, from where and with what outcome; a refused attempt too. */
@Repository
public class SignInRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
