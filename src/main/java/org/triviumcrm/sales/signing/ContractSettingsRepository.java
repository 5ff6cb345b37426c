package org.triviumcrm.sales.signing;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What contracts do by themselves; all of it before somebody says something. */
@Repository
public class ContractSettingsRepository {

    private final JdbcClient database;
    private final Clock clock;

    ContractSettingsRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public ContractSettings find() {
        return database.sql("select wins, renews from contract_setting")
                .query(ContractSettings.class)
                .optional()
                .orElseGet(() -> new ContractSettings(true, true));
    }

    void save(ContractSettings settings) {
        database.sql("""
                        insert into contract_setting (wins, renews, updated_at) values (:wins, :renews, :now)
                        on conflict (only_one) do update set wins = excluded.wins, renews = excluded.renews, updated_at = excluded.updated_at""")
                .param("wins", settings.wins())
                .param("renews", settings.renews())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
