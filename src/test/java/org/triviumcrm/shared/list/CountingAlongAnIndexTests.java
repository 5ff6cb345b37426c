package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Counting gives up on the way through very many rows, and never says more than there are. */
@IntegrationTest
class CountingAlongAnIndexTests {

    private static final int ROWS = 22_000;
    private static final int EVERY_FOURTH = ROWS / 4;
    private static final int FEW = ROWS / 400;

    @Autowired
    ListDefinitions definitions;

    @Autowired
    ListRepository repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private ListReader somebody;
    private ListReader another;

    @BeforeEach
    void rows() {
        somebody = new Owner(accounts.representative(null));
        another = new Owner(accounts.representative(null));
        jdbc.sql("insert into customer (id, name, employees, owner_id, created_at, updated_at)"
                        + " select 960000000 + n, 'Name ' || n, 5, case when n % 4 = 0 then ? when n % 400 = 1 then ? end,"
                        + " now(), now() from generate_series(1, ?) n")
                .params(somebody.personId(), another.personId(), ROWS)
                .update();
    }

    @Test
    void whoSeesOneRowInFourIsToldThatThereAreMoreThanSoMany() {
        ListCount count = count(somebody, "f.employees=5..5", false);
        assertThat(count.capped()).isTrue();
        assertThat(count.shown()).isBetween(500L, (long) EVERY_FOURTH).isLessThan(EVERY_FOURTH);
        assertThat(count.isFew()).isFalse();
    }

    @Test
    void whoSeesFewOfThemIsToldHowMany() {
        ListCount count = count(another, "f.employees=5..5", false);
        assertThat(count.capped()).isFalse();
        assertThat(count.shown()).isEqualTo(FEW);
        assertThat(count.isFew()).isTrue();
    }

    @Test
    void aStretchThatEndsBeforeItIsGivenUpIsCounted() {
        jdbc.sql("update customer set employees = 6 where id between 960000001 and 960019000")
                .update();
        assertThat(count(somebody, "f.employees=6..6", false).rows()).isEqualTo(19_000 / 4);
        assertThat(count(somebody, "f.employees=6..6", false).capped()).isFalse();
    }

    @Test
    void askedForTheNumberItIsCountedToTheEnd() {
        ListCount count = count(somebody, "f.employees=5..5", true);
        assertThat(count.rows()).isEqualTo(EVERY_FOURTH);
        assertThat(count.capped()).isFalse();
    }

    @Test
    void whoSeesAllIsToldThatThereAreMoreThanTheCap() {
        ListCount count = count(accounts.administrator(), "f.employees=5..5", false);
        assertThat(count.capped()).isTrue();
        assertThat(count.shown()).isEqualTo(ListCount.CAP);
    }

    private ListCount count(ListReader viewer, String filter, boolean toTheEnd) {
        LinkedMultiValueMap<String, String> map = new LinkedMultiValueMap<>();
        map.add(filter.substring(0, filter.indexOf('=')), filter.substring(filter.indexOf('=') + 1));
        ListQuery query = ListParameters.read(definitions.visible("customer", viewer), map);
        return repository.count(query.definition(), new Conditions(query, viewer, LocalDate.of(2026, 1, 1)), toTheEnd);
    }

    /** Sees the own rows alone. */
    private record Owner(Viewer person) implements ListReader {

        @Override
        public long personId() {
            return person.personId();
        }

        @Override
        public Locale locale() {
            return person.locale();
        }

        @Override
        public ZoneId zone() {
            return person.zone();
        }

        @Override
        public boolean can(String permission) {
            return person.can(permission);
        }

        @Override
        public RowScope scope(String recordType) {
            return new RowScope() {

                @Override
                public String sql(String alias) {
                    return alias + ".owner_id = :ownOwner";
                }

                @Override
                public Map<String, Object> parameters() {
                    return Map.of("ownOwner", personId());
                }
            };
        }
    }
}
