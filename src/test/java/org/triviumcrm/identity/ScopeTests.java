package org.triviumcrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.support.IntegrationTest;

/** {@link Scope#sql} and {@link Scope#includes} say the same, for any viewer and any row. */
@IntegrationTest
class ScopeTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseAndJavaAgree() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            Viewer viewer = viewer(random);
            Long owner = idOrNull(random);
            Long team = idOrNull(random);
            Scope scope = viewer.scope("opportunity");
            assertThat(inDatabase(scope, owner, team))
                    .as("%s for owner %s, team %s", scope, owner, team)
                    .isEqualTo(scope.includes(owner, team));
        }
    }

    private boolean inDatabase(Scope scope, @Nullable Long owner, @Nullable Long team) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        return jdbc.sql("select count(*) from (select " + owner + "::bigint as owner_id, " + team
                                + "::bigint as team_id) o where " + scope.sql("o"))
                        .params(parameters)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static Viewer viewer(Random random) {
        AccessLevel level = AccessLevel.values()[random.nextInt(AccessLevel.values().length)];
        Long team = idOrNull(random);
        List<Long> below = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            below.add((long) random.nextInt(5));
        }
        return new Viewer(
                1 + random.nextInt(4),
                "Someone",
                team,
                below,
                Set.of(),
                Map.of("opportunity", level),
                Locale.ENGLISH,
                ZoneId.of("UTC"));
    }

    private static @Nullable Long idOrNull(Random random) {
        int id = random.nextInt(5);
        return id == 0 ? null : (long) id;
    }
}
