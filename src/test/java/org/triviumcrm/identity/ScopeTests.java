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
import org.triviumcrm.testing.IntegrationTest;

/** {@link Scope#sql} and {@link Scope#includes} say the same, for any viewer and any row. */
@IntegrationTest
class ScopeTests {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseAndJavaAgree() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            Viewer viewer = viewer(random);
            Long owner = idOrNull(random);
            Long team = idOrNull(random);
            Long group = idOrNull(random);
            long id = random.nextInt(6);
            Scope scope = viewer.scope("opportunity");
            String row = "%s for owner %s, team %s, group %s, id %s".formatted(scope, owner, team, group, id);
            assertThat(inDatabase(scope, scope.sql("o"), id, owner, team, group))
                    .as(row)
                    .isEqualTo(scope.includes(id, owner, team, group));
            assertThat(inDatabase(scope, scope.changeable("o"), id, owner, team, group))
                    .as("changing %s", row)
                    .isEqualTo(scope.mayChange(id, owner, team, group));
            assertThat(inDatabase(scope, scope.base().sql("o"), id, owner, team, group))
                    .as("base of %s", row)
                    .isEqualTo(scope.includes(owner, team));
            if (scope instanceof Scope.Shared shared) {
                assertThat(inDatabase(scope, shared.beyondBase("o"), id, owner, team, group))
                        .as("beyond the base of %s", row)
                        .isEqualTo(scope.includes(id, owner, team, group) && !scope.includes(owner, team));
                boolean inGroups = shared.inGroups().includes(id, owner, team, group);
                assertThat(inDatabase(scope, shared.inGroups().sql("o"), id, owner, team, group))
                        .as("without single rows of %s", row)
                        .isEqualTo(inGroups);
                assertThat(inDatabase(scope, shared.beyondGroups("o"), id, owner, team, group))
                        .as("single rows alone of %s", row)
                        .isEqualTo(scope.includes(id, owner, team, group) && !inGroups);
            }
        }
    }

    @Test
    void whoSharesNothingHasThePlainScope() {
        Viewer own = new Viewer(
                3, "Someone", null, List.of(), Set.of(), Map.of("opportunity", AccessLevel.OWN), Locale.ENGLISH, UTC);
        assertThat(own.scope("opportunity")).isEqualTo(new Scope.Own(3));
        Viewer all = new Viewer(
                3,
                "Someone",
                null,
                List.of(),
                Set.of(),
                Map.of("opportunity", AccessLevel.ALL),
                Map.of("opportunity", new Shares(List.of(1L), List.of(1L))),
                Locale.ENGLISH,
                UTC);
        assertThat(all.scope("opportunity")).isEqualTo(new Scope.Everything());
    }

    private boolean inDatabase(
            Scope scope, String condition, long id, @Nullable Long owner, @Nullable Long team, @Nullable Long group) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        return jdbc.sql("select count(*) from (select " + id + "::bigint as id, " + owner + "::bigint as owner_id, "
                                + team + "::bigint as team_id, " + group + "::bigint as territory_id) o where "
                                + condition)
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
                random.nextInt(3) == 0 ? Map.of() : Map.of("opportunity", shares(random)),
                Locale.ENGLISH,
                UTC);
    }

    private static Shares shares(Random random) {
        List<Long> ids = random.longs(2, 0, 6).boxed().toList();
        List<Long> groups = random.longs(random.nextInt(3), 1, 5).boxed().toList();
        return random.nextInt(4) == 0
                ? new Shares(List.of(), List.of(), "territory_id", groups)
                : new Shares(ids, ids.subList(0, random.nextInt(2)), "territory_id", groups);
    }

    private static @Nullable Long idOrNull(Random random) {
        int id = random.nextInt(5);
        return id == 0 ? null : (long) id;
    }
}
